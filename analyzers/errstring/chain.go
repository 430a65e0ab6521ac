package errstring

import (
	"go/ast"
	"go/token"
	"slices"

	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// isHalf reports whether f is one of several alternatives, another of which asks the text of the same
// error, err, for what no fix asks in another way. A fix of f would leave that one as it is:
//
//	text == code || text == "operation error S3: GetObject, "+code
//	strings.Contains(err.Error(), "NoSuchKey") || strings.Contains(err.Error(), "try again")
//
// Or another one asks for the status of which f asks for the code, so that one of the two is enough:
//
//	strings.Contains(err.Error(), "Forbidden") || strings.Contains(err.Error(), "403")
func isHalf(pass *rule.Pass, e *fix.Editor, f finding, err ast.Expr, reported []finding) bool {
	all := f.Cond
	for parent := all.Parent(); ; parent = all.Parent() {
		or, ok := parent.Node().(*ast.BinaryExpr)
		if _, paren := parent.Node().(*ast.ParenExpr); !paren && !(ok && or.Op == token.LOR) {
			break
		}
		all = parent
	}
	if slices.ContainsFunc(reported, func(other finding) bool { return all.Contains(other.Syntax) && saysTheSame(f, other) }) {
		return true
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

// saysTheSame reports whether one of a and b asks for a status, and the other one for the code that is made of it. An
// error type says more.
func saysTheSame(a, b finding) bool {
	if a.Status == 0 {
		a, b = b, a
	}
	return a.Status != 0 && b.Status == 0 && b.Type == "" && b.Code == knowledge.CodeOfStatus(a.Status)
}
