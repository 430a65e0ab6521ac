package rule

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"
	"sync/atomic"

	"golang.org/x/tools/go/analysis"
)

// The product's name, as directives and //nolint comments have it.
const product = "awserrlint"

// A directive is a comment that suppresses findings:
//
//	//awserrlint:ignore rule[,rule] reason
//	//lint:ignore rule[,rule] reason
//	//nolint:awserrlint
//
// It holds for findings on its own line or, where nothing else stands on that line,
// on the line below. There, //nolint covers the whole statement or declaration.
type directive struct {
	comment     *ast.Comment
	ours        bool     // of our own form
	nolint      bool     // of the form //nolint, which names no rules and needs no reason
	rules       []string // none for //nolint
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
		var code *lines // made when needed
		for _, group := range f.Comments {
			for _, c := range group.List {
				d := parse(c)
				if d == nil || d.nolint && !nolint {
					continue
				}
				if code == nil {
					code = linesOf(file, f)
				}
				d.file = file
				d.cover(code, group)
				ds = append(ds, d)
			}
		}
	}
	return ds
}

// parse returns the directive that c is, nil if it is none.
func parse(c *ast.Comment) *directive {
	for _, prefix := range []string{"//" + product + ":ignore", "//lint:ignore"} {
		rest, ok := strings.CutPrefix(c.Text, prefix)
		if !ok || rest != "" && rest[0] != ' ' && rest[0] != '\t' {
			continue
		}
		d := &directive{comment: c, ours: strings.HasPrefix(prefix, "//"+product)}
		if fields := strings.Fields(rest); len(fields) > 0 {
			d.rules, d.reason = strings.Split(fields[0], ","), strings.Join(fields[1:], " ")
		}
		return d
	}
	if isNolint(c.Text) {
		return &directive{comment: c, nolint: true}
	}
	return nil
}

// isNolint reports whether golangci-lint takes the comment text to silence this
// linter, or all linters.
func isNolint(text string) bool {
	rest, ok := strings.CutPrefix(strings.TrimLeft(text, "/ "), "nolint")
	if !ok || rest == "" || rest[0] == ' ' {
		return ok
	}
	names, ok := strings.CutPrefix(rest, ":")
	if !ok {
		return false
	}
	names, _, _ = strings.Cut(names, "//")
	for name := range strings.SplitSeq(names, ",") {
		switch strings.ToLower(strings.TrimSpace(name)) {
		case product, "all":
			return true
		}
	}
	return strings.HasPrefix(rest, ":all")
}

// cover sets the lines that d covers. group is the comment that it belongs to.
func (d *directive) cover(code *lines, group *ast.CommentGroup) {
	d.first = lineOf(d.file, d.comment.Pos())
	d.last = d.first
	if start, ok := code.first[d.first]; ok && start < d.comment.Pos() {
		return // behind code
	}
	if !d.nolint {
		d.last = lineOf(d.file, group.End()) + 1
		return
	}
	// golangci-lint wants the code to start right below, in the same column.
	n := code.outermost[d.first+1]
	if n != nil && d.file.PositionFor(n.Pos(), false).Column == d.file.PositionFor(d.comment.Pos(), false).Column {
		d.last = lineOf(d.file, n.End())
	}
}

// lineOf returns the line of pos as it is in the file, whatever //line comments say.
func lineOf(file *token.File, pos token.Pos) int { return file.PositionFor(pos, false).Line }

// lines tells what code stands on the lines of a file.
type lines struct {
	first     map[int]token.Pos // where code starts on a line
	outermost map[int]ast.Node  // the largest node that starts on a line
}

func linesOf(file *token.File, f *ast.File) *lines {
	code := &lines{first: make(map[int]token.Pos), outermost: make(map[int]ast.Node)}
	note := func(pos token.Pos) {
		line := lineOf(file, pos)
		if first, ok := code.first[line]; !ok || pos < first {
			code.first[line] = pos
		}
	}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n.(type) {
		case nil, *ast.CommentGroup, *ast.Comment:
			return false
		}
		note(n.Pos())
		note(n.End() - 1)
		if line := lineOf(file, n.Pos()); code.outermost[line] == nil {
			code.outermost[line] = n
		}
		return true
	})
	return code
}

// honoured reports whether d suppresses anything at all.
func (d *directive) honoured() bool { return d.nolint || d.reason != "" }

// ignored reports whether directives suppress findings of the rule, of the group, at r, which is in
// file, and marks them as used.
func (s *suppression) ignored(rule, group string, file *token.File, r analysis.Range) bool {
	first, last := lineOf(file, r.Pos()), lineOf(file, r.End())
	found := false
	for _, d := range s.directives {
		if d.file != file || !d.honoured() || !d.nolint && !slices.ContainsFunc(d.rules, func(name string) bool { return goes(name, rule, group) }) {
			continue
		}
		// Behind the last line of a call is as good as behind the first, but not to
		// golangci-lint.
		if d.first <= first && first <= d.last || !d.nolint && d.first == last {
			d.used.Store(true)
			found = true
		}
	}
	return found
}
