package errflow

import (
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// findGroups returns the functions that errgroups run, by the variable of the group.
func (p *Package) findGroups() map[ssa.Value][]ssa.Value {
	groups := make(map[ssa.Value][]ssa.Value)
	p.Instrs(func(instr ssa.Instruction) {
		call, ok := instr.(ssa.CallInstruction)
		if !ok || call.Common().IsInvoke() {
			return
		}
		c := call.Common()
		if fn := ssaflow.Callee(c); fn != nil && knowledge.RunsInGroup(fn) {
			group := p.VariableOf(c.Args[0])
			groups[group] = append(groups[group], c.Args[1])
		}
	})
	return groups
}

// ran returns where the errors of the functions that the errgroup runs can come from.
func (t *tracer) ran(group ssa.Value) flow {
	var f flow
	for _, task := range t.groups[t.VariableOf(group)] {
		f = f.union(t.invoked(task))
	}
	return f
}
