package rule

import (
	"cmp"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"
	"honnef.co/go/tools/analysis/lint"

	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/fix"
)

// A Finding is a fault that a rule has found.
type Finding struct {
	// Range is where the fault stands.
	Range analysis.Range

	// Operation is the operation whose error is at stake, such as "s3.DeleteObject".
	Operation string

	// Lost says that the error of Operation is lost, which users can accept for some operations. If
	// a comment says that it is meant to be, Report makes the severity info, and there is no fix.
	Lost bool

	// Severity is that of this finding, where it is less severe than others of its rule. The zero
	// value means the severity of the rule.
	Severity lint.Severity

	// Message is lower case, without a full stop, and names the operation and the remedy.
	Message string

	// Fix says what the fix does, and Edit makes it, with an editor of the Fixes of the pass. Edit
	// runs when the rule has ended, in the order of the source. It is nil, or returns nil, where no
	// fix is certain to be right.
	Fix  string
	Edit func() *fix.Editor

	// Related are the places where the error can come from, such as AWS calls: the fault is
	// at the end of a path from each.
	Related []analysis.RelatedInformation
}

// A Reported is a diagnostic of a rule, with what a diagnostic has no field for. Its Category is the
// finding.Severity of the finding, "" if that is the one of the rule.
type Reported struct {
	analysis.Diagnostic
	Operation string // of the finding
}

// Report reports f when the rule has ended, unless it stands where nothing is reported: in
// a generated file, in a test, or under a directive. It returns whether f is reported.
func (p *Pass) Report(f Finding) bool {
	if p.suppression.suppresses(p, f) {
		return false
	}
	if f.Lost && p.deliberate(f) {
		f.Severity, f.Edit = lint.SeverityInfo, nil // what is meant needs no fix
	}
	p.findings = append(p.findings, f)
	return true
}

// deliver reports the findings as diagnostics, in the order of the source. All fixes of the
// package can be applied together, but for those that change the same text.
func (p *Pass) deliver() []Reported {
	p.sort()
	editors := make([]*fix.Editor, len(p.findings))
	for i, f := range p.findings {
		if f.Edit != nil {
			editors[i] = f.Edit()
			p.Fixes.Keep(editors[i])
		}
	}
	p.Fixes.DropImports()

	var all []Reported
	for i, f := range p.findings {
		r := Reported{
			Diagnostic: analysis.Diagnostic{Pos: f.Range.Pos(), End: f.Range.End(), Message: f.Message, URL: p.Analyzer.URL},
			Operation:  f.Operation,
		}
		if f.Severity != lint.SeverityNone {
			r.Category = string(finding.SeverityOf(f.Severity))
		}
		if p.suppression.related {
			r.Related = f.Related
		}
		if edits := editors[i].Fix(f.Fix); edits != nil {
			r.SuggestedFixes = []analysis.SuggestedFix{*edits}
		}
		p.Pass.Report(r.Diagnostic)
		all = append(all, r)
	}
	return all
}

// sort puts the findings in the order of the source. The files come in the order of the pass: that
// of their positions is the one in which they happened to be parsed.
func (p *Pass) sort() {
	if len(p.findings) < 2 {
		return
	}
	order := make(map[*token.File]int)
	for i, f := range p.Files {
		order[p.Fset.File(f.FileStart)] = i
	}
	file := func(f Finding) int { return order[p.Fset.File(f.Range.Pos())] }
	slices.SortStableFunc(p.findings, func(f, g Finding) int {
		return cmp.Or(cmp.Compare(file(f), file(g)), cmp.Compare(f.Range.Pos(), g.Range.Pos()))
	})
}
