package driver

import (
	"cmp"
	"errors"
	"fmt"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"
	"honnef.co/go/tools/analysis/lint"
)

// A finding is one report of a rule, free of syntax and types: what every format
// prints and what fixing starts from.
type finding struct {
	Rule      string
	Severity  severity
	Message   string
	URL       string // the page of the rule
	Operation string // such as "s3.DeleteObject"; "" where the finding is not about one
	Package   string
	Pos, End  token.Position
	Related   []related
	Fixes     []fix // alternatives; the first is the one to apply
}

// A related is a place that helps to understand a finding.
type related struct {
	Message  string
	Pos, End token.Position
}

// A fix is a change that resolves a finding. Its edits do not overlap.
type fix struct {
	Message string
	Edits   []edit
}

// An edit replaces a part of a file.
type edit struct {
	Pos, End token.Position // in one file; equal for an insertion
	New      string
}

type severity string

const (
	severityError   severity = "error"
	severityWarning severity = "warning"
	severityInfo    severity = "info"
)

var severities = map[lint.Severity]severity{
	lint.SeverityError:      severityError,
	lint.SeverityWarning:    severityWarning,
	lint.SeverityDeprecated: severityWarning,
	lint.SeverityInfo:       severityInfo,
	lint.SeverityHint:       severityInfo,
}

// newFinding returns what d, reported by a on pkg, says. The error is for a fix
// that no file can take: a bug of the rule.
func newFinding(fset *token.FileSet, a *analysis.Analyzer, pkg string, d analysis.Diagnostic) (finding, error) {
	f := finding{
		Rule:      a.Name,
		Message:   d.Message,
		URL:       cmp.Or(d.URL, a.URL),
		Operation: d.Category,
		Package:   pkg,
		Pos:       fset.Position(d.Pos),
		End:       fset.Position(cmp.Or(d.End, d.Pos)),
	}
	for _, r := range d.Related {
		f.Related = append(f.Related, related{r.Message, fset.Position(r.Pos), fset.Position(cmp.Or(r.End, r.Pos))})
	}
	for _, suggested := range d.SuggestedFixes {
		fx, editable, err := newFix(fset, suggested)
		if err != nil {
			return f, fmt.Errorf("invalid fix for %s: %w", f.Pos, err)
		}
		if editable {
			f.Fixes = append(f.Fixes, fx)
		}
	}
	return f, nil
}

// newFix returns what suggested says, and whether it edits what somebody wrote:
// not so where a line directive names another file, as in what cgo makes.
func newFix(fset *token.FileSet, suggested analysis.SuggestedFix) (fx fix, editable bool, err error) {
	fx.Message = suggested.Message
	editable = true
	for _, te := range suggested.TextEdits {
		file, end := fset.File(te.Pos), cmp.Or(te.End, te.Pos)
		if file == nil || end < te.Pos || fset.File(end) != file {
			return fx, false, errors.New("an edit is no range of a file")
		}
		editable = editable && fset.Position(te.Pos).Filename == file.Name()
		fx.Edits = append(fx.Edits, edit{
			Pos: fset.PositionFor(te.Pos, false),
			End: fset.PositionFor(end, false),
			New: string(te.NewText),
		})
	}
	slices.SortStableFunc(fx.Edits, compareEdits)
	for i := 1; i < len(fx.Edits); i++ {
		if overlap(fx.Edits[i-1], fx.Edits[i]) {
			return fx, false, fmt.Errorf("overlapping edits at %s", fx.Edits[i].Pos)
		}
	}
	return fx, editable, nil
}

// sortFindings puts findings in the order of the source and drops duplicates,
// which come from a file being in several variants of a package.
func sortFindings(findings []finding) []finding {
	slices.SortStableFunc(findings, func(x, y finding) int {
		return cmp.Or(comparePositions(x.Pos, y.Pos), cmp.Compare(x.Rule, y.Rule), cmp.Compare(x.Message, y.Message), comparePositions(x.End, y.End))
	})
	return slices.CompactFunc(findings, func(x, y finding) bool {
		return x.Pos == y.Pos && x.End == y.End && x.Rule == y.Rule && x.Message == y.Message
	})
}

func comparePositions(x, y token.Position) int {
	return cmp.Or(cmp.Compare(x.Filename, y.Filename), cmp.Compare(x.Line, y.Line), cmp.Compare(x.Column, y.Column))
}
