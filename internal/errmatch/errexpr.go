package errmatch

import (
	"go/ast"
	"go/types"

	"github.com/awserrlint/awserrlint/internal/awssdk"
)

// ErrorOf returns the error whose text the expression text is, or holds in lower case or cut, nil
// where it is not the text of one error alone. Where the text stands in a local variable, it
// returns that, too:
//
//	text := err.Error() … strings.ToLower(text)
func (s *Set) ErrorOf(text ast.Expr) (err ast.Expr, variable *types.Var) {
	switch x := ast.Unparen(text).(type) {
	case *ast.SliceExpr:
		return s.ErrorOf(x.X)
	case *ast.CallExpr:
		return s.errorOfCall(x)
	case *ast.Ident:
		v, ok := s.program().Info.Uses[x].(*types.Var)
		if !ok || v.Parent() == nil || v.Parent() == s.program().Types.Scope() {
			return nil, nil
		}
		value := s.onlyValue(v)
		if value == nil {
			return nil, nil
		}
		err, outer := s.ErrorOf(value)
		if _, ok := err.(*ast.Ident); !ok || outer != nil {
			return nil, nil
		}
		return err, v
	}
	return nil, nil
}

func (s *Set) errorOfCall(call *ast.CallExpr) (ast.Expr, *types.Var) {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return nil, nil
	}
	if sel.Sel.Name == "Error" && len(call.Args) == 0 {
		return sel.X, nil
	}
	info := s.program().Info
	fn, ok := info.Uses[sel.Sel].(*types.Func)
	if !ok || fn.Pkg() == nil || len(call.Args) == 0 {
		return nil, nil
	}
	switch fn.Pkg().Path() {
	case "strings":
		return s.ErrorOf(call.Args[0])
	case "fmt":
		args := call.Args
		if fn.Name() == "Sprintf" {
			args = args[1:]
		}
		if len(args) == 1 && awssdk.IsErrorType(info.TypeOf(args[0])) {
			return args[0], nil
		}
	}
	return nil, nil
}

// onlyValue returns the only value that is assigned to v, nil if there are more.
func (s *Set) onlyValue(v *types.Var) ast.Expr {
	var only ast.Expr
	n := 0
	for _, value := range s.program().Assignments(v) {
		only, n = value, n+1
	}
	if n != 1 {
		return nil
	}
	return only
}
