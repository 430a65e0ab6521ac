package load

import (
	"crypto/sha256"
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
	l.mu.Lock()
	l.sums[name] = sha256.Sum256(src)
	l.mu.Unlock()
	f, err := parser.ParseFile(l.fset, name, src, parser.ParseComments|parser.SkipObjectResolution|parser.AllErrors)
	c.syntax[i] = f
	if f.Name.Name == "" { // the parser gives up on what is nested too deeply, and has not even the name
		f.Package, f.Name = f.FileStart, &ast.Ident{NamePos: f.FileStart, Name: c.Name}
	}
	if err != nil {
		l.noteUnparsed(c, f, err)
	}
	if tooNew(f.GoVersion) {
		f.GoVersion = "" // the type checker would refuse the file
	}
	out := batch{decls: make(map[*pkg][]string)}
	if err := l.refs(c, f, &out); err != nil {
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
			l.doubt(c.pkg, cgo)
			continue
		}
		p, err := l.resolve(path, false)
		if err != nil {
			return err
		}
		l.mu.Lock()
		c.pkg.imports[path] = p
		l.mu.Unlock()
		if spec.Name == nil || spec.Name.Name != "_" {
			if err := l.index(p); err != nil {
				return err
			}
		}
		if p.missing != nil {
			l.noteMissing(c.pkg, p, l.fset.Position(spec.Path.Pos()))
			if spec.Name == nil {
				l.guessName(p, f)
			}
			continue
		}
		switch {
		case spec.Name == nil:
			imports[p.name] = p
		case spec.Name.Name == ".":
			dots = append(dots, p)
			c.dotImports.Store(true)
		case spec.Name.Name != "_":
			imports[spec.Name.Name] = p
		}
	}
	if p := imports["errors"]; p != nil { // fixes ask whether it has it
		out.demand(p, "As")
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

// guessName sets the name of a package that cannot be had to one that f uses as if it were an
// import, and that its path suggests.
func (l *loader) guessName(p *pkg, f *ast.File) {
	name := ""
	ast.Inspect(f, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := sel.X.(*ast.Ident); ok && len(x.Name) > len(name) && looksLike(p.loc.Path, x.Name) {
				name = x.Name
			}
		}
		return true
	})
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(name) > len(p.name) {
		p.name = name
	}
}
