package handler

import (
	"encoding/json"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// A Form is what is known of a text.
type Form int

// The forms of texts.
const (
	Unproven Form = iota
	Text          // no JSON
	JSON          // certainly JSON
)

// Form returns the form of the string or bytes v, or of the text of the error v.
func (s *Set) Form(v ssa.Value) Form {
	f := former{program: s.program(), forms: make(map[ssa.Value]Form), open: make(map[ssa.Value]bool)}
	return f.form(v)
}

// FieldValue returns what the element kv of a composite literal stores in its field, nil
// if that is not known.
func (s *Set) FieldValue(kv *ast.KeyValueExpr) ssa.Value {
	if store := s.program().stores[kv.Colon]; store != nil {
		return store.Val
	}
	return nil
}

// A former finds the form of one value.
type former struct {
	*program
	forms map[ssa.Value]Form
	open  map[ssa.Value]bool // those whose form is being looked for
}

func (f *former) form(v ssa.Value) Form {
	if form, ok := f.forms[v]; ok || f.open[v] || len(f.forms)+len(f.open) > 200 {
		return form
	}
	f.open[v] = true
	form := f.find(v)
	delete(f.open, v)
	f.forms[v] = form
	return form
}

func (f *former) find(v ssa.Value) Form {
	switch v := v.(type) {
	case *ssa.Const:
		if s, ok := constantString(v); ok {
			return constantForm(s)
		}
	case *ssa.ChangeType:
		return f.form(v.X)
	case *ssa.ChangeInterface:
		return f.form(v.X)
	case *ssa.Convert:
		return f.form(v.X)
	case *ssa.MakeInterface:
		return f.concrete(v.X)
	case *ssa.Phi:
		return f.all(v.Edges)
	case *ssa.BinOp:
		if v.Op == token.ADD {
			return f.begins(v)
		}
	case *ssa.UnOp:
		if v.Op == token.MUL {
			return f.loaded(v)
		}
	}
	if c, i := call(v); c != nil {
		return f.result(v, c.Common(), i)
	}
	return Unproven
}

// all returns the form that all of values have. An error that is nil has no text.
func (f *former) all(values []ssa.Value) Form {
	form := Unproven
	for _, v := range values {
		if errflow.IsNil(v) || f.open[v] {
			continue
		}
		switch g := f.form(v); {
		case g == Unproven || form != Unproven && form != g:
			return Unproven
		default:
			form = g
		}
	}
	return form
}

// returned returns the form that the i-th result of fn has wherever it returns.
func (f *former) returned(fn *ssa.Function, i int) Form {
	var values []ssa.Value
	for _, ret := range returnsOf(fn) {
		values = append(values, ret.Results[i])
	}
	return f.all(values)
}

// constantString returns the string that v is, if it is a constant.
func constantString(v ssa.Value) (string, bool) {
	c, ok := v.(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(c.Value), true
}

// constantForm returns the form of s. What has the looks of JSON and is none may be meant so.
func constantForm(s string) Form {
	switch {
	case json.Valid([]byte(s)):
		return JSON
	case beginsText(s):
		return Text
	}
	return Unproven
}

// beginsText reports whether a text that begins with s, whatever follows, is no JSON.
func beginsText(s string) bool {
	s = strings.TrimSpace(s)
	return s != "" && !strings.ContainsAny(s[:1], "{[\"-0123456789%") &&
		!strings.HasPrefix("true", s) && !strings.HasPrefix("false", s) && !strings.HasPrefix("null", s)
}

// begins returns the form of a concatenation, which its beginning decides.
func (f *former) begins(sum *ssa.BinOp) Form {
	first := sum.X
	for {
		left, ok := first.(*ssa.BinOp)
		if !ok || left.Op != token.ADD {
			break
		}
		first = left.X
	}
	if s, ok := constantString(first); ok && beginsText(s) {
		return Text
	}
	return Unproven
}

// loaded returns the form of what a variable holds.
func (f *former) loaded(load *ssa.UnOp) Form {
	switch addr := load.X.(type) {
	case *ssa.Global:
		value, ok := f.initial(addr)
		switch {
		case !ok:
		case value != nil:
			return f.form(value)
		case awssdk.IsError(load.Type()) && f.isLibrary(addr.Object().Pkg()):
			return Text
		}
	case *ssa.Alloc:
		var values []ssa.Value
		for _, ref := range *addr.Referrers() {
			switch ref := ref.(type) {
			case *ssa.Store:
				values = append(values, ref.Val)
			case *ssa.UnOp, *ssa.DebugRef:
			default:
				return Unproven
			}
		}
		return f.all(values)
	}
	return Unproven
}

// concrete returns the form of the text of the error v, whose type is no interface.
func (f *former) concrete(v ssa.Value) Form {
	if isResponseError(v.Type()) {
		return f.message(v)
	}
	obj, _, _ := types.LookupFieldOrMethod(v.Type(), true, nil, "Error")
	method, ok := obj.(*types.Func)
	switch {
	case !ok || method.Pkg() == nil:
		return Unproven
	case f.isLibrary(method.Pkg()):
		return Text
	}
	for _, fn := range f.flow.Funcs {
		if fn.Object() == method.Origin() && f.local(fn) {
			return f.returned(fn, 0)
		}
	}
	return Unproven
}

// isResponseError reports whether t is messages.InvokeResponse_Error.
func isResponseError(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == awspath.Messages && named.Obj().Name() == "InvokeResponse_Error"
}

// message returns the form of the field Message of the InvokeResponse_Error v.
func (f *former) message(v ssa.Value) Form {
	load, ok := v.(*ssa.UnOp)
	if !ok {
		return Unproven
	}
	local, ok := load.X.(*ssa.Alloc)
	if !ok {
		return Unproven
	}
	var values []ssa.Value
	for _, ref := range *local.Referrers() {
		field, ok := ref.(*ssa.FieldAddr)
		if !ok || types.Unalias(v.Type()).Underlying().(*types.Struct).Field(field.Field).Name() != "Message" {
			continue
		}
		for _, use := range *field.Referrers() {
			if store, ok := use.(*ssa.Store); ok {
				values = append(values, store.Val)
			}
		}
	}
	return f.all(values)
}

// result returns the form of v, the i-th result of a call.
func (f *former) result(v ssa.Value, common *ssa.CallCommon, i int) Form {
	if common.IsInvoke() && common.Method.Name() == "Error" {
		return f.form(common.Value)
	}
	switch calleeName(common) {
	case "encoding/json.Marshal", "encoding/json.MarshalIndent":
		if i == 0 {
			return JSON
		}
	case "errors.New":
		return f.form(common.Args[0])
	case "fmt.Errorf", "fmt.Sprintf":
		if format, ok := constantString(common.Args[0]); ok && beginsText(format) {
			return Text
		}
		return Unproven
	case "errors.Join", "net/http.StatusText":
		return Text
	}
	if fn := common.StaticCallee(); f.local(fn) {
		return f.returned(fn, i)
	}
	if !awssdk.IsError(v.Type()) {
		return f.errorMethod(common)
	}
	if o := f.flow.Origins(v); o.AWS() && !o.Unknown {
		return Text
	}
	if fn := common.StaticCallee(); fn != nil && fn.Object() != nil && f.isLibrary(fn.Object().Pkg()) && !takesCode(fn.Signature) {
		return Text
	}
	return Unproven
}

// errorMethod returns the form of the result of e.Error() for an e that is no interface.
func (f *former) errorMethod(common *ssa.CallCommon) Form {
	fn := common.StaticCallee()
	if fn == nil || fn.Object() == nil || fn.Name() != "Error" || fn.Signature.Recv() == nil || !f.isLibrary(fn.Object().Pkg()) {
		return Unproven
	}
	return Text
}

// takesCode reports whether a function with the signature sig can return an error of
// its caller's.
func takesCode(sig *types.Signature) bool {
	for param := range sig.Params().Variables() {
		switch t := param.Type().Underlying().(type) {
		case *types.Signature:
			return true
		case *types.Interface:
			if types.Implements(t, errorType) {
				return true
			}
		}
	}
	return false
}

// isLibrary reports whether the errors of pkg are known to be texts: it is one of std or an
// AWS SDK. Package errors has errors of others.
func (p *program) isLibrary(pkg *types.Package) bool {
	return pkg != nil && pkg != p.pkg && pkg.Path() != "errors" && (awspath.IsSDK(pkg.Path()) || knowledge.IsStd(pkg.Path()))
}
