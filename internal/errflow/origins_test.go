package errflow_test

import (
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

// origins reports the origins of the arguments of functions called match and text.
var origins = &analysis.Analyzer{
	Name:     "origins",
	Doc:      "report origins",
	URL:      "https://example.com",
	Requires: []*analysis.Analyzer{errflow.Analyzer, errmatch.Analyzer},
	Run: func(pass *analysis.Pass) (any, error) {
		p := pass.ResultOf[errflow.Analyzer].(*errflow.Package)
		asked := pass.ResultOf[errmatch.Analyzer].(*errmatch.Set)
		for _, fn := range p.Funcs {
			for _, b := range fn.Blocks {
				for _, instr := range b.Instrs {
					call, ok := instr.(*ssa.Call)
					if !ok || call.Call.StaticCallee() == nil {
						continue
					}
					arg := func() ssa.Value { return call.Call.Args[0] }
					switch call.Call.StaticCallee().Name() {
					case "match":
						pass.Report(diagnostic(call, p.Origins(arg())))
					case "text":
						var o errflow.Origins
						for _, err := range asked.TextOf(arg()) {
							o = p.Origins(err)
						}
						pass.Report(diagnostic(call, o))
					}
				}
			}
		}
		return nil, nil
	},
}

func diagnostic(call *ssa.Call, o errflow.Origins) analysis.Diagnostic {
	words := []string{"none"}
	if o.AWS() {
		words[0] = o.String()
	}
	if o.Wrapped && o.AWS() {
		words = append(words, "wrapped")
	}
	if o.Unknown {
		words = append(words, "unknown")
	}
	return analysis.Diagnostic{Pos: call.Pos(), End: call.Pos() + 1, Message: strings.Join(words, " "), URL: "https://example.com"}
}

func TestOrigins(t *testing.T) { ruletest.Run(t, origins) }
