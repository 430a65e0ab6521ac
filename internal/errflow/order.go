package errflow

import (
	"go/token"

	"golang.org/x/tools/go/ssa"
)

// Precludes reports whether later is reached only where m did not find its type: m is
// the whole condition of a branch, and its branch does not lead to later.
func (m *Match) Precludes(later *Match) bool {
	if m.Instr.Parent() != later.Instr.Parent() {
		return false
	}
	branch, negated := branchOn(m.holds())
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
	return branch.Block().Dominates(at) && branch.Block() != at && !leadsTo(yes, at, branch.Block())
}

// holds returns the bool that says whether m found its type, nil where it is not used.
func (m *Match) holds() ssa.Value {
	switch instr := m.Instr.(type) {
	case *ssa.Call:
		n := instr.Call.Signature().Results().Len()
		if n == 1 {
			return instr
		}
		return result(instr, n-1)
	case *ssa.TypeAssert:
		if instr.CommaOk {
			return result(instr, 1)
		}
	}
	return nil
}

// branchOn returns the only branch that v, or its negation, decides.
func branchOn(v ssa.Value) (branch *ssa.If, negated bool) {
	if v == nil {
		return nil, false
	}
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
		case *ssa.If:
			if branch != nil {
				return nil, false
			}
			branch = ref
		case *ssa.UnOp:
			if ref.Op != token.NOT || branch != nil {
				return nil, false
			}
			branch, negated = branchOn(ref)
			negated = !negated
		default:
			return nil, false
		}
	}
	return branch, negated
}

// leadsTo reports whether a way leads from the block a to b without passing avoid.
func leadsTo(a, b, avoid *ssa.BasicBlock) bool {
	seen := map[*ssa.BasicBlock]bool{avoid: true}
	var walk func(*ssa.BasicBlock) bool
	walk = func(c *ssa.BasicBlock) bool {
		if c == b {
			return true
		}
		if seen[c] {
			return false
		}
		seen[c] = true
		for _, succ := range c.Succs {
			if walk(succ) {
				return true
			}
		}
		return false
	}
	return walk(a)
}
