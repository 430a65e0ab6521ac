package impossiblematch

import (
	"go/ast"
	"go/constant"
	"strconv"

	"golang.org/x/tools/go/types/typeutil"
	"honnef.co/go/tools/analysis/lint"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/remedy"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// checkRetried reports codes that are added to those which the client of a service tries again, and that
// the service never sends:
//
//	o.Retryer = retry.AddWithErrorCodes(o.Retryer, "ThrottlingException") // o is a *s3.Options
func checkRetried(pass *rule.Pass) {
	if !imports(pass, awspath.Retry) {
		return
	}
	for cur := range pass.Root.Preorder((*ast.CallExpr)(nil)) {
		call := cur.Node().(*ast.CallExpr)
		fn := typeutil.Callee(pass.TypesInfo, call)
		if fn == nil || fn.Pkg() == nil || fn.Pkg().Path() != awspath.Retry || fn.Name() != "AddWithErrorCodes" || !pass.Reportable(call.Pos()) {
			continue
		}
		// have: codes that a client tries again
		service := clientOf(pass, call.Args[0])
		if service == nil || call.Ellipsis.IsValid() {
			continue
		}
		for _, arg := range call.Args[1:] {
			value := pass.TypesInfo.Types[arg].Value
			if value == nil {
				continue
			}
			// have: a code that is certain
			code := constant.StringVal(value)
			advice, never := remedy.NeverSentByService(service, code)
			if !never {
				continue
			}
			pass.Report(rule.Finding{
				Range: arg, Severity: lint.SeverityWarning,
				Message: service.Name + " never sends the code " + strconv.Quote(code) + ", so this retries nothing; " + advice,
			})
		}
	}
}

// clientOf returns the service whose options e takes the retryer of, nil if e is something else: o.Retryer.
func clientOf(pass *rule.Pass, e ast.Expr) *model.Service {
	retryer, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if !ok || retryer.Sel.Name != "Retryer" {
		return nil
	}
	typ := awssdk.TypeName(pass.TypesInfo.TypeOf(retryer.X))
	if typ == nil || typ.Pkg() == nil || typ.Name() != "Options" || awspath.Generation(typ.Pkg().Path()) != 2 {
		return nil
	}
	return pass.Flow.ServiceOfType(typ)
}

// imports reports whether the package imports path.
func imports(pass *rule.Pass, path string) bool {
	for _, imp := range pass.Pkg.Imports() {
		if imp.Path() == path {
			return true
		}
	}
	return false
}
