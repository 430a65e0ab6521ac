// Package outputbeforecheck reports outputs of AWS calls that are dereferenced
// before their error is checked.
package outputbeforecheck

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/report"
)

// Analyzer is the rule.
var Analyzer = &analysis.Analyzer{
	Name:             "outputbeforecheck",
	Doc:              Doc.Compile().String(),
	URL:              report.URL("outputbeforecheck"),
	Requires:         []*analysis.Analyzer{errflow.Analyzer, inspect.Analyzer, report.Analyzer},
	Run:              run,
	RunDespiteErrors: true,
}

func run(pass *analysis.Pass) (any, error) {
	root := pass.ResultOf[inspect.Analyzer].(*inspector.Inspector).Root()
	for _, site := range pass.ResultOf[errflow.Analyzer].(*errflow.Package).Sites {
		// Where nothing ever reads the error, discarded says so.
		if site.Lost() {
			continue
		}
		for _, use := range site.UncheckedUses() {
			cur, ok := dereference(root, use.Instr.Pos())
			if !ok {
				continue
			}
			problem := "before its error is checked; it is nil if the call fails"
			if use.Failed {
				problem = "where its error is not nil; it is nil there, so this panics"
			}
			report.Report(pass, report.Finding{
				Range:     cur.Node(),
				Operation: site.Op.String(),
				Message:   "output of " + site.Op.String() + " is used " + problem,
				Fix:       moveBelowCheck(pass, site, use, cur),
			})
			break // the others fail together with the first
		}
	}
	return nil, nil
}

// dereference returns the expression that dereferences at pos.
func dereference(root inspector.Cursor, pos token.Pos) (inspector.Cursor, bool) {
	cur, ok := root.FindByPos(pos, pos)
	if !ok {
		return cur, false
	}
	for c := range cur.Enclosing((*ast.SelectorExpr)(nil), (*ast.StarExpr)(nil)) {
		return c, true
	}
	return cur, false
}

// moveBelowCheck returns the fix that swaps the statement of the use with the check
// of the error below it, nil where that would not be right.
func moveBelowCheck(pass *analysis.Pass, site *errflow.Site, use errflow.Use, cur inspector.Cursor) *analysis.SuggestedFix {
	stmt, ok := statement(cur)
	if !ok || use.Failed {
		return nil
	}
	next, ok := stmt.NextSibling()
	if !ok {
		return nil
	}
	check, ok := next.Node().(*ast.IfStmt)
	if !ok || check.Init != nil || check.Else != nil || !checks(pass, check.Cond, site) || !leaves(check.Body) {
		return nil
	}
	if declares(pass, stmt.Node(), check) {
		return nil
	}
	e := fix.New(pass, check.Pos())
	if e == nil {
		return nil
	}
	first := stmt.Node()
	between := e.Text(first.End(), check.Pos())
	if strings.TrimSpace(between) != "" {
		return nil // a comment whose place would be a guess
	}
	e.Replace(first, e.Source(check))
	e.Replace(check, e.Source(first))
	return e.Fix("move the use below the check")
}

// statement returns the innermost statement around cur that stands in a list of
// statements, if it is in the same function and is no compound statement.
func statement(cur inspector.Cursor) (inspector.Cursor, bool) {
	for c := cur; c.Valid(); c = c.Parent() {
		switch c.ParentEdgeKind() {
		case edge.BlockStmt_List, edge.CaseClause_Body, edge.CommClause_Body:
			switch c.Node().(type) {
			case *ast.ExprStmt, *ast.AssignStmt, *ast.DeferStmt, *ast.DeclStmt, *ast.GoStmt, *ast.IncDecStmt:
				return c, true
			}
			return c, false
		case edge.FuncLit_Body:
			return c, false
		}
	}
	return cur, false
}

// checks reports whether cond is err != nil for the error of site.
func checks(pass *analysis.Pass, cond ast.Expr, site *errflow.Site) bool {
	bin, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	if !ok || bin.Op != token.NEQ || !pass.TypesInfo.Types[bin.Y].IsNil() {
		return false
	}
	id, ok := bin.X.(*ast.Ident)
	if !ok || !awssdk.IsError(pass.TypesInfo.TypeOf(id)) {
		return false
	}
	obj := pass.TypesInfo.ObjectOf(id)
	assign, ok := site.Call.Parent().Node().(*ast.AssignStmt)
	if !ok {
		return false
	}
	last, ok := assign.Lhs[len(assign.Lhs)-1].(*ast.Ident)
	return ok && pass.TypesInfo.ObjectOf(last) == obj
}

// leaves reports whether body ends with a statement that leaves the block around it.
func leaves(body *ast.BlockStmt) bool {
	if len(body.List) == 0 {
		return false
	}
	switch last := body.List[len(body.List)-1].(type) {
	case *ast.ReturnStmt:
		return true
	case *ast.BranchStmt:
		return last.Tok != token.FALLTHROUGH
	case *ast.ExprStmt:
		call, ok := last.X.(*ast.CallExpr)
		if !ok {
			return false
		}
		switch fn := ast.Unparen(call.Fun).(type) {
		case *ast.Ident:
			return fn.Name == "panic"
		case *ast.SelectorExpr:
			return strings.HasPrefix(fn.Sel.Name, "Fatal") || fn.Sel.Name == "Exit"
		}
	}
	return false
}

// declares reports whether stmt declares, or assigns to, what check mentions.
func declares(pass *analysis.Pass, stmt, check ast.Node) bool {
	changed := make(map[types.Object]bool)
	ast.Inspect(stmt, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				if id, ok := lhs.(*ast.Ident); ok {
					changed[pass.TypesInfo.ObjectOf(id)] = true
				}
			}
		case *ast.ValueSpec:
			for _, id := range n.Names {
				changed[pass.TypesInfo.ObjectOf(id)] = true
			}
		}
		return true
	})
	found := false
	ast.Inspect(check, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		found = found || ok && changed[pass.TypesInfo.ObjectOf(id)]
		return !found
	})
	return found
}
