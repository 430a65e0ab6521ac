package load

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"path/filepath"

	"golang.org/x/tools/go/packages"
)

// differences compares what got and want say about the same packages. It returns the
// differences, and the number of facts compared.
func differences(got, want *Result) (diffs []string, facts int) {
	c := comparison{
		got:   side{fset: got.Fset},
		want:  side{fset: want.Fset},
		named: make(map[string]bool),
	}
	packages := make(map[string]*packages.Package)
	for _, pkg := range got.Packages {
		packages[pkg.ID] = pkg
	}
	c.fact("", got.Matched, want.Matched)
	c.fact("", len(packages), len(want.Packages))
	for _, pkg := range want.Packages {
		if packages[pkg.ID] == nil {
			c.fact(pkg.ID, "missing", "there")
			continue
		}
		c.pkg(packages[pkg.ID], pkg)
	}
	return c.diffs, c.facts
}

// A comparison walks two results side by side.
type comparison struct {
	got, want side
	named     map[string]bool // types whose structure has been compared
	diffs     []string
	facts     int
}

type side struct {
	fset *token.FileSet
	info *types.Info
}

func (c *comparison) fact(where string, got, want any) {
	c.facts++
	if g, w := fmt.Sprint(got), fmt.Sprint(want); g != w {
		c.diffs = append(c.diffs, fmt.Sprintf("%s: got %s, want %s", where, g, w))
	}
}

func (c *comparison) pkg(got, want *packages.Package) {
	c.got.info, c.want.info = got.TypesInfo, want.TypesInfo
	c.fact(want.ID, got.Name, want.Name)
	c.fact(want.ID, got.PkgPath, want.PkgPath)
	c.fact(want.ID, got.ForTest, want.ForTest)
	c.fact(want.ID, got.Dir, want.Dir)
	c.fact(want.ID, got.GoFiles, want.GoFiles)
	c.fact(want.ID, *got.Module, packages.Module{
		Path: want.Module.Path, Main: want.Module.Main, Dir: want.Module.Dir, GoMod: want.Module.GoMod, GoVersion: want.Module.GoVersion,
	})
	c.fact(want.ID, got.IllTyped, want.IllTyped)
	c.fact(want.ID, got.Types, want.Types)
	c.fact(want.ID, len(got.Syntax), len(want.Syntax))
	for i := range min(len(got.Syntax), len(want.Syntax)) {
		g, w := got.Syntax[i], want.Syntax[i]
		c.fact(want.ID, got.TypesInfo.FileVersions[g], want.TypesInfo.FileVersions[w])
		gotNodes, wantNodes := nodes(g), nodes(w)
		c.fact(want.ID, len(gotNodes), len(wantNodes))
		for i := range min(len(gotNodes), len(wantNodes)) {
			c.node(gotNodes[i], wantNodes[i])
		}
	}
}

func nodes(f *ast.File) []ast.Node {
	var out []ast.Node
	ast.Inspect(f, func(n ast.Node) bool {
		if n != nil {
			out = append(out, n)
		}
		return true
	})
	return out
}

func (c *comparison) node(got, want ast.Node) {
	where := c.want.fset.Position(want.Pos()).String()
	c.fact(where, c.got.fset.Position(got.Pos()), where)
	if want, ok := want.(ast.Expr); ok {
		got := got.(ast.Expr)
		g, w := c.got.info.Types[got], c.want.info.Types[want]
		c.typ(where, g.Type, w.Type)
		g.Type, w.Type = nil, nil
		c.fact(where, fmt.Sprintf("%+v", g), fmt.Sprintf("%+v", w)) // mode and constant
	}
	c.object(where, c.got.info.Implicits[got], c.want.info.Implicits[want])
	switch want := want.(type) {
	case *ast.Ident:
		got := got.(*ast.Ident)
		c.object(where, c.got.info.Defs[got], c.want.info.Defs[want])
		c.object(where, c.got.info.Uses[got], c.want.info.Uses[want])
		g, w := c.got.info.Instances[got], c.want.info.Instances[want]
		c.typ(where, g.Type, w.Type)
		c.fact(where, g.TypeArgs.Len(), w.TypeArgs.Len())
		for i := range w.TypeArgs.Len() {
			c.typ(where, g.TypeArgs.At(i), w.TypeArgs.At(i))
		}
	case *ast.SelectorExpr:
		g, w := c.got.info.Selections[got.(*ast.SelectorExpr)], c.want.info.Selections[want]
		if c.fact(where, g == nil, w == nil); g != nil && w != nil {
			c.selection(where, g, w)
		}
	}
}

