package firstpage

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/ast/edge"

	"github.com/awserrlint/awserrlint/internal/fix"
)

// shadowsNothing reports whether nothing behind the check needs the error of the call, which is now declared in a loop. What
// assigns to it there declares one:
//
//	err = attributevalue.UnmarshalListOfMaps(out.Items, &orders) => err := …
func (f *fixer) shadowsNothing() bool {
	fn := fix.FunctionOf(f.pass.TypesInfo, f.site.Call)
	if fn == nil || f.err == fn.NamedError() && returnsNamed(fn.Body) {
		return false
	}
	declared := f.pass.TypesInfo.Defs[f.assign.Lhs[1].(*ast.Ident)] != nil
	for use := range f.pass.Flow.Uses(f.err) {
		if use.Node().Pos() < f.check.Node().End() {
			continue
		}
		// The first use behind the check. Those that follow mean what it assigns.
		assign, ok := use.Parent().Node().(*ast.AssignStmt)
		if !ok || use.ParentEdgeKind() != edge.AssignStmt_Lhs {
			return false
		}
		if !declared || assign.Tok == token.DEFINE {
			return use.Parent().Parent().Node() == f.cur.Parent().Node()
		}
		for _, lhs := range assign.Lhs {
			if id, ok := lhs.(*ast.Ident); !ok || id != use.Node() && id.Name != "_" {
				return false
			}
		}
		if use.Parent().Parent().Node() != f.cur.Parent().Node() {
			return false
		}
		f.ReplaceRange(assign.TokPos, assign.TokPos+1, ":=")
		return true
	}
	return true
}

// returnsNamed reports whether a statement in body returns what the results of the function are set to.
func returnsNamed(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			found = found || len(n.Results) == 0
		}
		return !found
	})
	return found
}
