package finding

import (
	"cmp"
	"errors"
	"fmt"
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/awserrlint/awserrlint/internal/edit"
)

// New returns what d, reported by a on the package with the path pkg, says about
// operation. The caller sets Severity. The error means that a fix has an edit outside of
// files, a bug in the rule.
func New(fset *token.FileSet, a *analysis.Analyzer, pkg, operation string, d analysis.Diagnostic) (Finding, error) {
	f := Finding{
		Rule:      a.Name,
		Message:   d.Message,
		URL:       cmp.Or(d.URL, a.URL),
		Operation: operation,
		Package:   pkg,
		Pos:       position(fset, d.Pos),
		End:       position(fset, cmp.Or(d.End, d.Pos)),
	}
	for _, r := range d.Related {
		f.Related = append(f.Related, Related{r.Message, position(fset, r.Pos), position(fset, cmp.Or(r.End, r.Pos))})
	}
	for _, suggested := range d.SuggestedFixes {
		fix, editable, err := newFix(fset, suggested)
		if err != nil {
			return f, fmt.Errorf("invalid fix for %s: %w", f.Pos, err)
		}
		if editable {
			f.Fixes = append(f.Fixes, fix)
		}
	}
	return f, nil
}

// position returns the position of pos as line directives have it. A directive that names no column leaves
// the positions behind it without one, where formats expect one.
func position(fset *token.FileSet, pos token.Pos) token.Position {
	p := fset.Position(pos)
	p.Column = max(p.Column, 1)
	return p
}

// newFix returns suggested as a Fix. It is not editable if a line directive says that the file is
// generated from another one, as by cgo.
func newFix(fset *token.FileSet, suggested analysis.SuggestedFix) (fix Fix, editable bool, err error) {
	fix.Message = suggested.Message
	editable = true
	for _, te := range suggested.TextEdits {
		file, end := fset.File(te.Pos), cmp.Or(te.End, te.Pos)
		if file == nil || end < te.Pos || fset.File(end) != file {
			return fix, false, errors.New("an edit is no range of a file")
		}
		editable = editable && fset.Position(te.Pos).Filename == file.Name()
		fix.Edits = append(fix.Edits, edit.Edit{
			Pos: fset.PositionFor(te.Pos, false),
			End: fset.PositionFor(end, false),
			New: string(te.NewText),
		})
	}
	if err := edit.Sort(fix.Edits); err != nil {
		return fix, false, err
	}
	return fix, editable, nil
}
