package lambdafix

import (
	"go/ast"
	"go/constant"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/httpstatus"
	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// An Own is a function of the program's own that makes an error response, or the body of one, of a text or an error,
// and a status.
type Own struct {
	Func  *types.Func
	Error bool // it takes an error, not a text
	Pair  bool // it returns an error, too

	status order
	fun    ast.Expr // of a call of it
}

// An order says where a function takes the status.
type order int

const (
	unknown order = iota // it takes something else, or it is not known what it makes of what it takes
	nowhere              // it takes only the message
	first                // before the message
	second               // after it
)

// OwnResponse returns a function that the package uses to make error responses of type t, nil if it uses none, and
// whether it makes them in ways that the fix cannot.
func (e *Editor) OwnResponse(t types.Type) (own *Own, others bool) {
	c := e.caller()
	for _, o := range e.kit.owns(t) {
		if e.isIn(o.Func) {
			continue
		}
		if o.status >= first && c.reaches(o.fun) {
			return o, false
		}
		others = true
	}
	return nil, others
}

// isIn reports whether the fix stands in fn.
func (e *Editor) isIn(fn types.Object) bool {
	at := e.kit.function(e.at.Pos())
	return at != nil && e.kit.pass.TypesInfo.Defs[at.Name] == fn
}

// Call returns a call of o. The message is a text or an error, as o takes it.
func (o *Own) Call(e *Editor, status, message string) string {
	c := e.caller()
	name := o.Func.Name()
	if logger := c.logger(o.fun); logger != "" {
		name = logger + "." + name
	}
	switch o.status {
	case first:
		message = status + ", " + message
	case second:
		message += ", " + status
	}
	return name + "(" + message + ")"
}

// owns returns the functions that the package calls for error responses of type t: they take errors, their names say
// so, or they are given statuses of errors. The status of those that nobody but the user knows how to call is unknown.
func (k *Kit) owns(t types.Type) []*Own {
	var found []*Own
	byFunc := make(map[*types.Func]*Own)
	success := make(map[*types.Func]bool)
	failure := make(map[*types.Func]bool)
	for _, call := range k.calls() {
		fn, ok := typeutil.Callee(k.pass.TypesInfo, call).(*types.Func)
		if !ok || !k.responds(fn, t) {
			continue
		}
		if byFunc[fn] == nil {
			byFunc[fn] = ownOf(fn, t, call.Fun)
			found = append(found, byFunc[fn])
		}
		for _, arg := range call.Args {
			if value := k.pass.TypesInfo.Types[arg].Value; value != nil && value.Kind() == constant.Int {
				status, _ := constant.Int64Val(value)
				failure[fn] = failure[fn] || status >= httpstatus.BadRequest
				success[fn] = success[fn] || status < httpstatus.BadRequest
			}
		}
	}
	var owns []*Own
	for _, o := range found {
		if !failure[o.Func] && (success[o.Func] || !takesError(o.Func) && !knowledge.NamesError(o.Func.Name())) || k.showsText(o) {
			continue
		}
		if success[o.Func] {
			o.status = unknown // it may be told by the status what to make of the text
		}
		owns = append(owns, o)
	}
	return owns
}

// responds reports whether fn makes a response of type t, and is no handler of requests.
func (k *Kit) responds(fn *types.Func, t types.Type) bool {
	results := fn.Signature().Results()
	if results.Len() == 0 || !types.Identical(pointed(results.At(0).Type()), pointed(t)) {
		return false
	}
	for v := range fn.Signature().Params().Variables() {
		if handler.EventsType(v.Type()) != "" {
			return false
		}
	}
	decl := k.declaration(fn)
	if decl == nil {
		return true
	}
	h := k.handlers.Of(decl)
	return h == nil || h.Tail
}

// takesError reports whether a parameter of fn is an error.
func takesError(fn *types.Func) bool {
	for v := range fn.Signature().Params().Variables() {
		if awssdk.IsError(v.Type()) {
			return true
		}
	}
	return false
}

// ownOf returns fn, which is called as fun and makes something of type t.
func ownOf(fn *types.Func, t types.Type, fun ast.Expr) *Own {
	sig := fn.Signature()
	results, params := sig.Results(), sig.Params()
	o := &Own{Func: fn, Pair: results.Len() == 2, fun: fun}
	if sig.Variadic() || isInterfaceMethod(sig) || results.Len() > 2 || !types.Identical(results.At(0).Type(), t) ||
		o.Pair && !awssdk.IsError(results.At(1).Type()) {
		return o
	}
	var order order
	var message types.Type
	switch {
	case params.Len() == 1:
		order, message = nowhere, params.At(0).Type()
	case params.Len() == 2 && isInt(params.At(0).Type()):
		order, message = first, params.At(1).Type()
	case params.Len() == 2 && isInt(params.At(1).Type()):
		order, message = second, params.At(0).Type()
	default:
		return o
	}
	o.Error = awssdk.IsError(message)
	if o.Error || types.Identical(message, types.Typ[types.String]) {
		o.status = order
	}
	return o
}

func isInt(t types.Type) bool { return types.Identical(t, types.Typ[types.Int]) }

// isInterfaceMethod reports whether sig is that of a method that several types may have.
func isInterfaceMethod(sig *types.Signature) bool {
	return sig.Recv() != nil && types.IsInterface(sig.Recv().Type())
}

// showsText reports whether o, a function of the package, has a literal whose body is the message as it is.
func (k *Kit) showsText(o *Own) bool {
	decl := k.declaration(o.Func)
	if decl == nil {
		return false
	}
	shows := false
	ast.Inspect(decl, func(n ast.Node) bool {
		if kv, ok := n.(*ast.KeyValueExpr); ok && isBody(k.pass.TypesInfo, kv) {
			shows = shows || k.mentionsParam(kv.Value)
		}
		return true
	})
	return shows
}

// mentionsParam reports whether the text e is, or contains, a parameter as it is, or the text of an error.
func (k *Kit) mentionsParam(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			fn, ok := typeutil.Callee(k.pass.TypesInfo, n).(*types.Func)
			return ok && (fn.Name() == "Error" || fn.Pkg() != nil && fn.Pkg().Path() == "fmt")
		case *ast.Ident:
			v, ok := k.pass.TypesInfo.Uses[n].(*types.Var)
			found = found || ok && v.Kind() == types.ParamVar
		}
		return true
	})
	return found
}

// isBody reports whether kv is an element for a field called Body.
func isBody(info *types.Info, kv *ast.KeyValueExpr) bool {
	id, ok := kv.Key.(*ast.Ident)
	if !ok {
		return false
	}
	field, ok := info.Uses[id].(*types.Var)
	return ok && field.IsField() && field.Name() == "Body"
}

// declaration returns the declaration of fn, nil if another package has it.
func (k *Kit) declaration(fn *types.Func) *ast.FuncDecl {
	if cur, ok := k.handlers.Decls[fn]; ok {
		return cur.Node().(*ast.FuncDecl)
	}
	return nil
}
