package partialfailure

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// fails returns the statement that returns an error with the text that the format
// and its arguments make, behind the name of the operation.
func (f *fixer) fails(format string, args ...string) string {
	err := f.NewError(f.site.Op.Words()+": "+format, args, f.assign.Pos())
	if f.alike != nil {
		return f.ReturnErrorInstead(f.alike, f.fn, err)
	}
	return f.ReturnError(f.fn, err, f.assign.Pos())
}

// returnsAlike notes that ret, which returns the error of the call, has the values to return beside
// another one: those that mean the same where the check is. It returns false if another return in scope
// has others, since nobody knows then which are meant for failures of parts.
func (f *fixer) returnsAlike(ret ast.Stmt, scope ast.Node) bool {
	stmt, ok := ret.(*ast.ReturnStmt)
	if !ok || len(stmt.Results) != f.fn.Sig.Results().Len() {
		return true
	}
	values := stmt.Results[:len(stmt.Results)-1]
	if f.differs(values, scope) {
		return false
	}
	told := func(v ast.Expr) bool {
		return ssaflow.Mentions(f.pass.TypesInfo, v, map[types.Object]bool{f.err: true})
	}
	if f.err != nil && slices.ContainsFunc(values, told) {
		return false // what tells of the error of the call tells nothing of failed parts
	}
	if !fix.Repeatable(f.pass.TypesInfo, values...) {
		return true
	}
	for _, value := range values {
		local := false
		ast.Inspect(value, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				obj := f.pass.TypesInfo.Uses[id]
				local = local || obj != nil && scope.Pos() <= obj.Pos() && obj.Pos() < scope.End()
			}
			return !local
		})
		if local {
			return true
		}
	}
	f.alike = stmt
	return true
}

// differs reports whether a return in scope has an error, and beside it other expressions than values.
func (f *fixer) differs(values []ast.Expr, scope ast.Node) bool {
	differs := false
	ast.Inspect(scope, func(n ast.Node) bool {
		if _, ok := n.(*ast.FuncLit); ok {
			return false
		}
		ret, ok := n.(*ast.ReturnStmt)
		if !ok || len(ret.Results) != len(values)+1 || f.pass.TypesInfo.Types[ret.Results[len(values)]].IsNil() {
			return !differs
		}
		for i, value := range values {
			differs = differs || types.ExprString(ret.Results[i]) != types.ExprString(value)
		}
		return !differs
	})
	return differs
}

// value returns an expression for the string or the number that x, of type t, points to or is.
func (f *fixer) value(x string, t types.Type) string {
	ptr, ok := t.Underlying().(*types.Pointer)
	if !ok {
		return x
	}
	kind := "String"
	if b, ok := ptr.Elem().Underlying().(*types.Basic); ok && b.Kind() != types.String {
		kind = strings.ToUpper(b.Name()[:1]) + b.Name()[1:]
	}
	path, name := awspath.AWS, "To"+kind
	const v1 = awspath.V1 + "/aws"
	if f.site.Op.Generation == 1 || f.Imports(v1) && !f.Imports(awspath.AWS) { // two packages aws for one call are too many
		path, name = v1, kind+"Value"
	}
	return f.Import(path, "aws", f.assign.Pos()) + "." + name + "(" + x + ")"
}
