// Package lambdadropresp reports responses of Lambda handlers that nobody gets, because
// an error is returned with them.
package lambdadropresp

import (
	"fmt"

	"golang.org/x/tools/go/analysis"

	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/lambdafix"
	"github.com/awserrlint/awserrlint/internal/report"
)

// Analyzer is the rule.
var Analyzer = &analysis.Analyzer{
	Name:             "lambdadropresp",
	Doc:              Doc.Title,
	URL:              report.URL("lambdadropresp"),
	Requires:         []*analysis.Analyzer{handler.Analyzer, errflow.Analyzer, report.Analyzer},
	Run:              run,
	RunDespiteErrors: true,
}

func run(pass *analysis.Pass) (any, error) {
	set := pass.ResultOf[handler.Analyzer].(*handler.Set)
	var kit *lambdafix.Kit
	for _, h := range set.Handlers {
		if !h.Source.IsHTTP() && !h.Source.IsBatch() || h.Response() == nil || h.Intercepted || h.DefersResults(pass.TypesInfo) {
			continue
		}
		if kit == nil {
			kit = lambdafix.New(pass, set)
		}
		c := checker{pass: pass, kit: kit, flow: pass.ResultOf[errflow.Analyzer].(*errflow.Package), Handler: h}
		for _, r := range set.Returns(h) {
			if message := c.message(r); message != "" {
				report.Report(pass, report.Finding{Range: r.Stmt, Message: message, Fix: c.fix(r)})
			}
		}
		c.statements()
	}
	return nil, nil
}

// A checker checks one handler.
type checker struct {
	pass *analysis.Pass
	kit  *lambdafix.Kit
	flow *errflow.Package
	*handler.Handler
}

// message says what becomes of the response of r, "" if its caller gets it.
func (c checker) message(r *handler.Return) string {
	if r.Response != handler.Written || !r.ErrNonNil {
		return ""
	}
	switch {
	case c.Source.IsBatch():
		if c.someFailed(r) {
			return "with a non-nil error the whole batch is retried and BatchItemFailures is ignored"
		}
		return ""
	case c.Source == handler.WebSocket:
		return `this response is dropped: with a non-nil error the caller sees "Internal server error"`
	}
	text := fmt.Sprintf("this response is dropped: with a non-nil error the caller sees %d", c.Source.ErrorStatus())
	if status := c.status(r.ResponseExpr); status != "" {
		text += ", not status " + status
	}
	return text
}
