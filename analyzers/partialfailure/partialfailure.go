// Package partialfailure reports AWS calls whose output tells of failures that
// nothing reads.
package partialfailure

import (
	"golang.org/x/tools/go/analysis"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/report"
)

// Analyzer is the rule.
var Analyzer = &analysis.Analyzer{
	Name:             "partialfailure",
	Doc:              Doc.Title,
	URL:              report.URL("partialfailure"),
	Requires:         []*analysis.Analyzer{errflow.Analyzer, report.Analyzer},
	Run:              run,
	RunDespiteErrors: true,
}

func run(pass *analysis.Pass) (any, error) {
	for _, site := range pass.ResultOf[errflow.Analyzer].(*errflow.Package).Sites {
		failures := awssdk.Failures(site.Op)
		if failures == nil || !report.Reported(pass, site.Expr().Pos()) {
			continue
		}
		// Where the error is thrown away, too, discarded says so.
		if site.Lost() && !site.OutputTaken() {
			continue
		}
		if site.Wrapped() || !site.Overlooks(failures) || withoutResult(site) {
			continue
		}
		report.Report(pass, report.Finding{
			Lost:      true,
			Range:     site.Expr(),
			Operation: site.Op.String(),
			Message:   "failures that the output of " + site.Op.String() + " tells of are ignored; check " + failures[0].String(),
			Fix:       suggest(pass, site, failures),
		})
	}
	return nil, nil
}
