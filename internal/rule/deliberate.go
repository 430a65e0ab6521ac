package rule

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/lazyregexp"
)

// Accepted reports whether the program says in a comment near r that what fails there may fail: what a finding with
// Lost looks for, where no error is lost.
func (p *Pass) Accepted(r analysis.Range) bool { return deliberate(p.Pass, Finding{Range: r}) }

// deliberate reports whether the program says in a comment that the error of f may be lost: in the
// documentation of the function; beside or above the statement, or that with the call; or in the
// branch for errors. To silence nilerr there says the same.
func deliberate(pass *analysis.Pass, f Finding) bool {
	c := commentsAround(pass, f.Range.Pos())
	if c == nil {
		return false
	}
	function := enclosing[*ast.FuncDecl](c.path(f.Range.Pos(), f.Range.End()))
	if function != nil && function.Doc != nil && knowledge.DocAcceptsFailure(function.Doc.Text()) {
		return true
	}
	if c.acceptFailure(f.Range.Pos(), f.Range.End()) {
		return true
	}
	return function != nil && slices.ContainsFunc(f.Related, func(r analysis.RelatedInformation) bool {
		return function.Pos() < r.Pos && r.Pos < function.End() && c.acceptFailure(r.Pos, max(r.Pos, r.End))
	})
}

// acceptFailure reports whether a comment near the range says that what fails there may fail.
func (c *comments) acceptFailure(pos, end token.Pos) bool {
	stmt := enclosing[ast.Stmt](c.path(pos, end))
	if run := c.runs(stmt); run != nil && c.acceptFailure(run.Pos(), run.Pos()) {
		return true
	}
	if guard := c.guards(stmt); guard != nil && c.acceptFailure(guard.Pos(), guard.Pos()) {
		return true
	}
	failed := branch(stmt, pos)
	beside := []int{lineOf(c.file, pos)}
	below := beside
	if stmt != nil {
		beside = append(beside, lineOf(c.file, stmt.Pos()))
		below = append(slices.Clip(beside), c.paragraph(stmt))
	}
	last := lineOf(c.file, end)
	return slices.ContainsFunc(c.syntax.Comments, func(group *ast.CommentGroup) bool {
		from, to := lineOf(c.file, group.Pos()), lineOf(c.file, group.End())
		near := failed != nil && failed.Pos() < group.Pos() && group.End() <= failed.End() ||
			from == last || slices.Contains(beside, from) || slices.Contains(below, to+1) && c.alone(group)
		return near && (knowledge.AcceptsFailure(words(group)) || slices.ContainsFunc(group.List, silencesNilerr))
	})
}

// guards returns the if statement without an else whose body begins with stmt, and whose condition asks for no error:
//
//	if table.Arn != nil { tags, err := c.ListTagsOfResource(ctx, in); … }
//
// It returns nil if there is none.
func (c *comments) guards(stmt ast.Stmt) ast.Stmt {
	if stmt == nil {
		return nil
	}
	path := c.path(stmt.Pos(), stmt.End())
	i := slices.IndexFunc(path, func(n ast.Node) bool { _, ok := n.(*ast.BlockStmt); return ok })
	if i < 0 || i+1 >= len(path) || slices.Index(path[i].(*ast.BlockStmt).List, stmt) != 0 {
		return nil
	}
	guard, ok := path[i+1].(*ast.IfStmt)
	if !ok || guard.Init != nil || guard.Else != nil || guard.Body != path[i] {
		return nil
	}
	asksError := false
	ast.Inspect(guard.Cond, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		asksError = asksError || ok && strings.Contains(strings.ToLower(id.Name), "err")
		return !asksError
	})
	if asksError {
		return nil
	}
	return guard
}

// runs returns the statement go func() { … }() or defer func() { … }() whose function does nothing but stmt, apart
// from what it defers. It returns nil if there is none.
func (c *comments) runs(stmt ast.Stmt) ast.Stmt {
	if stmt == nil {
		return nil
	}
	path := c.path(stmt.Pos(), stmt.End())
	i := slices.IndexFunc(path, func(n ast.Node) bool { _, ok := n.(*ast.FuncLit); return ok })
	if i < 0 || i+2 >= len(path) {
		return nil
	}
	for _, other := range path[i].(*ast.FuncLit).Body.List {
		if _, deferred := other.(*ast.DeferStmt); other != stmt && !deferred {
			return nil
		}
	}
	switch run := path[i+2].(type) {
	case *ast.GoStmt:
		return run
	case *ast.DeferStmt:
		return run
	}
	return nil
}

// branch returns the block for errors of stmt, if that compares an error with nil at pos. It
// returns nil if there is none.
func branch(stmt ast.Stmt, pos token.Pos) ast.Stmt {
	check, ok := stmt.(*ast.IfStmt)
	if !ok || pos < check.Cond.Pos() || check.Cond.End() < pos {
		return nil
	}
	failed := false
	ast.Inspect(check.Cond, func(n ast.Node) bool {
		compared, ok := n.(*ast.BinaryExpr)
		failed = failed || ok && compared.Op == token.NEQ
		return true
	})
	if failed {
		return check.Body
	}
	return check.Else
}

// instruction matches the part of a comment that instructs a program. After //nolint comes a reason.
var instruction = lazyregexp.New(`^//\s*(?:nolint\b[^/]*|[a-z0-9]+:[a-z0-9]\S*)`)

// silenced matches the instruction to golangci-lint not to report a nil error that is returned in
// place of another one.
var silenced = lazyregexp.New(`^//\s*nolint:[\w, ]*\bnilerr\b`)

func silencesNilerr(c *ast.Comment) bool { return silenced().MatchString(c.Text) }

// words returns what group says to people.
func words(group *ast.CommentGroup) string {
	var text []string
	for _, c := range group.List {
		line := instruction().ReplaceAllString(c.Text, "")
		line = strings.TrimSuffix(strings.TrimPrefix(line, "/*"), "*/")
		text = append(text, strings.TrimLeft(line, "/ \t"))
	}
	return strings.Join(text, "\n")
}
