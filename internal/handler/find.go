package handler

import (
	"cmp"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/awssdk"
)

// add returns the handler at cur, which it makes if there is none yet.
func (f *finder) add(cur inspector.Cursor) *Handler {
	if h := f.set.byFunc[cur.Node()]; h != nil {
		return h
	}
	h := &Handler{Func: cur, Sig: f.signature(cur)}
	switch n := cur.Node().(type) {
	case *ast.FuncDecl:
		h.Type, h.Body = n.Type, n.Body
	case *ast.FuncLit:
		h.Type, h.Body = n.Type, n.Body
	}
	h.Source = f.sourceOf(h.Sig)
	f.set.byFunc[cur.Node()] = h
	f.set.All = append(f.set.All, h)
	return h
}

func (f *finder) signature(cur inspector.Cursor) *types.Signature { return SignatureOf(f.info, cur) }

// SignatureOf returns the signature of the function at cur, nil if there is none.
func SignatureOf(info *types.Info, cur inspector.Cursor) *types.Signature {
	switch n := cur.Node().(type) {
	case *ast.FuncDecl:
		return info.Defs[n.Name].(*types.Func).Signature()
	case *ast.FuncLit:
		return info.TypeOf(n).(*types.Signature)
	}
	return nil
}

// shaped adds the functions that have the form of a handler of HTTP requests, registered or not: it may
// be done in another package.
func (f *finder) shaped() {
	for fn, cur := range f.decls {
		sig := fn.Signature()
		results := sig.Results()
		if f.inTest(cur.Node().Pos()) || results.Len() != 2 || !IsHTTPResponse(results.At(0).Type()) || !awssdk.IsError(results.At(1).Type()) {
			continue
		}
		for param := range sig.Params().Variables() {
			if s := f.eventSource(param.Type()); s.IsHTTP() {
				f.add(cur).Source = s.given(results.At(0).Type())
			}
		}
	}
}

// intercepted marks the handlers whose results other code gets.
func (f *finder) intercepted() {
	for cur := range f.calls() {
		call := cur.Node().(*ast.CallExpr)
		if f.registers(call) || f.info.Types[call.Fun].IsType() {
			continue
		}
		for _, arg := range call.Args {
			if f.accounted[ast.Unparen(arg)] {
				continue
			}
			if fn, ok := f.resolve(arg); ok {
				if h := f.set.byFunc[fn.Node()]; h != nil && isFunc(f.info.TypeOf(arg)) {
					h.Intercepted = true
				}
			}
		}
	}
	for changed := true; changed; {
		changed = false
		for fn, cur := range f.decls {
			h := f.set.byFunc[cur.Node()]
			if h == nil || h.Registered || h.Intercepted {
				continue
			}
			for _, id := range f.uses[fn] {
				if caller := f.tailCaller(id); f.isCalled(id) && (caller == nil || caller.Intercepted) {
					h.Intercepted, changed = true, true
				}
			}
		}
	}
}

func isFunc(t types.Type) bool {
	if t == nil {
		return false
	}
	_, ok := types.Unalias(t).Underlying().(*types.Signature)
	return ok
}

// tailCalled adds the functions of this package that handlers call only in order to return their
// results, and that nobody else calls.
func (f *finder) tailCalled() {
	candidates := make(map[*types.Func]bool)
	for work := slices.Clone(f.set.All); len(work) > 0; work = work[1:] {
		caller := work[0]
		for _, ret := range ReturnStmts(caller.Func) {
			if len(ret.Results) != 1 {
				continue
			}
			call, ok := ast.Unparen(ret.Results[0]).(*ast.CallExpr)
			if !ok {
				continue
			}
			fn := f.callee(call)
			cur, ok := f.decls[fn]
			if !ok || f.set.byFunc[cur.Node()] != nil {
				continue
			}
			h := f.add(cur)
			h.Tail, h.Source, h.Declared = true, caller.Source, caller.Declared
			candidates[fn] = true
			work = append(work, h)
		}
	}
	for removed := true; removed; {
		removed = false
		for fn := range candidates {
			if !slices.ContainsFunc(f.uses[fn], func(id *ast.Ident) bool { return f.tailCaller(id) == nil }) {
				continue
			}
			f.remove(f.decls[fn].Node())
			delete(candidates, fn)
			removed = true
		}
	}
}

func (f *finder) remove(fn ast.Node) {
	h := f.set.byFunc[fn]
	delete(f.set.byFunc, fn)
	f.set.All = slices.DeleteFunc(f.set.All, func(other *Handler) bool { return other == h })
}

// tailCaller returns the handler that returns the results of a call of the function named
// by id, nil if that is not what is done with the function there.
func (f *finder) tailCaller(id *ast.Ident) *Handler {
	cur, ok := f.root.FindNode(id)
	if !ok {
		return nil
	}
	call, ok := CallOf(cur)
	if !ok || !f.isPassedOn(call) {
		return nil
	}
	for fn := range call.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		return f.set.byFunc[fn.Node()]
	}
	return nil
}

func (f *finder) isCalled(id *ast.Ident) bool {
	cur, ok := f.root.FindNode(id)
	if !ok {
		return false
	}
	_, ok = CallOf(cur)
	return ok
}

// CallOf returns the call of the function that the identifier at cur names: f() or x.f().
func CallOf(cur inspector.Cursor) (inspector.Cursor, bool) {
	kind, _ := cur.ParentEdge()
	for kind == edge.SelectorExpr_Sel || kind == edge.IndexExpr_X || kind == edge.IndexListExpr_X || kind == edge.ParenExpr_X {
		cur = cur.Parent()
		kind, _ = cur.ParentEdge()
	}
	return cur.Parent(), kind == edge.CallExpr_Fun
}

// ReturnStmts returns the return statements of the function at fn, without those of the
// function literals in it.
func ReturnStmts(fn inspector.Cursor) []*ast.ReturnStmt {
	var returns []*ast.ReturnStmt
	fn.Inspect([]ast.Node{(*ast.FuncLit)(nil), (*ast.ReturnStmt)(nil)}, func(cur inspector.Cursor) bool {
		if ret, ok := cur.Node().(*ast.ReturnStmt); ok {
			returns = append(returns, ret)
		}
		return cur == fn // not into a literal
	})
	return returns
}

// finish puts the handlers in order and gives those that are still of nobody's source the one that
// the options tell.
func (f *finder) finish() {
	slices.SortFunc(f.set.All, func(a, b *Handler) int {
		x, y := a.Func.Node().Pos(), b.Func.Node().Pos()
		// Files that are read at the same time have no order of their own.
		return cmp.Or(cmp.Compare(f.pass.Fset.File(x).Name(), f.pass.Fset.File(y).Name()), cmp.Compare(x, y))
	})
	for _, h := range f.set.All {
		if h.Source != Direct {
			continue
		}
		switch choiceOf(f.pass, "lambda.integration") {
		case "proxy":
			h.Source = Other
		case "nonproxy":
			h.Source = NonProxy
		}
	}
}
