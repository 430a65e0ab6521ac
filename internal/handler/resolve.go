package handler

import (
	"go/ast"
	"go/token"
	"go/types"
	"iter"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// A finder finds the handlers of a package.
type finder struct {
	pass        *analysis.Pass
	info        *types.Info
	root        inspector.Cursor
	set         *Set
	transparent map[string]bool
	events      *types.Package // of aws-lambda-go, nil if not imported

	decls     map[*types.Func]inspector.Cursor // *ast.FuncDecl
	values    map[*types.Var][]ast.Expr        // what is assigned to variables; nil where that is not known
	uses      map[*types.Func][]*ast.Ident     // where functions are named, tests aside
	accounted map[ast.Expr]bool                // functions as arguments that registered has dealt with
	own       map[*types.Func]*Starts          // functions of the package that start handlers
}

func newFinder(pass *analysis.Pass, set *Set, transparent map[string]bool) *finder {
	f := &finder{
		pass: pass, info: pass.TypesInfo, set: set, transparent: transparent,
		root:      pass.ResultOf[inspect.Analyzer].(*inspector.Inspector).Root(),
		decls:     make(map[*types.Func]inspector.Cursor),
		uses:      make(map[*types.Func][]*ast.Ident),
		accounted: make(map[ast.Expr]bool),
		own:       make(map[*types.Func]*Starts),
	}
	for _, imp := range pass.Pkg.Imports() {
		if imp.Path() == awspath.Events {
			f.events = imp
		}
	}
	for cur := range f.root.Preorder((*ast.FuncDecl)(nil)) {
		if fn, ok := f.info.Defs[cur.Node().(*ast.FuncDecl).Name].(*types.Func); ok && cur.Node().(*ast.FuncDecl).Body != nil {
			f.decls[fn] = cur
		}
	}
	for id, obj := range f.info.Uses {
		if fn, ok := obj.(*types.Func); ok && fn.Pkg() == pass.Pkg && !f.inTest(id.Pos()) {
			f.uses[fn.Origin()] = append(f.uses[fn.Origin()], id)
		}
	}
	return f
}

func (f *finder) inTest(pos token.Pos) bool {
	return knowledge.IsTestFile(f.pass.Fset.File(pos).Name())
}

// calls returns the calls in the package, tests aside.
func (f *finder) calls() iter.Seq[inspector.Cursor] {
	return func(yield func(inspector.Cursor) bool) {
		for cur := range f.root.Preorder((*ast.CallExpr)(nil)) {
			if !f.inTest(cur.Node().Pos()) && !yield(cur) {
				return
			}
		}
	}
}

// callee returns the function or method that call calls, nil if that is not known.
func (f *finder) callee(call *ast.CallExpr) *types.Func {
	if fn := typeutil.StaticCallee(f.info, call); fn != nil {
		return fn.Origin()
	}
	return nil
}

// resolve returns the *ast.FuncDecl or *ast.FuncLit of this package that e denotes.
func (f *finder) resolve(e ast.Expr) (inspector.Cursor, bool) {
	switch e := ast.Unparen(e).(type) {
	case *ast.FuncLit:
		return f.root.FindNode(e)
	case *ast.IndexExpr:
		return f.resolve(e.X)
	case *ast.IndexListExpr:
		return f.resolve(e.X)
	case *ast.SelectorExpr:
		return f.resolve(e.Sel)
	case *ast.Ident:
		switch obj := f.info.Uses[e].(type) {
		case *types.Func:
			cur, ok := f.decls[obj.Origin()]
			return cur, ok
		case *types.Var:
			if kind := obj.Kind(); kind != types.LocalVar && kind != types.PackageVar {
				break
			}
			if values := f.assigned(obj); len(values) == 1 && values[0] != nil {
				return f.resolve(values[0])
			}
		}
	case *ast.CallExpr:
		if f.info.Types[e.Fun].IsType() && len(e.Args) == 1 {
			return f.resolve(e.Args[0])
		}
		if cur, ok := f.decls[f.callee(e)]; ok {
			if returns := ReturnStmts(cur); len(returns) == 1 && len(returns[0].Results) == 1 {
				return f.constructed(returns[0].Results[0])
			}
		}
	}
	return inspector.Cursor{}, false
}

// constructed resolves what a constructor returns: a function literal or a method value,
// for it must not lead back to the constructor.
func (f *finder) constructed(e ast.Expr) (inspector.Cursor, bool) {
	switch e := ast.Unparen(e).(type) {
	case *ast.FuncLit, *ast.SelectorExpr, *ast.Ident:
		return f.resolve(e)
	case *ast.CallExpr: // a conversion, such as HandlerFunc(func...)
		if f.info.Types[e.Fun].IsType() && len(e.Args) == 1 {
			return f.constructed(e.Args[0])
		}
	}
	return inspector.Cursor{}, false
}

// assigned returns what is assigned to v anywhere, with a nil for what is not known.
func (f *finder) assigned(v *types.Var) []ast.Expr {
	if f.values == nil {
		f.values = f.assignments()
	}
	return f.values[v]
}

func (f *finder) assignments() map[*types.Var][]ast.Expr {
	values := make(map[*types.Var][]ast.Expr)
	record := func(lhs, rhs ast.Expr) {
		if id, ok := ast.Unparen(lhs).(*ast.Ident); ok {
			if v, ok := f.info.ObjectOf(id).(*types.Var); ok {
				values[v] = append(values[v], rhs)
			}
		}
	}
	for cur := range f.root.Preorder((*ast.AssignStmt)(nil), (*ast.ValueSpec)(nil), (*ast.UnaryExpr)(nil), (*ast.RangeStmt)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				if len(n.Lhs) == len(n.Rhs) {
					record(lhs, n.Rhs[i])
				} else {
					record(lhs, nil)
				}
			}
		case *ast.ValueSpec:
			for i, name := range n.Names {
				if len(n.Names) == len(n.Values) {
					record(name, n.Values[i])
				} else if len(n.Values) > 0 {
					record(name, nil)
				}
			}
		case *ast.UnaryExpr:
			if n.Op == token.AND {
				record(n.X, nil)
			}
		case *ast.RangeStmt:
			record(n.Key, nil)
			record(n.Value, nil)
		}
	}
	return values
}

