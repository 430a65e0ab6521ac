package errstring

import (
	"cmp"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strconv"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// edit returns the editor of the fix of m, nil where none is certain to be right:
//
//	strings.Contains(err.Error(), "NoSuchKey")    => errors.As(err, &noSuchKey)
//	strings.Contains(err.Error(), "AccessDenied") => errors.As(err, &apiErr) && apiErr.ErrorCode() == "AccessDenied"
//	strings.Contains(err.Error(), "ValidationException: Unknown") => errors.As(err, &invalid) && strings.Contains(invalid.ErrorMessage(), "Unknown")
//
// Alternatives that ask the same have one fix together.
func edit(pass *rule.Pass, f finding, reported []finding) *fix.Editor {
	e := pass.Fixes.Editor(f.Syntax.Node().Pos())
	if e == nil {
		return nil
	}
	same := sameBeside(pass, e, f, reported)
	for _, other := range reported {
		if pass.Fset.File(other.Syntax.Node().Pos()) != pass.Fset.File(f.Syntax.Node().Pos()) {
			continue
		}
		if beside := sameBeside(pass, e, other, reported); len(beside) > len(same) && contains(beside, f) {
			f, same = other, beside
			break
		}
	}
	m, r, match := f.TextMatch, f.textRemedy, f.Match
	if m.Needle != nil && pass.TypesInfo.Types[m.Needle].Value == nil {
		if _, ok := m.Needle.(*ast.Ident); !ok {
			return nil
		}
		match = r.ofVariable
	}
	if match == nil || !m.Cond.Valid() || m.Text == nil {
		return nil
	}
	if _, written := m.Needle.(*ast.BasicLit); r.Message != "" && !written {
		return nil // a constant that others use, too
	}
	err, text := pass.Asked.ErrorOf(m.Text)
	if err == nil {
		return nil
	}
	if text != nil && !(means(pass, e, m, err.(*ast.Ident)) && usedElsewhere(pass, text, reported)) || isHalf(pass, e, f, err, reported) {
		return nil
	}
	q := *match
	q.Err = e.Source(err)
	kept := []ast.Node{err}
	if r.Message != "" {
		q.Part = strconv.Quote(r.Message)
	}
	var values []string
	for _, f := range alternatives(f, same) {
		text := ""
		if v := value(pass, f.TextMatch, f.textRemedy); v != nil {
			kept = append(kept, v)
			text = e.Source(v)
		} else {
			text = constantFor(e, f.TextMatch, f.textRemedy)
		}
		if !slices.Contains(values, text) {
			values = append(values, text)
		}
	}
	q.Value, q.Or = values[0], values[1:]
	cond, negated := merge(e, f, same, kept)
	e.Removes(cond.Node(), kept...)
	e.MatchError(cond, q, negated)
	return e
}

// alternatives returns f and what same holds, in the order of the source.
func alternatives(f finding, same map[inspector.Cursor]finding) []finding {
	all := append(slices.Collect(maps.Values(same)), f)
	slices.SortFunc(all, func(f, g finding) int { return cmp.Compare(f.Syntax.Node().Pos(), g.Syntax.Node().Pos()) })
	return all
}

// value returns the expression that the code is compared with, if it stands there already: a
// constant or a variable that holds the code.
func value(pass *rule.Pass, m *errmatch.TextMatch, r textRemedy) ast.Expr {
	if m.Needle == nil || r.Code == "" {
		return nil
	}
	v := pass.TypesInfo.Types[m.Needle].Value
	if v == nil || v.Kind() == constant.String && constant.StringVal(v) == r.Code {
		return m.Needle
	}
	return nil
}

// constantFor returns the constant that the status or the code is compared with: http.StatusNotFound, "AccessDenied".
func constantFor(e *fix.Editor, m *errmatch.TextMatch, r textRemedy) string {
	if r.Status == 0 {
		return strconv.Quote(r.Code)
	}
	if name := "Status" + knowledge.CodeOfStatus(r.Status); name != "Status" && token.IsIdentifier(name) {
		return e.Import("net/http", "http", m.Syntax.Node().Pos()) + "." + name
	}
	return strconv.Itoa(r.Status)
}

// means reports whether the variable err, whose text another variable holds, still holds the same
// error where m stands, and can be named there.
func means(pass *rule.Pass, e *fix.Editor, m *errmatch.TextMatch, err *ast.Ident) bool {
	at := m.Syntax.Node().Pos()
	v, ok := pass.TypesInfo.Uses[err].(*types.Var)
	if !ok || e.Lookup(v.Name(), at) != v {
		return false
	}
	loop := token.NoPos // start of the outermost loop around m that the text is not taken in
	for l := range m.Syntax.Enclosing((*ast.ForStmt)(nil), (*ast.RangeStmt)(nil)) {
		if l.Node().Pos() > err.Pos() {
			loop = l.Node().Pos()
		}
	}
	for n := range pass.Flow.Assignments(v) {
		if n.Pos() > err.Pos() && n.Pos() < at || loop.IsValid() && n.Pos() > loop {
			return false
		}
	}
	return true
}

// usedElsewhere reports whether the variable text is used for more than matches that are
// reported, which fixes may replace.
func usedElsewhere(pass *rule.Pass, text *types.Var, reported []finding) bool {
	for use := range pass.Flow.Uses(text) {
		if !slices.ContainsFunc(reported, func(f finding) bool { return f.Syntax.Contains(use) }) {
			return true
		}
	}
	return false
}
