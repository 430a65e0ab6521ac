package errflow_test

import (
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

// origins reports what is asked of the arguments of functions by these names:
//
//	match(err)       the origins of an error
//	text(err.Error())  those of the error that a text is of
//	sites(err)       how many lines above the calls are that an error can come from
//	service(err)     the services whose source is read for an error
//	imported()       the services that the package imports
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
					report := func(words []string) {
						pass.Report(analysis.Diagnostic{Pos: call.Pos(), End: call.Pos() + 1, Message: strings.Join(words, " "), URL: "https://example.com"})
					}
					switch call.Call.StaticCallee().Name() {
					case "match":
						report(describe(p.Origins(arg())))
					case "text":
						var o errflow.Origins
						for _, err := range asked.TextOf(arg()) {
							o = p.Origins(err)
						}
						report(describe(o))
					case "sites":
						var lines []string
						for _, at := range p.Origins(arg()).Calls() {
							lines = append(lines, strconv.Itoa(pass.Fset.Position(call.Pos()).Line-pass.Fset.Position(at.Pos).Line))
						}
						report(lines)
					case "service":
						var names []string
						for _, op := range p.Origins(arg()).Ops {
							if svc := p.Service(op); svc != nil {
								names = append(names, svc.Name)
							}
						}
						report(names)
					case "imported":
						var names []string
						for _, svc := range p.ImportedServices() {
							names = append(names, svc.Name)
						}
						report(names)
					}
				}
			}
		}
		return nil, nil
	},
}

// describe returns "s3.GetObject wrapped bare unknown retold", or "none" in place of the operations.
func describe(o errflow.Origins) []string {
	words := []string{"none"}
	if o.AWS() {
		words[0] = o.String()
	}
	if o.Wrapped && o.AWS() {
		words = append(words, "wrapped")
	}
	if o.Bare && o.AWS() {
		words = append(words, "bare")
	}
	if o.Unknown {
		words = append(words, "unknown")
	}
	if o.Retold && o.AWS() {
		words = append(words, "retold")
	}
	return words
}

func TestOrigins(t *testing.T) { ruletest.Run(t, origins) }
