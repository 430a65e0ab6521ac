package load

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"path"
	"strconv"
	"strings"
	"sync/atomic"

	"github.com/awserrlint/awserrlint/internal/load/source"
	"github.com/awserrlint/awserrlint/internal/load/topdecl"
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
			return source.Unsupported("syntax error: " + err.Error())
		}
		u.syntax = append(u.syntax, syntax)
		if err := l.astRefs(u, syntax, &out); err != nil {
			return err
		}
	}
	l.deliver(&out)
	return nil
}

// check type-checks all packages, each after those that it imports.
func (l *loader) check() error {
	blockers := make(map[*pkg]*atomic.Int32)
	importers := make(map[*pkg][]*pkg)
	var ready []*pkg
	for _, p := range l.pkgs {
		if p.types != nil {
			continue // unsafe
		}
		if err := l.link(p); err != nil {
			return err
		}
		unique := make(map[*pkg]bool)
		for _, imp := range p.imports {
			if imp.types == nil {
				unique[imp] = true
			}
		}
		for imp := range unique {
			importers[imp] = append(importers[imp], p)
		}
		blockers[p] = new(atomic.Int32)
		blockers[p].Store(int32(len(unique)))
		if len(unique) == 0 {
			ready = append(ready, p)
		}
	}
	var checked atomic.Int32
	var start func(p *pkg)
	start = func(p *pkg) {
		l.start(func() error {
			if err := l.checkPackage(p); err != nil {
				return err
			}
			checked.Add(1)
			for _, importer := range importers[p] {
				if blockers[importer].Add(-1) == 0 {
					start(importer)
				}
			}
			return nil
		})
	}
	for _, p := range ready {
		start(p)
	}
	if err := l.wait(); err != nil {
		return err
	}
	if int(checked.Load()) != len(blockers) {
		return source.Unsupported("import cycle, perhaps through test files")
	}
	return nil
}

// link sets the imports of a package that is read on demand.
func (l *loader) link(p *pkg) error {
	if p.target != nil {
		return nil
	}
	p.imports = make(map[string]*pkg)
	for _, f := range p.files {
		for _, name := range f.used {
			imp := f.qualifiers[name]
			p.imports[imp.loc.Path] = imp
		}
		if !f.keeps() {
			continue
		}
		for _, spec := range f.Imports {
			if spec.Name == "." {
				imp, err := l.resolve(spec.Path, p.loc.Std)
				if err != nil {
					return err
				}
				p.imports[imp.loc.Path] = imp
			}
		}
	}
	return nil
}

// keeps reports whether a declaration of f is kept.
func (f *file) keeps() bool {
	for _, d := range f.decls {
		if d.kept {
			return true
		}
	}
	return false
}

type importerFunc func(path string) (*types.Package, error)

func (f importerFunc) Import(path string) (*types.Package, error) { return f(path) }

// checkPackage type-checks p, whose imports are checked.
func (l *loader) checkPackage(p *pkg) error {
	if p.name == "" { // imported for its effects only
		p.name = path.Base(p.loc.Path)
	}
	p.types = types.NewPackage(p.loc.Path, p.name)
	config := &types.Config{
		Sizes:            l.sizes,
		FakeImportC:      p.cgo,
		IgnoreFuncBodies: p.target == nil,
		Importer: importerFunc(func(path string) (*types.Package, error) {
			if imp := p.imports[path]; imp != nil {
				return imp.types, nil
			}
			return nil, source.Unsupported("import of " + path)
		}),
	}
	var info *types.Info
	var files []*ast.File
	if u := p.target; u != nil {
		config.GoVersion = "go" + l.tree.Main.GoVersion
		info = newInfo()
		u.info = info
		files = u.syntax
	} else {
		for _, f := range p.files {
			syntax, err := l.pruned(f)
			if err != nil {
				return err
			}
			if syntax != nil {
				files = append(files, syntax)
			}
		}
		p.files, p.decls, p.methods = nil, nil, nil // the sources can go
	}
	if err := types.NewChecker(config, l.fset, p.types, info).Files(files); err != nil {
		return source.Unsupported("type error: " + err.Error())
	}
	return nil
}

func newInfo() *types.Info {
	return &types.Info{
		Types:        make(map[ast.Expr]types.TypeAndValue),
		Defs:         make(map[*ast.Ident]types.Object),
		Uses:         make(map[*ast.Ident]types.Object),
		Implicits:    make(map[ast.Node]types.Object),
		Instances:    make(map[*ast.Ident]types.Instance),
		Scopes:       make(map[ast.Node]*types.Scope),
		Selections:   make(map[*ast.SelectorExpr]*types.Selection),
		FileVersions: make(map[*ast.File]string),
	}
}

// pruned returns the syntax of what is kept of f, nil if nothing is. Positions
// lead to the lines and columns of the file.
func (l *loader) pruned(f *file) (*ast.File, error) {
	if !f.keeps() {
		return nil, nil
	}
	type place struct{ offset, start, line int }
	var places []place
	buf := make([]byte, 0, 1024)
	buf = append(buf, "package "+f.Package+"\n"...)
	for _, name := range f.used {
		buf = append(buf, "import "+name+" "+strconv.Quote(f.qualifiers[name].loc.Path)+"\n"...)
	}
	if f.Cgo {
		buf = append(buf, "import \"C\"\n"...)
	}
	for _, imp := range f.Imports {
		if imp.Name == "." {
			buf = append(buf, "import . "+strconv.Quote(imp.Path)+"\n"...)
		}
	}
	line, counted := 1, 0
	for _, d := range f.decls {
		if !d.kept {
			continue
		}
		line += strings.Count(f.Src[counted:d.Start], "\n")
		counted = d.Start
		buf = append(buf, d.keyword()...)
		places = append(places, place{len(buf), d.Start, line})
		buf = topdecl.Strip(buf, f.Src[d.Start:d.End])
		if d.Keyword == token.FUNC {
			buf = append(buf, "{}"...) // a generic function must have a body
		}
		buf = append(buf, '\n')
	}
	syntax, err := parser.ParseFile(l.fset, f.Name, buf, parser.SkipObjectResolution)
	if err != nil {
		return nil, source.Unsupported("syntax error: " + err.Error())
	}
	tokens := l.fset.File(syntax.FileStart)
	for _, p := range places {
		column := p.start - strings.LastIndexByte(f.Src[:p.start], '\n')
		tokens.AddLineColumnInfo(p.offset, f.Name, p.line, column)
	}
	return syntax, nil
}
