package load

import (
	"errors"
	"go/ast"
	"go/parser"
	"strconv"
)

// parse parses a target and asks for what it names.
func (l *loader) parse(u *unit) error {
	u.pkg.imports = make(map[string]*pkg)
	out := batch{decls: make(map[*pkg][]string)}
	for _, f := range u.files {
		src, err := l.tree.ReadFile(f.Name)
		if err != nil {
			return err
		}
		const mode = parser.ParseComments | parser.SkipObjectResolution
		syntax, err := parser.ParseFile(l.fset, f.Name, src, mode)
		if err != nil {
			return errors.New("syntax error: " + err.Error())
		}
		u.syntax = append(u.syntax, syntax)
		if err := l.astRefs(u, syntax, &out); err != nil {
			return err
		}
	}
	l.deliver(&out)
	return nil
}

// astRefs notes what the file of a target names.
func (l *loader) astRefs(u *unit, f *ast.File, out *batch) error {
	imports := make(map[string]*pkg)
	var dots []*pkg
	for _, spec := range f.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return errors.New("import of " + spec.Path.Value)
		}
		if path == "C" {
			return errors.New("cgo in " + u.path)
		}
		p, err := l.resolve(path, false)
		if err != nil {
			return err
		}
		u.pkg.imports[path] = p
		switch {
		case spec.Name == nil:
			if err := l.index(p); err != nil {
				return err
			}
			imports[p.name] = p
		case spec.Name.Name == ".":
			dots = append(dots, p)
		case spec.Name.Name != "_":
			imports[spec.Name.Name] = p
		}
	}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			out.names = append(out.names, n.Sel.Name)
			if x, ok := n.X.(*ast.Ident); ok && imports[x.Name] != nil {
				out.demand(imports[x.Name], n.Sel.Name)
			}
		case *ast.InterfaceType:
			for _, method := range n.Methods.List {
				for _, name := range method.Names {
					out.names = append(out.names, name.Name)
				}
			}
		case *ast.Ident:
			for _, p := range dots {
				out.demand(p, n.Name)
			}
		}
		return true
	})
	return nil
}
