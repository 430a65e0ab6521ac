package handler

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// Wraps is a fact about a function that wraps some of its parameters, which are handlers, and passes on their results.
type Wraps struct{ Params []int }

// AFact marks Wraps as a fact.
func (*Wraps) AFact() {}

func (w *Wraps) String() string {
	return fmt.Sprintf("returns a handler that passes on the results of the parameters %v", w.Params)
}

// exportWraps exports what importing packages need to know of the functions that wrap handlers.
func (f *finder) exportWraps() {
	if len(f.pass.Analyzer.FactTypes) == 0 {
		return
	}
	for fn, cur := range f.decls {
		sig := fn.Signature()
		if !fn.Exported() || sig.Results().Len() != 1 || !isFunc(sig.Results().At(0).Type()) {
			continue
		}
		var w Wraps
		for i := range sig.Params().Len() {
			param := sig.Params().At(i)
			if isFunc(param.Type()) && f.isUsed(cur, param) && f.passesOn(cur, i) {
				w.Params = append(w.Params, i)
			}
		}
		if len(w.Params) > 0 {
			f.pass.ExportObjectFact(fn, &w)
		}
	}
}

// isUsed reports whether the function at fn uses v.
func (f *finder) isUsed(fn inspector.Cursor, v *types.Var) bool {
	for cur := range fn.Preorder((*ast.Ident)(nil)) {
		if f.info.Uses[cur.Node().(*ast.Ident)] == v {
			return true
		}
	}
	return false
}

// wrapped returns whether the function that call calls wraps its i-th parameter and passes on its results. It returns
// false for ok where nothing is known of the function.
func (f *finder) wrapped(call *ast.CallExpr) (passesOn func(i int) bool, ok bool) {
	fn := f.callee(call)
	if wrapper, ok := f.decls[fn]; ok {
		return func(i int) bool { return f.passesOn(wrapper, i) }, true
	}
	var w Wraps
	if fn == nil || len(f.pass.Analyzer.FactTypes) == 0 || !f.pass.ImportObjectFact(fn, &w) {
		return nil, false
	}
	return func(i int) bool { return slices.Contains(w.Params, i) }, true
}

// passesOn reports whether the function at wrapper only calls its i-th parameter in order to return
// its results.
func (f *finder) passesOn(wrapper inspector.Cursor, i int) bool {
	params := f.signature(wrapper).Params()
	if i >= params.Len() {
		return false
	}
	for cur := range wrapper.Preorder((*ast.Ident)(nil)) {
		id := cur.Node().(*ast.Ident)
		if f.info.Uses[id] != params.At(i) {
			continue
		}
		call, ok := CallOf(cur)
		if !ok || !f.isPassedOn(call) {
			return false
		}
		for fn := range call.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
			if f.mayChange(fn) {
				return false
			}
			break
		}
	}
	return true
}

// mayChange reports whether a deferred function of the one at fn may change its results: it mentions them, or may recover
// from panics.
func (f *finder) mayChange(fn inspector.Cursor) bool {
	results := f.signature(fn).Results()
	found := false
	fn.Inspect([]ast.Node{(*ast.FuncLit)(nil), (*ast.DeferStmt)(nil)}, func(cur inspector.Cursor) bool {
		d, ok := cur.Node().(*ast.DeferStmt)
		if !ok {
			return cur == fn // not into a literal
		}
		ast.Inspect(d, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.Ident:
				for v := range results.Variables() {
					found = found || f.info.Uses[n] == v
				}
			case *ast.CallExpr:
				found = found || n == d.Call && f.mayRecover(n) || f.isRecover(n)
			}
			return !found
		})
		return false
	})
	return found
}

// mayRecover reports whether the function that call calls, none of the literals, may recover from panics.
func (f *finder) mayRecover(call *ast.CallExpr) bool {
	if _, ok := ast.Unparen(call.Fun).(*ast.FuncLit); ok {
		return false
	}
	switch fn := typeutil.Callee(f.info, call).(type) {
	case *types.Builtin:
		return false
	case *types.Func:
		decl, ok := f.decls[fn.Origin()]
		if !ok {
			return knowledge.MayRecover(fn)
		}
		for inner := range decl.Preorder((*ast.CallExpr)(nil)) {
			if f.isRecover(inner.Node().(*ast.CallExpr)) {
				return true
			}
		}
		return false
	}
	name := awssdk.TypeName(f.info.TypeOf(call.Fun))
	return name == nil || name.Pkg() == nil || !knowledge.IsStd(name.Pkg().Path()) // defer cancel()
}

func (f *finder) isRecover(call *ast.CallExpr) bool {
	b, ok := typeutil.Callee(f.info, call).(*types.Builtin)
	return ok && b.Name() == "recover"
}