func (c *comparison) selection(where string, got, want *types.Selection) {
	c.fact(where, got.Kind(), want.Kind())
	c.fact(where, got.Indirect(), want.Indirect())
	c.typ(where, got.Recv(), want.Recv())
	c.typ(where, got.Type(), want.Type())
	c.object(where, got.Obj(), want.Obj())
	g, w := got.Index(), want.Index()
	if want.Kind() != types.FieldVal { // a method has another index if others are left out
		g, w = g[:len(g)-1], w[:len(w)-1]
	}
	c.fact(where, g, w)
}

func (c *comparison) object(where string, got, want types.Object) {
	if c.fact(where, got == nil, want == nil); got == nil || want == nil {
		return
	}
	c.fact(where, fmt.Sprintf("%T", got), fmt.Sprintf("%T", want))
	c.fact(where, types.ObjectString(got, nil), types.ObjectString(want, nil))
	c.fact(where, got.Pkg(), want.Pkg())
	c.typ(where, got.Type(), want.Type())
	if want.Pkg() != nil && want.Pkg().Path() != "unsafe" && want.Pkg().Name() != "c" { // cgo generates its lines
		g, w := c.got.fset.Position(got.Pos()), c.want.fset.Position(want.Pos())
		c.fact(where+" "+want.Name(), g.Line, w.Line)
		// The export data of the standard library may begin names with $GOROOT.
		c.fact(where+" "+want.Name(), filepath.Base(g.Filename), filepath.Base(w.Filename))
	}
	if want, ok := want.(*types.Const); ok {
		c.fact(where, got.(*types.Const).Val().ExactString(), want.Val().ExactString())
	}
}

// typ compares two types, and the structure of the named types in them.
func (c *comparison) typ(where string, got, want types.Type) {
	if c.fact(where, got == nil, want == nil); got == nil || want == nil {
		return
	}
	c.fact(where, types.TypeString(got, nil), types.TypeString(want, nil))
	switch want := want.(type) {
	case *types.Alias:
		if got, ok := got.(*types.Alias); ok {
			c.typ(where, got.Rhs(), want.Rhs())
		}
	case *types.Named:
		name := types.TypeString(want, nil)
		if want.Obj().Parent() != nil && want.Obj().Parent() != want.Obj().Pkg().Scope() || c.named[name] {
			return // local types of different functions may have one name
		}
		c.named[name] = true
		c.typ(name, got.Underlying(), want.Underlying())
	case *types.Pointer:
		if got, ok := got.(*types.Pointer); ok {
			c.typ(where, got.Elem(), want.Elem())
		}
	case interface{ Elem() types.Type }: // slices, arrays, channels, maps
		if got, ok := got.(interface{ Elem() types.Type }); ok {
			c.typ(where, got.Elem(), want.Elem())
		}
		if want, ok := want.(*types.Map); ok {
			if got, ok := got.(*types.Map); ok {
				c.typ(where, got.Key(), want.Key())
			}
		}
	case *types.Struct:
		if got, ok := got.(*types.Struct); ok && got.NumFields() == want.NumFields() {
			for i := range want.NumFields() {
				c.fact(where, got.Tag(i), want.Tag(i))
				c.typ(where, got.Field(i).Type(), want.Field(i).Type())
			}
		}
	case *types.Interface:
		if got, ok := got.(*types.Interface); ok && got.NumMethods() == want.NumMethods() {
			for i := range want.NumMethods() {
				c.typ(where, got.Method(i).Type(), want.Method(i).Type())
			}
		}
	case *types.Signature:
		if got, ok := got.(*types.Signature); ok {
			c.typ(where, got.Params(), want.Params())
			c.typ(where, got.Results(), want.Results())
		}
	case *types.Tuple:
		if got, ok := got.(*types.Tuple); ok && got.Len() == want.Len() {
			for i := range want.Len() {
				c.typ(where, got.At(i).Type(), want.At(i).Type())
			}
		}
	}
}
