package discarded

import (
	"go/ast"
	"slices"

	"golang.org/x/tools/go/ssa"
	"honnef.co/go/tools/analysis/lint"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// severityOf returns the severity of the finding, where it is less severe than others. calls are
// those of the package that can return an error of AWS.
func (d discard) severityOf(pass *rule.Pass, calls []*errflow.Site) lint.Severity {
	_, deferred := d.stmt.(*ast.DeferStmt)
	undoes := knowledge.Undoes(d.site.Op.Name)
	switch {
	case d.meant(pass), d.onlyReads():
		return lint.SeverityInfo
	case !deferred && d.leaving:
		return lint.SeverityInfo
	case undoes && !deferred && (d.failing || d.prepares(calls)):
		return lint.SeverityInfo
	case undoes && deferred, d.mixed, knowledge.Observes(d.site.Op.Name):
		return lint.SeverityWarning
	}
	return lint.SeverityNone
}

// meant reports whether the program says that the error may be lost: to other linters, by the name
// of the function that gets it, or by a comment beside an error that is assigned to "_".
func (d discard) meant(pass *rule.Pass) bool {
	if in := d.site.LostIn(); in != nil && knowledge.IsDeliberate(in.Name()) {
		return true
	}
	assign, ok := d.stmt.(*ast.AssignStmt)
	blank := ok && isBlank(assign.Lhs[len(assign.Lhs)-1])
	return pass.Commented(d.site.Expr(), func(c *ast.Comment) bool {
		return knowledge.AcceptsUnchecked(c.Text) || blank && knowledge.Attempts(c.Text)
	})
}

// onlyReads reports whether the call reads something that the program has no use for, to see
// whether that can be done or to have it ready.
func (d discard) onlyReads() bool {
	if d.site.Output != nil && ssaflow.Used(d.site.Output) || d.site.Op.Form == awssdk.Declared {
		return false
	}
	return d.site.Op.Form == awssdk.Credentials || knowledge.OnlyReads(d.site.Op.Name) && d.site.Op.Form == awssdk.Client
}

// prepares reports whether another call follows in the function that undoes something, and whose
// error is not lost: that one fails if this one had to come first.
func (d discard) prepares(calls []*errflow.Site) bool {
	var after map[ssa.Instruction]bool
	return slices.ContainsFunc(calls, func(other *errflow.Site) bool {
		if other.Instr.Parent() != d.site.Instr.Parent() || other.Op.Name == d.site.Op.Name || !knowledge.Undoes(other.Op.Name) || other.Lost() {
			return false
		}
		if after == nil {
			after = ssaflow.Reachable(d.site.Instr, nil)
		}
		return after[other.Instr]
	})
}
