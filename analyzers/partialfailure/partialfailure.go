package partialfailure

import (
	"slices"

	"honnef.co/go/tools/analysis/lint"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// Rule is the rule.
var Rule = rule.New(rule.Spec{
	Name:    "partialfailure",
	Group:   rule.Lost,
	Doc:     Doc,
	Run:     run,
	Fixes:   true,
	Options: []string{"may-lose"},
})

func run(pass *rule.Pass) {
	fails := func(op *awssdk.Operation) bool { return awssdk.Failures(op) != nil }
	for _, site := range append(pass.Flow.PassedOn(fails), pass.Flow.Sites...) {
		failures := awssdk.Failures(site.Op)
		if failures == nil || site.Wraps() && !pass.Flow.OnlyPerforms(site) || !pass.Reportable(site.Expr().Pos()) {
			continue
		}
		// Have: a call that can fail in part with a nil error.
		if cannotFail(pass.Flow, site) || !overlooks(site, failures) {
			continue
		}
		// Have: nothing reads what failed. Where the error is thrown away, too, discarded says so.
		if site.Lost() && (site.Output == nil || !ssaflow.Used(site.Output)) {
			continue
		}
		pass.Report(rule.Finding{
			Lost:      true,
			Range:     site.Expr(),
			Operation: site.Op.String(),
			Severity:  severity(site.Op, failures),
			Message:   message(site, failures),
			Fix:       "return an error if a part of " + site.Op.String() + " failed",
			Edit:      func() *fix.Editor { return edit(pass, site, failures) },
		})
	}
}

// severity is warning where nothing is missing but what does not exist. The Failures of ECS say more.
func severity(op *awssdk.Operation, failures []awssdk.Failure) lint.Severity {
	if knowledge.OnlyReads(op.Name) || slices.ContainsFunc(failures, func(f awssdk.Failure) bool { return !f.Missing }) {
		return lint.SeverityNone
	}
	return lint.SeverityWarning
}