// invokeMethod returns the declaration of the method Invoke of e, if e is a
// lambda.Handler of a type of this package. The runtime prefers it to anything else.
func (f *finder) invokeMethod(e ast.Expr) (inspector.Cursor, bool) {
	t := f.info.TypeOf(e)
	if t == nil || types.IsInterface(t) {
		return inspector.Cursor{}, false
	}
	obj, _, _ := types.LookupFieldOrMethod(t, false, f.pass.Pkg, "Invoke")
	fn, ok := obj.(*types.Func)
	if !ok {
		return inspector.Cursor{}, false
	}
	sig := fn.Signature()
	if sig.Params().Len() != 2 || sig.Results().Len() != 2 || !awssdk.IsContext(sig.Params().At(0).Type()) || !isBytes(sig.Results().At(0).Type()) {
		return inspector.Cursor{}, false
	}
	cur, ok := f.decls[fn.Origin()]
	return cur, ok
}

func isBytes(t types.Type) bool {
	slice, ok := types.Unalias(t).(*types.Slice)
	return ok && types.Identical(slice.Elem(), types.Typ[types.Byte])
}

// isArgument reports whether the call at cur is an argument of a call that may do
// anything with it.
func (f *finder) isArgument(cur inspector.Cursor) bool {
	if kind, _ := cur.ParentEdge(); kind != edge.CallExpr_Args {
		return false
	}
	outer := cur.Parent().Node().(*ast.CallExpr)
	return !f.registers(outer) && !f.info.Types[outer.Fun].IsType()
}
