package matchorder

import (
	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// precludes reports whether later is reached only where m did not find its type: m is the whole condition of a branch, and its branch does
// not lead to later.
func precludes(m, later *errmatch.Match) bool {
	if m.Instr.Parent() != later.Instr.Parent() {
		return false
	}
	branch, negated := ssaflow.Branch(m.Holds())
	if branch == nil {
		return false
	}
	yes, no := branch.Block().Succs[0], branch.Block().Succs[1]
	if negated {
		yes, no = no, yes
	}
	at := later.Instr.Block()
	if len(no.Preds) == 1 && no.Dominates(at) {
		return true
	}
	return branch.Block().Dominates(at) && branch.Block() != at && !ssaflow.LeadsTo(yes, at, branch.Block())
}
