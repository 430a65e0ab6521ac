package lambdafix

import (
	"go/ast"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// LogMade is Log for the error err, whose expression made is taken out, nil if that is a variable. It logs the text or the
// format of which the error is made:
//
//	fmt.Errorf("step: %w", err) => log.Printf("step: %v", err)
//	core.NewLoggedError("step: %v", err) => _ = core.NewLoggedError("step: %v", err)
func (e *Editor) LogMade(made ast.Expr, err string) string {
	call, ok := ast.Unparen(made).(*ast.CallExpr)
	if !ok {
		return e.Log(err)
	}
	var logs string
	switch fn := typeutil.StaticCallee(e.kit.pass.TypesInfo, call); {
	case fn != nil && knowledge.LogsWhatItMakes(fn):
		return "_ = " + err
	case fn != nil && fn.FullName() == "errors.New":
		logs = e.LogText(e.Source(call.Args[0]), err)
	case fn != nil && fn.FullName() == "fmt.Errorf" && !call.Ellipsis.IsValid():
		format := strings.ReplaceAll(e.Source(call.Args[0]), "%w", "%v")
		logs = e.LogFormat(format+e.Text(call.Args[0].End(), call.Args[len(call.Args)-1].End()), err)
	default:
		return e.Log(err)
	}
	if !strings.Contains(logs, err) {
		var kept []ast.Node
		for _, arg := range call.Args {
			kept = append(kept, arg)
		}
		e.Removes(call, kept...)
	}
	return logs
}
