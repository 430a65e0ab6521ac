package lambdafix

import (
	"go/ast"
	"go/types"

	"github.com/awserrlint/awserrlint/internal/fix"
)

// A caller is a place where a fix writes a call of a logger that the package uses elsewhere.
type caller struct {
	info     *types.Info
	lookup   func(name string) types.Object
	imported func(path, name string) string
	receiver func(other *types.Var) string // the name of the receiver there, if it has the type of other, that of another method
}

// caller returns the place of the fix of e.
func (e *Editor) caller() *caller {
	pos := e.at.Pos()
	return &caller{
		info:     e.kit.pass.TypesInfo,
		lookup:   func(name string) types.Object { return e.Lookup(name, pos) },
		imported: func(path, name string) string { return e.Import(path, name, pos) },
		receiver: e.receiver,
	}
}

// declared returns the place in a function that a fix declares.
func (k *Kit) declared(d *fix.Declaration) *caller {
	return &caller{
		info:     k.pass.TypesInfo,
		lookup:   k.pass.Pkg.Scope().Lookup,
		imported: d.Import,
		receiver: func(*types.Var) string { return "" },
	}
}

// reaches reports whether fun, a function or method that logs, can be called at c.
func (c *caller) reaches(fun ast.Expr) bool {
	switch fun := ast.Unparen(fun).(type) {
	case *ast.Ident:
		return c.lookup(fun.Name) == c.info.Uses[fun]
	case *ast.SelectorExpr:
		return c.hasLogger(fun.X)
	}
	return false
}

func (c *caller) hasLogger(x ast.Expr) bool {
	switch x := x.(type) {
	case *ast.SelectorExpr:
		return c.hasLogger(x.X)
	case *ast.CallExpr: // zap.L()
		return len(x.Args) == 0 && c.reaches(x.Fun)
	case *ast.Ident:
		switch obj := c.info.Uses[x].(type) {
		case *types.PkgName:
			return true
		case *types.Var:
			return c.lookup(x.Name) == obj || obj.Kind() == types.RecvVar && c.receiver(obj) != ""
		}
	}
	return false
}

// logger returns how the logger of fun, which c reaches, is written there, "" for a function of the package.
func (c *caller) logger(fun ast.Expr) string {
	if sel, ok := ast.Unparen(fun).(*ast.SelectorExpr); ok {
		return c.write(sel.X)
	}
	return ""
}

func (c *caller) write(x ast.Expr) string {
	switch x := x.(type) {
	case *ast.SelectorExpr:
		return c.write(x.X) + "." + x.Sel.Name
	case *ast.CallExpr:
		return c.write(x.Fun) + "()"
	case *ast.Ident:
		switch obj := c.info.Uses[x].(type) {
		case *types.PkgName:
			return c.imported(obj.Imported().Path(), obj.Imported().Name())
		case *types.Var:
			if c.lookup(x.Name) != obj {
				return c.receiver(obj)
			}
		}
		return x.Name
	}
	return ""
}

// receiver returns the name of the receiver at the fix if it has the type of other, that of another method.
func (e *Editor) receiver(other *types.Var) string {
	fn := e.kit.function(e.at.Pos())
	if fn == nil || fn.Recv == nil || len(fn.Recv.List[0].Names) == 0 {
		return ""
	}
	id := fn.Recv.List[0].Names[0]
	recv := e.kit.pass.TypesInfo.Defs[id]
	if recv == nil || e.Lookup(id.Name, e.at.Pos()) != recv || !types.Identical(pointed(recv.Type()), pointed(other.Type())) {
		return ""
	}
	return id.Name
}

// pointed returns the type that t points to, t if it is no pointer.
func pointed(t types.Type) types.Type {
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		return ptr.Elem()
	}
	return t
}
