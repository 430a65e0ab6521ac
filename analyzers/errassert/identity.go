package errassert

import (
	"go/ast"
	"go/token"
	"go/types"
	"strconv"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// checkIdentity reports id, a comparison with a new value of an error type of the SDK.
func checkIdentity(pass *rule.Pass, id *errmatch.Identity) {
	o := pass.Flow.Origins(id.Err)
	if reason := never(pass, o, id.Type, id.Syntax.Node().Pos()); reason != "" {
		report(pass, o, false, id.Syntax.Node(), reason, nil)
		return
	}
	of := ""
	if o.AWS() {
		of = " of the error of " + o.String()
	}
	value := " with a new "
	if id.Nil {
		value = " with a nil "
	}
	of += value + types.TypeString(id.Type, pass.Fixes.NamesAt(id.Syntax.Node().Pos()).Of) + " is always "
	switch n := id.Syntax.Node().(type) {
	case *ast.CallExpr:
		report(pass, o, false, n, "errors.Is"+of+"false; use errors.As", func() *fix.Editor {
			return matchType(pass, id, n.Args[0], n.Args[1], false)
		})
	case *ast.BinaryExpr:
		err, value := n.X, n.Y
		if types.Identical(pass.TypesInfo.TypeOf(err), id.Type) {
			err, value = value, err
		}
		report(pass, o, false, n, "comparison"+of+strconv.FormatBool(n.Op == token.NEQ)+"; use errors.As", func() *fix.Editor {
			return matchType(pass, id, err, value, n.Op == token.NEQ)
		})
	}
}

// matchType returns the editor of the fix. There is none where value, which is left out, is not made there.
//
//	errors.Is(err, &types.NoSuchKey{}) => errors.As(err, &noSuchKey)
func matchType(pass *rule.Pass, id *errmatch.Identity, err, value ast.Expr, negated bool) *fix.Editor {
	obj := awssdk.TypeName(id.Type)
	if !isNew(value) || !obj.Exported() {
		return nil
	}
	e := pass.Fixes.Editor(value.Pos())
	if e == nil {
		return nil
	}
	e.Removes(id.Syntax.Node(), err)
	e.MatchError(id.Syntax, fix.ErrorMatch{
		Err:     e.Source(err),
		Package: obj.Pkg().Path(), Alias: obj.Pkg().Name(), Type: "*" + obj.Name(), Var: fix.VarName(obj.Name()),
	}, negated)
	return e
}

// isNew reports whether x is &T{} or new(T).
func isNew(x ast.Expr) bool {
	switch x := ast.Unparen(x).(type) {
	case *ast.UnaryExpr:
		lit, ok := x.X.(*ast.CompositeLit)
		return ok && x.Op == token.AND && len(lit.Elts) == 0
	case *ast.CallExpr:
		fun, ok := x.Fun.(*ast.Ident)
		return ok && fun.Name == "new"
	}
	return false
}
