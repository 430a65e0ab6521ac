package load

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"strings"

	"github.com/awserrlint/awserrlint/internal/load/topdecl"
)

// A prunedFile is the source of the kept declarations of a file.
type prunedFile struct {
	name   string
	src    []byte
	starts []start
}

// A start is where a declaration starts.
type start struct{ offset, line, column int } // in prunedFile.src, in the file

// prune replaces the sources of p by those of the kept declarations: a fraction of them.
func (p *pkg) prune() {
	for _, f := range p.files {
		if f.keeps() {
			p.pruned = append(p.pruned, f.prune())
		}
	}
	p.files, p.decls, p.methods, p.deferred, p.asked, p.inbox, p.todo = nil, nil, nil, deferred{}, nil, nil, nil
}

func (f *file) prune() *prunedFile {
	out := &prunedFile{name: f.Name}
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
		out.starts = append(out.starts, start{len(buf), line, d.Start - strings.LastIndexByte(f.Src[:d.Start], '\n')})
		buf = topdecl.Strip(buf, f.Src[d.Start:d.End])
		if d.Keyword == token.FUNC {
			buf = append(buf, "{}"...) // a generic function must have a body
		}
		buf = append(buf, '\n')
	}
	out.src = buf
	return out
}

// parsePruned returns the syntax of the kept declarations of p. Their positions are lines and
// columns of the files.
func (l *loader) parsePruned(p *pkg) ([]*ast.File, error) {
	var files []*ast.File
	for _, f := range p.pruned {
		syntax, err := parser.ParseFile(l.fset, f.name, f.src, parser.SkipObjectResolution)
		if err != nil {
			if err := l.explainSyntax(p, f.name, err); err != nil {
				return nil, err
			}
		}
		tokens := l.fset.File(syntax.FileStart)
		for _, s := range f.starts {
			tokens.AddLineColumnInfo(s.offset, f.name, s.line, s.column)
		}
		files = append(files, syntax)
	}
	p.pruned = nil
	return files, nil
}

// explainSyntax records why the kept declarations of a file have the syntax error err. It returns
// an error if the file has none itself.
func (l *loader) explainSyntax(p *pkg, name string, err error) error {
	src, readErr := l.tree.ReadFile(name)
	if readErr != nil {
		return readErr
	}
	_, real := parser.ParseFile(token.NewFileSet(), name, src, parser.SkipObjectResolution)
	if !l.noteSyntax(p, real) {
		return errors.New("syntax error: " + err.Error())
	}
	if p.loc.Main {
		l.doubt(p, lacks)
	} else {
		l.doubt(p, foreign)
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

// keyword returns the source of the keyword that begins d.
func (d *decl) keyword() string {
	if d.Keyword == token.FUNC {
		return "func"
	}
	return d.Keyword.String() + " "
}
