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

// prunedFiles returns the syntax of the kept declarations of p, and frees its sources.
func (l *loader) prunedFiles(p *pkg) ([]*ast.File, error) {
	var files []*ast.File
	for _, f := range p.files {
		syntax, err := l.pruned(f)
		if err != nil {
			return nil, err
		}
		if syntax != nil {
			files = append(files, syntax)
		}
	}
	p.files, p.decls, p.methods = nil, nil, nil
	return files, nil
}

// pruned returns the syntax of the kept declarations of f, nil if there are none. Their
// positions are lines and columns of the file.
func (l *loader) pruned(f *file) (*ast.File, error) {
	if !f.keeps() {
		return nil, nil
	}
	type start struct{ offset, src, line int } // in buf, in f.Src
	var starts []start
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
		starts = append(starts, start{len(buf), d.Start, line})
		buf = topdecl.Strip(buf, f.Src[d.Start:d.End])
		if d.Keyword == token.FUNC {
			buf = append(buf, "{}"...) // a generic function must have a body
		}
		buf = append(buf, '\n')
	}
	syntax, err := parser.ParseFile(l.fset, f.Name, buf, parser.SkipObjectResolution)
	if err != nil {
		// The source must have an error of its own.
		_, real := parser.ParseFile(token.NewFileSet(), f.Name, f.Src, parser.SkipObjectResolution)
		if !l.noteSyntax(f.pkg, real) {
			return nil, errors.New("syntax error: " + err.Error())
		}
		if f.pkg.loc.Main {
			l.doubt(f.pkg, lacks)
		} else {
			l.doubt(f.pkg, foreign)
		}
	}
	tokens := l.fset.File(syntax.FileStart)
	for _, s := range starts {
		column := s.src - strings.LastIndexByte(f.Src[:s.src], '\n')
		tokens.AddLineColumnInfo(s.offset, f.Name, s.line, column)
	}
	return syntax, nil
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
