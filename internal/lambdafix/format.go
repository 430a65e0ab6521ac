package lambdafix

import (
	"encoding/json"
	"go/ast"
	"go/constant"
	"go/types"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
)

// A format is the body of an error response in the package, which says how the program writes errors. Clients that
// know it should get no other.
type format struct {
	body ast.Expr
	fn   *types.Func // of the program, which makes the body; nil for none
	own  *Own        // that function, nil where it is not known how to call it

	// sound says that fn makes JSON, as far as is known, and does not put it together by hand.
	sound bool
}

// OwnBody returns a function that makes the JSON bodies of error responses in the package, nil if there is none, and
// whether such bodies are made in ways that the fix cannot.
func (e *Editor) OwnBody() (own *Own, others bool) {
	c := e.caller()
	for _, f := range e.kit.formats() {
		if f.body.Pos() <= e.at.Pos() && e.at.Pos() < f.body.End() || f.fn != nil && e.isIn(f.fn) {
			continue
		}
		if f.own != nil && c.reaches(f.own.fun) {
			return f.own, false
		}
		others = true
	}
	return nil, others
}

// HasOwn reports whether the program has a function that makes error responses of type t, which may be nil, or their
// bodies, and which should be called in place of what the fix changes.
func (e *Editor) HasOwn(t types.Type) bool {
	for _, f := range e.kit.formats() {
		if f.sound && !e.isIn(f.fn) {
			return true
		}
	}
	if t == nil {
		return false
	}
	own, others := e.OwnResponse(t)
	return own != nil || others
}

// formats returns the bodies of error responses in the package that are made on purpose, and not as fixes make them.
func (k *Kit) formats() []*format {
	if k.formatted != nil {
		return k.formatted
	}
	k.formatted = []*format{}
	for lit := range k.literals() {
		body := lit.Field("body")
		if body == nil || k.file(lit.Pos()) == nil || !lit.Failed() {
			continue
		}
		value := k.responses.FieldValue(body)
		if value == nil || k.isOurs(body.Value) {
			continue
		}
		form := k.responses.Form(value)
		fn, fun := k.maker(body.Value)
		f := &format{body: body.Value, fn: fn}
		if fn != nil {
			own := ownOf(fn, types.Typ[types.String], fun)
			if form == lambdaresp.JSON && own.status != unknown && !own.Pair {
				f.own = own
			}
			f.sound = form == lambdaresp.JSON || fn.Pkg() != k.pkg
		}
		if form == lambdaresp.JSON || form == lambdaresp.Unproven && (fn != nil || k.beginsObject(body.Value)) {
			k.formatted = append(k.formatted, f)
		}
	}
	return k.formatted
}

// maker returns the function of the program that makes the text e by a call, nil if none does, and the function as it is
// written in the call.
func (k *Kit) maker(e ast.Expr) (*types.Func, ast.Expr) {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return nil, nil
	}
	fn, ok := typeutil.Callee(k.pass.TypesInfo, call).(*types.Func)
	if !ok || fn.Pkg() == nil || knowledge.IsStd(fn.Pkg().Path()) || awspath.IsSDK(fn.Pkg().Path()) {
		return nil, nil
	}
	return fn, call.Fun
}

// isOurs reports whether the body e is a JSON error as fixes write it, by a constant or by errorBody.
func (k *Kit) isOurs(e ast.Expr) bool {
	if fn, _ := k.maker(e); fn != nil {
		return fn.Pkg() == k.pkg && strings.HasPrefix(fn.Name(), k.errorBody.Name) && types.Identical(fn.Signature(), k.errorBody.Sig)
	}
	value := k.pass.TypesInfo.Types[e].Value
	if value == nil || value.Kind() != constant.String {
		return false
	}
	var members map[string]any
	if err := json.Unmarshal([]byte(constant.StringVal(value)), &members); err != nil || len(members) == 0 {
		return err == nil // an empty object says nothing
	}
	for _, name := range k.opts.Fields {
		delete(members, name)
	}
	return len(members) == 0
}

// beginsObject reports whether the first text in e is the start of a JSON object, as in fmt.Sprintf(`{"error":%q}`, err).
func (k *Kit) beginsObject(e ast.Expr) bool {
	text := ""
	ast.Inspect(e, func(n ast.Node) bool {
		if x, ok := n.(ast.Expr); ok && text == "" {
			if value := k.pass.TypesInfo.Types[x].Value; value != nil && value.Kind() == constant.String {
				text = strings.TrimSpace(constant.StringVal(value))
			}
		}
		return text == ""
	})
	return strings.HasPrefix(text, "{")
}
