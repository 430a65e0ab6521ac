package load

import (
	"errors"
	"go/ast"
	"go/parser"
	"strconv"
)

// parse parses file i of a package to analyze, and demands what it names.
func (l *loader) parse(c *analyzed, i int) error {
	name := c.files[i].Name
	src, err := l.tree.ReadFile(name)
	if err != nil {
		return err
	}
	c.syntax[i], err = parser.ParseFile(l.fset, name, src, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return errors.New("syntax error: " + err.Error())
	}
	out := batch{decls: make(map[*pkg][]string)}
	if err := l.refs(c, c.syntax[i], &out); err != nil {
		return err
	}
	l.deliver(&out)
	return nil
}

// refs adds to out what f, a file of c, names.
func (l *loader) refs(c *analyzed, f *ast.File, out *batch) error {
	imports := make(map[string]*pkg)
	var dots []*pkg
	for _, spec := range f.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return errors.New("import of " + spec.Path.Value)
		}
		if path == "C" {
			return errors.New("cgo in " + c.Path)
		}
		p, err := l.resolve(path, false)
		if err != nil {
			return err
		}
		l.mu.Lock()
		c.pkg.imports[path] = p
		l.mu.Unlock()
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
