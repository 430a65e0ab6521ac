package report

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"
	"sync/atomic"

	"golang.org/x/tools/go/analysis"
)

// The product's name, as //nolint comments and directives have it.
const product = "awserrlint"

// A directive is a comment that suppresses findings:
//
//	//awserrlint:ignore rule[,rule] reason
//	//lint:ignore rule[,rule] reason
//	//nolint:awserrlint
//
// It holds for findings on its own line or, where nothing precedes it on its line,
// on the line below it. There, //nolint covers the whole statement or declaration.
type directive struct {
	comment     *ast.Comment
	ours        bool     // of our own form, which needs a reason
	rules       []string // nil: all
	reason      string
	file        *token.File
	first, last int // the lines it covers
	used        atomic.Bool
}

// directives returns the directives of the package of pass.
func directives(pass *analysis.Pass, nolint bool) []*directive {
	var ds []*directive
	for _, f := range pass.Files {
		file := pass.Fset.File(f.FileStart)
		var code map[int]ast.Node // the outermost node that starts on a line; made when needed
		for _, group := range f.Comments {
			for _, c := range group.List {
				d := parse(c, nolint)
				if d == nil {
					continue
				}
				if code == nil {
					code = nodesByLine(file, f)
				}
				line := file.Line(c.Pos())
				d.file, d.first, d.last = file, line, line
				if standsAlone(file, code, line, c) {
					d.first = file.Line(group.End()) + 1
					d.last = d.first
					if n := code[d.first]; n != nil && d.rules == nil {
						d.last = file.Line(n.End())
					}
				}
				ds = append(ds, d)
			}
		}
	}
	return ds
}

// parse returns the directive that c is, nil if it is none.
func parse(c *ast.Comment, nolint bool) *directive {
	for _, prefix := range []string{"//" + product + ":ignore", "//lint:ignore"} {
		rest, ok := strings.CutPrefix(c.Text, prefix)
		if !ok || rest != "" && rest[0] != ' ' && rest[0] != '\t' {
			continue
		}
		names, reason, _ := strings.Cut(strings.TrimSpace(rest), " ")
		return &directive{
			comment: c, ours: strings.HasPrefix(prefix, "//"+product), rules: strings.Split(names, ","), reason: strings.TrimSpace(reason),
		}
	}
	rest, ok := strings.CutPrefix(strings.TrimPrefix(strings.TrimPrefix(c.Text, "//"), " "), "nolint")
	if !ok || !nolint {
		return nil
	}
	linters, all := "", true
	if names, ok := strings.CutPrefix(rest, ":"); ok {
		linters, _, _ = strings.Cut(names, "//")
		all = false
	} else if rest != "" && rest[0] != ' ' && rest[0] != '\t' && rest[0] != '/' {
		return nil
	}
	for name := range strings.SplitSeq(linters, ",") {
		switch strings.ToLower(strings.TrimSpace(name)) {
		case product, "all":
			all = true
		}
	}
	if !all {
		return nil
	}
	return &directive{comment: c}
}

// nodesByLine returns the outermost declaration, specification, field or statement
// that starts on each line of f.
func nodesByLine(file *token.File, f *ast.File) map[int]ast.Node {
	nodes := make(map[int]ast.Node)
	ast.Inspect(f, func(n ast.Node) bool {
		switch n.(type) {
		case ast.Stmt, ast.Decl, ast.Spec, *ast.Field, *ast.KeyValueExpr:
			line := file.Line(n.Pos())
			if nodes[line] == nil {
				nodes[line] = n
			}
		}
		return true
	})
	return nodes
}

// standsAlone reports whether no code precedes the comment c on its line. Code
// that ends on the line, such as a closing brace, precedes it as well.
func standsAlone(file *token.File, code map[int]ast.Node, line int, c *ast.Comment) bool {
	if n := code[line]; n != nil && n.Pos() < c.Pos() {
		return false
	}
	for _, n := range code {
		if file.Line(n.End()) == line && n.End() <= c.Pos() {
			return false
		}
	}
	return true
}

// ignored reports whether a directive suppresses findings of the rule of pass at
// [pos, end), and marks it as used.
func (p *places) ignored(pass *analysis.Pass, pos, end token.Pos) bool {
	file := pass.Fset.File(pos)
	first, last := file.Line(pos), file.Line(end)
	found := false
	for _, d := range p.directives {
		if d.file != file || d.ours && d.reason == "" || d.rules != nil && !slices.Contains(d.rules, pass.Analyzer.Name) {
			continue
		}
		if d.first <= first && first <= d.last || d.first == last && d.last == last {
			d.used.Store(true)
			found = true
		}
	}
	return found
}
