package errflow_test

import (
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

// calls reports what is asked of the error of each call: of operations, and of functions of the
// program that return one of AWS.
var calls = &analysis.Analyzer{
	Name:     "calls",
	Doc:      "report calls",
	URL:      "https://example.com",
	Requires: []*analysis.Analyzer{errflow.Analyzer},
	Run: func(pass *analysis.Pass) (any, error) {
		p := pass.ResultOf[errflow.Analyzer].(*errflow.Package)
		if p.Program == nil {
			return nil, nil
		}
		report := func(s *errflow.Site, message string) {
			if s.Lost() {
				message += " lost"
			}
			if s.Pending() {
				message += " pending"
			}
			call := s.Expr()
			pass.Report(analysis.Diagnostic{Pos: call.Pos(), End: call.End(), Message: message, URL: "https://example.com"})
		}
		for _, s := range p.Sites {
			message := s.Op.String()
			if s.Wraps() {
				message += " wraps"
			}
			report(s, message)
		}
		for _, s := range p.DeclaredCalls() {
			if o := p.Returned(s); o.AWS() {
				message := s.Op.String() + ", that of " + o.String()
				if o.Unknown || o.Other {
					message += " or another error"
				}
				if p.MayLog(s) {
					message += ", may log"
				}
				report(s, message)
			}
		}
		return nil, nil
	},
}

func TestCalls(t *testing.T) { ruletest.Run(t, calls) }
