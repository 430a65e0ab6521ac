package rule

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/lazyregexp"
)

// Accepted reports whether the program says in a comment near r that what fails there may fail: what a finding with
// Lost looks for, where no error is lost.
func (p *Pass) Accepted(r analysis.Range) bool { return p.deliberate(Finding{Range: r}) }

// deliberate reports whether the program says in a comment that the error of f may be lost: in the
// documentation of the function; beside or above the statement, or that with the call; or in the
// branch for errors. To silence nilerr there says the same.
func (p *Pass) deliberate(f Finding) bool {
	c := p.commentsAround(f.Range.Pos())
	if c == nil {
		return false
	}
	function, _ := enclosing[*ast.FuncDecl](c.at(f.Range.Pos(), f.Range.End()))
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
	beside := []int{lineOf(c.file, pos)}
	below := beside
	var failed ast.Stmt
	if stmt, cur := enclosing[ast.Stmt](c.at(pos, end)); stmt != nil {
		for _, outer := range []ast.Stmt{runs(cur), guards(cur)} {
			if outer != nil && c.acceptFailure(outer.Pos(), outer.Pos()) {
				return true
			}
		}
		failed = branch(stmt, pos)
		beside = append(beside, lineOf(c.file, stmt.Pos()))
		below = append(slices.Clip(beside), c.paragraph(cur))
	}
	var near []*ast.CommentGroup
	if failed != nil {
		near = c.within(failed)
	}
	for _, line := range append(beside, lineOf(c.file, end)) {
		near = append(near, c.starting(line, line)...)
	}
	for _, line := range below {
		for _, group := range c.ending(line-1, line-1) {
			if c.alone(group) {
				near = append(near, group)
			}
		}
	}
	return slices.ContainsFunc(near, func(group *ast.CommentGroup) bool {
		return knowledge.AcceptsFailure(words(group)) || slices.ContainsFunc(group.List, silencesNilerr)
	})
}

// guards returns the if statement without an else whose body begins with that at cur, and whose condition
// asks for no error:
//
//	if table.Arn != nil { tags, err := c.ListTagsOfResource(ctx, in); … }
//
// It returns nil if there is none.
func guards(cur inspector.Cursor) ast.Stmt {
	if cur.ParentEdgeKind() != edge.BlockStmt_List || cur.ParentEdgeIndex() != 0 || cur.Parent().ParentEdgeKind() != edge.IfStmt_Body {
		return nil
	}
	guard := cur.Parent().Parent().Node().(*ast.IfStmt)
	if guard.Init != nil || guard.Else != nil {
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

// runs returns the statement go func() { … }() or defer func() { … }() whose function does nothing but the
// statement at cur, apart from what it defers. It returns nil if there is none.
func runs(cur inspector.Cursor) ast.Stmt {
	function, at := enclosing[*ast.FuncLit](cur)
	if function == nil {
		return nil
	}
	for _, other := range function.Body.List {
		if _, deferred := other.(*ast.DeferStmt); other != cur.Node() && !deferred {
			return nil
		}
	}
	switch run := at.Parent().Parent().Node().(type) {
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
