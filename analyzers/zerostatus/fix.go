package zerostatus

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// fallBack returns the editor of the fix that replaces a status that is 0:
//
//	respErr.HTTPStatusCode() => cmp.Or(respErr.HTTPStatusCode(), http.StatusInternalServerError)
//	status = respErr.HTTPStatusCode() => status = cmp.Or(respErr.HTTPStatusCode(), status)
//
// It returns nil where other code may count on 0.
func fallBack(pass *rule.Pass, f *flow, r *read, cur inspector.Cursor) *fix.Editor {
	call, isCall := cur.Node().(*ast.CallExpr)
	if isCall && !isInt(pass.TypesInfo.TypeOf(call)) || r.expectsZero(f) {
		return nil
	}
	// have: an expression of one status, and nobody who wants it to be 0
	e := pass.Fixes.Editor(cur.Node().Pos())
	if e == nil || !e.AtLeast("go1.22") {
		return nil
	}
	other := earlier(pass, f, cur)
	if other == "" {
		other = e.Import("net/http", "http", cur.Node().Pos()) + ".StatusInternalServerError"
	}
	e.Insert(cur.Node().Pos(), e.Import("cmp", "cmp", cur.Node().Pos())+".Or(")
	e.Insert(cur.Node().End(), ", "+other+")")
	return e
}

// expectsZero reports whether callers of the function that reads the status may know what 0 means: it
// returns 0 itself, or somebody compares with it.
func (r *read) expectsZero(f *flow) bool {
	if comparesZero(r.source) {
		return true
	}
	reader := r.source.(ssa.Instruction).Parent()
	if reader == r.sent.Parent() {
		return false
	}
	for _, ret := range ssaflow.Returns(reader) {
		for _, result := range ret.Results {
			if isInt(result.Type()) && slices.ContainsFunc(f.Sources(result, ssaflow.Phis|ssaflow.Locals), ssaflow.IsZero) {
				return true
			}
		}
	}
	return slices.ContainsFunc(f.Callers(reader), func(call ssa.CallInstruction) bool {
		v, ok := call.(*ssa.Call)
		return ok && (comparesZero(v) || slices.ContainsFunc(*v.Referrers(), func(ref ssa.Instruction) bool {
			x, ok := ref.(*ssa.Extract)
			return ok && comparesZero(x)
		}))
	})
}

// earlier returns the variable to which the expression at cur is assigned, if it holds another status
// until then, and only statuses that are not 0. It returns "" otherwise.
func earlier(pass *rule.Pass, f *flow, cur inspector.Cursor) string {
	kind, i := cur.ParentEdge()
	assign, ok := cur.Parent().Node().(*ast.AssignStmt)
	if !ok || kind != edge.AssignStmt_Rhs || assign.Tok != token.ASSIGN || len(assign.Lhs) != len(assign.Rhs) {
		return ""
	}
	id, ok := assign.Lhs[i].(*ast.Ident)
	if !ok {
		return ""
	}
	v, ok := pass.TypesInfo.Uses[id].(*types.Var)
	if !ok || v.Kind() == types.PackageVar {
		return ""
	}
	others := 0
	for n, value := range f.Assignments(v) {
		if n == assign {
			continue
		}
		if value == nil {
			return ""
		}
		c := pass.TypesInfo.Types[value].Value
		if c == nil || c.Kind() != constant.Int || constant.Sign(c) == 0 || n.Pos() > assign.Pos() {
			return ""
		}
		others++
	}
	if others != 1 {
		return ""
	}
	return id.Name
}
