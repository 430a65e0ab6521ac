package errstring

import (
	"go/ast"
	"go/token"
	"slices"

	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// isHalf reports whether m is one of several alternatives, another of which asks the text of the same
// error, err, for what no fix asks in another way. A fix of m would leave that one as it is:
//
//	text == code || text == "operation error S3: GetObject, "+code
//	strings.Contains(err.Error(), "NoSuchKey") || strings.Contains(err.Error(), "try again")
func isHalf(pass *rule.Pass, e *fix.Editor, m *errmatch.TextMatch, err ast.Expr, reported []finding) bool {
	all := m.Cond
	for parent := all.Parent(); ; parent = all.Parent() {
		or, ok := parent.Node().(*ast.BinaryExpr)
		if _, paren := parent.Node().(*ast.ParenExpr); !paren && !(ok && or.Op == token.LOR) {
			break
		}
		all = parent
	}
	for cur := range all.Preorder((*ast.BinaryExpr)(nil), (*ast.CallExpr)(nil)) {
		var operands []ast.Expr
		switch n := cur.Node().(type) {
		case *ast.BinaryExpr:
			if n.Op == token.EQL || n.Op == token.NEQ {
				operands = []ast.Expr{n.X, n.Y}
			}
		case *ast.CallExpr:
			operands = n.Args
		}
		is := func(t *errmatch.TextMatch) bool { return t.Syntax == cur }
		fixable := func(f finding) bool { return is(f.TextMatch) && (f.Match != nil || f.ofVariable != nil) }
		text := slices.ContainsFunc(pass.Asked.Texts(), is)
		known := func(x ast.Expr) bool { return pass.TypesInfo.Types[x].Value != nil }
		if len(operands) != 2 || slices.ContainsFunc(operands, known) && !text || slices.ContainsFunc(reported, fixable) {
			continue
		}
		for _, x := range operands {
			if other, _ := pass.Asked.ErrorOf(x); other != nil && e.Source(other) == e.Source(err) {
				return true
			}
		}
	}
	return false
}
