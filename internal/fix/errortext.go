package fix

import (
	"go/ast"
	"go/constant"
	"go/types"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/awssdk"
)

// ErrorText returns an expression for the text of the error that err makes, to stand in its place,
// and false if err makes none, or one that tells of another error:
//
//	errors.New("no table")          => "no table"
//	fmt.Errorf("no table %s", name) => fmt.Sprintf("no table %s", name)
func (e *Editor) ErrorText(err ast.Expr) (string, bool) {
	call, ok := ast.Unparen(err).(*ast.CallExpr)
	if !ok || len(call.Args) == 0 || call.Ellipsis.IsValid() || e.tellsError(call.Args) {
		return "", false
	}
	fn := typeutil.StaticCallee(e.pass.TypesInfo, call)
	if fn == nil {
		return "", false
	}
	switch fn.FullName() {
	case "errors.New":
		e.Removes(call, call.Args[0])
		return e.Source(call.Args[0]), true
	case "fmt.Errorf":
		format := e.pass.TypesInfo.Types[call.Args[0]].Value
		if format == nil {
			return "", false
		}
		if len(call.Args) == 1 && !strings.Contains(constant.StringVal(format), "%") {
			e.Removes(call)
			return e.Source(call.Args[0]), true
		}
		return e.Import("fmt", "fmt", call.Pos()) + ".Sprintf(" + e.Text(call.Args[0].Pos(), call.Rparen) + ")", true
	}
	return "", false
}

// tellsError reports whether one of args is an error, or is made of one.
func (e *Editor) tellsError(args []ast.Expr) bool {
	tells := false
	for _, arg := range args {
		ast.Inspect(arg, func(n ast.Node) bool {
			if x, ok := n.(ast.Expr); ok {
				t := e.pass.TypesInfo.TypeOf(x)
				tells = tells || t != types.Typ[types.UntypedNil] && awssdk.IsErrorType(t)
			}
			return !tells
		})
	}
	return tells
}
