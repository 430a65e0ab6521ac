package awssdk_test

import (
	"fmt"
	"go/ast"
	"go/types"
	"strings"
	"testing"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

var forms = map[awssdk.Form]string{
	awssdk.Client: "client", awssdk.Paginator: "paginator", awssdk.Waiter: "waiter", awssdk.Presign: "presign", awssdk.Feature: "feature",
	awssdk.Config: "config", awssdk.Credentials: "credentials", awssdk.EventStream: "eventstream",
}

// ofCall returns what Of says of a call.
func ofCall(info *types.Info, call *ast.CallExpr) *awssdk.Operation {
	fn, _ := typeutil.Callee(info, call).(*types.Func)
	t := info.TypeOf(call.Fun)
	if t == nil {
		return nil
	}
	sig, _ := types.Unalias(t).Underlying().(*types.Signature)
	return awssdk.Of(fn, sig)
}

// TestOf compares what Of says of the calls that are statements in
// testdata/src/awssdk with the comments behind them.
func TestOf(t *testing.T) {
	res := ruletest.Analyze(t, ruletest.Fixtures(t), nil, "./awssdk")
	if len(res.Packages) != 1 || len(res.Problems) > 0 {
		t.Fatalf("loaded %d packages: %v", len(res.Packages), res.Problems)
	}
	pkg := res.Packages[0]
	seen := make(map[string]bool)
	for _, f := range pkg.Syntax {
		comments := make(map[int]string) // by line
		for _, group := range f.Comments {
			comments[res.Fset.Position(group.Pos()).Line] = strings.TrimSpace(group.Text())
		}
		ast.Inspect(f, func(n ast.Node) bool {
			stmt, ok := n.(*ast.ExprStmt)
			if !ok {
				return true
			}
			pos := res.Fset.Position(stmt.End())
			got := describe(ofCall(pkg.TypesInfo, stmt.X.(*ast.CallExpr)))
			if want := comments[pos.Line]; got != want {
				t.Errorf("%s: %q, want %q", pos, got, want)
			}
			form, _, _ := strings.Cut(got, " ")
			seen[form] = true
			return true
		})
	}
	for _, form := range forms {
		if !seen[form] {
			t.Errorf("no call is of the form %s", form)
		}
	}
}

func describe(op *awssdk.Operation) string {
	if op == nil {
		return "none"
	}
	return fmt.Sprint(forms[op.Form], " ", op, " ", typeName(op.Input), " ", typeName(op.Output), " ", op.Generation)
}

func typeName(t types.Type) string {
	if t == nil {
		return "-"
	}
	return types.TypeString(t.(*types.Pointer).Elem(), func(*types.Package) string { return "" })
}
