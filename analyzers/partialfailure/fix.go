package partialfailure

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/fix"
)

// suggest returns the fix that names the output and, where the error is known to be
// nil, checks it for failures. It returns nil where none is certain to be right.
func suggest(pass *analysis.Pass, site *errflow.Site, failures []awssdk.Failure) *analysis.SuggestedFix {
	assign, ok := site.Call.Parent().Node().(*ast.AssignStmt)
	if !ok || len(assign.Rhs) != 1 || len(assign.Lhs) != 2 {
		return nil
	}
	fn := fix.FunctionOf(pass.TypesInfo, site.Call)
	if fn == nil || !fn.ReturnsError() || fn.Failed(site.Call) || site.Pending() {
		return nil
	}
	e := fix.New(pass, assign.Pos())
	if e == nil {
		return nil
	}
	f := &fixer{Editor: e, pass: pass, site: site, fn: fn, assign: assign, cur: site.Call.Parent()}
	if !f.insert(failures) {
		return nil
	}
	return e.Fix("return an error if a part of " + site.Op.String() + " failed")
}

// A fixer edits the assignment of one call, at cur, and what follows it.
type fixer struct {
	*fix.Editor
	pass   *analysis.Pass
	site   *errflow.Site
	fn     *fix.Function
	assign *ast.AssignStmt
	cur    inspector.Cursor
}

// insert puts the check where the error is known to be nil.
func (f *fixer) insert(failures []awssdk.Failure) bool {
	if f.cur.ParentEdgeKind() == edge.IfStmt_Init {
		// if out, err := call; err != nil { return err } else if …
		stmt := f.cur.Parent().Node().(*ast.IfStmt)
		if stmt.Else != nil || !f.leavesOnError(stmt) {
			return false
		}
		text, ok := f.check(failures, f.outputName(stmt))
		if !strings.HasPrefix(text, "if ") {
			text = "{\n\t" + strings.ReplaceAll(text, "\n", "\n\t") + "\n}"
		}
		f.Insert(stmt.End(), " else "+f.Indent(text, stmt.Pos()))
		return ok
	}
	next, ok := f.cur.NextSibling()
	if !ok {
		return false
	}
	switch stmt := next.Node().(type) {
	case *ast.IfStmt:
		if stmt.Init != nil || stmt.Else != nil || !f.leavesOnError(stmt) {
			return false
		}
		text, ok := f.check(failures, f.outputName(f.assign))
		f.InsertAfter(stmt, text)
		return ok
	case *ast.ReturnStmt:
		if len(stmt.Results) == 0 || !f.isError(stmt.Results[len(stmt.Results)-1]) {
			return false
		}
		// The error is what is returned: it has to be checked first.
		text, ok := f.check(failures, f.outputName(f.assign))
		last := stmt.Results[len(stmt.Results)-1]
		f.InsertBefore(stmt, "if "+f.Source(last)+" != nil {\n\t"+f.Source(stmt)+"\n}\n"+text)
		f.Replace(last, "nil")
		return ok
	}
	return false
}

// leavesOnError reports whether stmt leaves the block around it if the error of the
// call is not nil, and does nothing else.
func (f *fixer) leavesOnError(stmt *ast.IfStmt) bool {
	cond, ok := ast.Unparen(stmt.Cond).(*ast.BinaryExpr)
	return ok && cond.Op == token.NEQ && f.isError(cond.X) && f.pass.TypesInfo.Types[cond.Y].IsNil() && fix.Leaves(stmt.Body)
}

// isError reports whether x is the variable that the error of the call is assigned to.
func (f *fixer) isError(x ast.Expr) bool {
	id, ok := x.(*ast.Ident)
	last, ok2 := f.assign.Lhs[1].(*ast.Ident)
	return ok && ok2 && id.Name != "_" && f.pass.TypesInfo.ObjectOf(id) == f.pass.TypesInfo.ObjectOf(last)
}

// outputName returns the name of the variable that holds the output, which it makes
// where there is none, with its declaration, if one is needed, above stmt.
func (f *fixer) outputName(stmt ast.Stmt) string {
	id, ok := f.assign.Lhs[0].(*ast.Ident)
	if !ok {
		f.Refuse()
		return ""
	}
	if id.Name != "_" {
		return id.Name
	}
	name := f.Fresh("out", f.assign.Pos())
	f.Replace(id, name)
	if f.assign.Tok == token.ASSIGN {
		t, ok := f.Type(f.site.Op.Output, f.assign.Pos())
		if !ok {
			f.Refuse()
		}
		f.InsertBefore(stmt, "var "+name+" "+t)
	}
	return name
}

// fails returns the statement that returns an error with the text that the format
// and its arguments make, behind the name of the operation.
func (f *fixer) fails(format string, args ...string) string {
	zeros, ok := f.Zeros(f.fn.Sig, f.assign.Pos())
	if !ok {
		f.Refuse()
	}
	text := `"` + f.site.Op.Service + " " + f.site.Op.Name + ": " + format + `"`
	if len(args) == 0 {
		return "return " + zeros + f.Import("errors", "errors", f.assign.Pos()) + ".New(" + text + ")"
	}
	return "return " + zeros + f.Import("fmt", "fmt", f.assign.Pos()) + ".Errorf(" + text + ", " + strings.Join(args, ", ") + ")"
}

// value returns an expression for the string or the number that x, of type t, points to or is.
func (f *fixer) value(x string, t types.Type) string {
	ptr, ok := t.Underlying().(*types.Pointer)
	if !ok {
		return x
	}
	name := "ToString"
	if b, ok := ptr.Elem().Underlying().(*types.Basic); ok && b.Kind() != types.String {
		name = "To" + strings.ToUpper(b.Name()[:1]) + b.Name()[1:]
	}
	return f.Import("github.com/aws/aws-sdk-go-v2/aws", "aws", f.assign.Pos()) + "." + name + "(" + x + ")"
}
