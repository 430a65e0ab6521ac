package finding

import (
	"cmp"
	"fmt"
	"go/token"
	"slices"

	"github.com/awserrlint/awserrlint/internal/edit"
	"github.com/awserrlint/awserrlint/internal/printable"
	"github.com/awserrlint/awserrlint/internal/relpath"
)

// A Finding is one report of a rule.
type Finding struct {
	Rule      string
	Severity  Severity
	Message   string
	URL       string // the page of the rule
	Operation string // such as "s3.DeleteObject"; "" if the finding is not about an operation
	Package   string
	Pos, End  token.Position
	Related   []Related
	Fixes     []Fix // alternatives; the first is the one to apply
}

// A Related is a position that helps to understand a finding, with what is there.
type Related struct {
	Message  string
	Pos, End token.Position
}

// A Fix is a change that resolves a finding. Its edits do not overlap.
type Fix struct {
	Message string
	Edits   []edit.Edit
}

// Fixable stands before the name of the rule in the text of a finding that has a fix.
const Fixable = "[fixable]"

// Text returns the severity, the message, whether there is a fix, and the name of the rule, which
// is last, where programs that read lines of linters look for it.
func (f Finding) Text() string {
	message := printable.Line(f.Message)
	if len(f.Fixes) > 0 {
		message += " " + Fixable
	}
	return fmt.Sprintf("%s: %s (%s)", f.Severity, message, f.Rule)
}

// String returns the finding in one line, with the file as seen from the current folder.
func (f Finding) String() string { return Position(f.Pos) + ": " + f.Text() }

// Position returns p as text, with the file as seen from the current folder.
func Position(p token.Position) string {
	p.Filename = printable.File(relpath.File(p.Filename))
	return p.String()
}

// Sort sorts findings by position and drops duplicates. There are duplicates if a file is in
// several variants of a package.
func Sort(findings []Finding) []Finding {
	slices.SortStableFunc(findings, func(x, y Finding) int {
		return cmp.Or(comparePositions(x.Pos, y.Pos), cmp.Compare(x.Rule, y.Rule), cmp.Compare(x.Message, y.Message), comparePositions(x.End, y.End))
	})
	return slices.CompactFunc(findings, func(x, y Finding) bool {
		return x.Pos == y.Pos && x.End == y.End && x.Rule == y.Rule && x.Message == y.Message
	})
}

func comparePositions(x, y token.Position) int {
	return cmp.Or(cmp.Compare(x.Filename, y.Filename), cmp.Compare(x.Line, y.Line), cmp.Compare(x.Column, y.Column))
}

// Edits returns the edits of the first fix of each finding, except findings to skip, and the number
// of these fixes. A fix that conflicts with an earlier one is left out whole.
func Edits(findings []Finding, skip func(Finding) bool) (m edit.Merge, fixes int) {
	m = make(edit.Merge)
	for _, f := range findings {
		if len(f.Fixes) > 0 && !skip(f) && m.Add(f.Fixes[0].Edits) {
			fixes++
		}
	}
	return m, fixes
}
