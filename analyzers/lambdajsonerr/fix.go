package lambdajsonerr

import (
	"go/ast"
	"go/constant"
	"go/types"
	"strconv"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/lambdafix"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
)

// edit returns the editor of the fix that makes all of returns return JSON, nil if one of them cannot:
//
//	return out, errors.New("no table") => return out, newLambdaError("ClientException", "no table", nil)
//	return out, err                    => log.Print(err); return out, newLambdaError("ServerException", "internal error", err)
func (c *checker) edit(returns ...*lambdaresp.Return) *fix.Editor {
	e := c.kit.Editor(returns[0].Stmt)
	if e == nil {
		return nil
	}
	f := fixer{Editor: e, checker: c, cause: e.Fresh("cause", returns[0].Stmt.Pos())}
	file := c.Fset.File(returns[0].Stmt.Pos())
	for _, ret := range returns {
		if c.Fset.File(ret.Stmt.Pos()) != file || !ret.ErrNonNil || !f.replace(ret) {
			return nil
		}
	}
	return e.Editor
}

type fixer struct {
	*lambdafix.Editor
	*checker
	cause string
}

// replace makes ret return a JSON error. It returns false where that cannot be written there.
func (f fixer) replace(ret *lambdaresp.Return) bool {
	pos := ret.Stmt.Pos()
	fn := f.LambdaError()
	for _, name := range []string{fn, "log", "slog", "fmt"} { // imported at the first return's place
		switch obj := f.Lookup(name, pos).(type) {
		case nil, *types.PkgName:
		default:
			if obj.Parent() != f.Pkg.Scope() || name != fn {
				return false
			}
		}
	}
	if message, ok := f.message(ret.ErrExpr); ok {
		f.Replace(ret.ErrExpr, fn+"("+strconv.Quote(f.Handlers.Options.Types[0])+", "+message+", nil)")
		return true
	}
	err := f.Source(ret.ErrExpr)
	lines := ""
	switch ast.Unparen(ret.ErrExpr).(type) {
	case *ast.Ident, *ast.SelectorExpr:
	default:
		if f.Lookup(f.cause, pos) != nil {
			return false
		}
		lines = f.cause + " := " + err + "\n"
		err = f.cause
	}
	f.InsertBefore(ret.Stmt, lines+f.Log(err))
	f.Replace(ret.ErrExpr, fn+"("+strconv.Quote(f.Handlers.Options.Types[1])+`, "internal error", `+err+")")
	return true
}

// message returns the text that the code gives to the error that e makes, as an expression, and false if
// the error is, or tells of, another one.
func (f fixer) message(e ast.Expr) (string, bool) {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return "", false
	}
	fn := typeutil.StaticCallee(f.TypesInfo, call)
	if fn == nil || len(call.Args) == 0 || call.Ellipsis.IsValid() {
		return "", false
	}
	for _, arg := range call.Args {
		if f.tellsError(arg) {
			return "", false
		}
	}
	switch fn.FullName() {
	case "errors.New":
		f.Removes(call, call.Args[0])
		return f.Source(call.Args[0]), true
	case "fmt.Errorf":
		format := f.TypesInfo.Types[call.Args[0]].Value
		if format == nil {
			return "", false
		}
		if len(call.Args) == 1 && !strings.Contains(constant.StringVal(format), "%") {
			f.Removes(call)
			return f.Source(call.Args[0]), true
		}
		return f.Import("fmt", "fmt", call.Pos()) + ".Sprintf(" + f.Text(call.Args[0].Pos(), call.Rparen) + ")", true
	}
	return "", false
}

// tellsError reports whether e is an error, or is made of one.
func (f fixer) tellsError(e ast.Expr) bool {
	tells := false
	ast.Inspect(e, func(n ast.Node) bool {
		if x, ok := n.(ast.Expr); ok {
			t := f.TypesInfo.TypeOf(x)
			tells = tells || t != types.Typ[types.UntypedNil] && awssdk.IsErrorType(t)
		}
		return !tells
	})
	return tells
}
