package lambdafix

import (
	"go/ast"
	"go/constant"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/httpstatus"
	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// An Own is a function of the program's own that makes an error response of a status and a text, or an error.
type Own struct {
	Func  *types.Func
	Error bool // it takes an error, not a text
	Pair  bool // it returns an error, too

	statusFirst bool
	fun         ast.Expr // of a call of it
}

// OwnResponse returns a function that the package uses to make error responses of type t, nil if it uses none, and
// whether it does so in ways that the fix cannot.
func (e *Editor) OwnResponse(t types.Type) (own *Own, others bool) {
	c := e.caller()
	at := e.kit.function(e.at.Pos())
	for _, o := range e.kit.owns(t) {
		if at != nil && e.kit.pass.TypesInfo.Defs[at.Name] == o.Func {
			continue
		}
		if c.reaches(o.fun) {
			return o, false
		}
		others = true
	}
	return nil, others
}

// Call returns a call of o. The message is a text or an error, as o takes it.
func (o *Own) Call(e *Editor, status, message string) string {
	c := e.caller()
	name := o.Func.Name()
	if logger := c.logger(o.fun); logger != "" {
		name = logger + "." + name
	}
	if o.statusFirst {
		return name + "(" + status + ", " + message + ")"
	}
	return name + "(" + message + ", " + status + ")"
}

// owns returns the functions that the package calls for error responses of type t: their names say so, or
// all statuses that they are given are those of errors.
func (k *Kit) owns(t types.Type) []*Own {
	var found []*Own
	byFunc := make(map[*types.Func]*Own)
	success := make(map[*types.Func]bool)
	failure := make(map[*types.Func]bool)
	for _, call := range k.calls() {
		fn := typeutil.StaticCallee(k.pass.TypesInfo, call)
		if fn == nil || len(call.Args) != 2 {
			continue
		}
		if byFunc[fn] == nil {
			if byFunc[fn] = ownOf(fn, t); byFunc[fn] == nil {
				continue
			}
			byFunc[fn].fun = call.Fun
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
		if !success[o.Func] && (failure[o.Func] || knowledge.NamesError(o.Func.Name())) && !k.showsText(o) {
			owns = append(owns, o)
		}
	}
	return owns
}

// ownOf returns fn if it makes a response of type t of a status and a text, or an error.
func ownOf(fn *types.Func, t types.Type) *Own {
	sig := fn.Signature()
	results, params := sig.Results(), sig.Params()
	if params.Len() != 2 || sig.Variadic() || results.Len() == 0 || results.Len() > 2 || !types.Identical(results.At(0).Type(), t) {
		return nil
	}
	o := &Own{Func: fn, Pair: results.Len() == 2}
	if o.Pair && !awssdk.IsError(results.At(1).Type()) {
		return nil
	}
	status, message := params.At(0).Type(), params.At(1).Type()
	o.statusFirst = types.Identical(status, types.Typ[types.Int])
	if !o.statusFirst {
		status, message = message, status
	}
	o.Error = awssdk.IsError(message)
	if !types.Identical(status, types.Typ[types.Int]) || !o.Error && !types.Identical(message, types.Typ[types.String]) {
		return nil
	}
	return o
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
	for _, f := range k.pass.Files {
		for _, d := range f.Decls {
			if decl, ok := d.(*ast.FuncDecl); ok && k.pass.TypesInfo.Defs[decl.Name] == fn {
				return decl
			}
		}
	}
	return nil
}
