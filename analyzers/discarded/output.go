package discarded

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// A use says what the program does with the output of a call.
type use int

const (
	unused  use = iota
	careful     // it can do without: it looks whether the output is nil or holds nothing, or has it as a default
	trusting
)

// useOf returns how the program uses the output of site.
func useOf(site *errflow.Site) use {
	out := site.Output
	if out == nil {
		return unused
	}
	used, checked := false, slices.Concat(ssaflow.NonNil(out), held(out))
	for _, ref := range *out.Referrers() {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
			continue
		case *ssa.Store:
			if local, ok := ref.Addr.(*ssa.Alloc); ok {
				switch useOfVariable(local, ref) {
				case unused:
					continue
				case careful:
					used = true
					continue
				}
			}
		case *ssa.BinOp:
			if ssaflow.ComparesNil(ref) {
				used = true
				continue
			}
		}
		if asksWhetherEmpty(ref, out) {
			used = true
			continue
		}
		if !ssaflow.DominatedByAny(ref.Block(), checked) {
			return trusting
		}
	}
	if used {
		return careful
	}
	return unused
}

// useOfVariable returns how the program uses local after store.
func useOfVariable(local *ssa.Alloc, store *ssa.Store) use {
	after := ssaflow.Reachable(store, nil)
	_, basic := local.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Basic)
	use, checked := unused, held(local)
	for _, ref := range *local.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store, *ssa.DebugRef:
			continue
		case *ssa.MakeClosure:
			return trusting
		case *ssa.MakeInterface, *ssa.Call:
			if basic && after[ref] {
				return careful // who gets the address of a string fills it: survey.AskOne(question, &account)
			}
		}
		switch {
		case !after[ref]:
		case !asksWhetherEmpty(ref, local) && !ssaflow.DominatedByAny(ref.Block(), checked):
			use = trusting
		case use == unused:
			use = careful
		}
	}
	return use
}

// output returns the variable that the program assigns the first result of the call to, and trusts.
// It is "" if there is none.
func (d discard) output() string {
	stmt, ok := d.stmt.(*ast.AssignStmt)
	if !ok || d.use != trusting || len(stmt.Lhs) < 2 || len(stmt.Rhs) != 1 {
		return ""
	}
	if id, ok := stmt.Lhs[0].(*ast.Ident); ok && id.Name != "_" {
		return id.Name
	}
	return ""
}

// tidiesUp reports whether the call only tidies up, in a branch or a loop, before the function returns
// what it has made: with the error in its place, the caller would lose that.
func (d discard) tidiesUp() bool {
	call, found := d.site.Instr, false
	after := ssaflow.BlocksAfter(call.Block())
	made := func(v ssa.Value) bool {
		instr, ok := v.(ssa.Instruction)
		return ok && ssaflow.Dominates(instr, call) && !slices.Contains(after, instr.Block())
	}
	for _, b := range append(after, call.Block()) {
		ret, ok := ssaflow.Last(b).(*ssa.Return)
		if !ok {
			continue
		}
		n := len(ret.Results)
		if n < 2 || !ssaflow.IsNil(ret.Results[n-1]) || !slices.ContainsFunc(ret.Results[:n-1], made) {
			return false
		}
		if ssaflow.Dominates(call, ret) && !knowledge.Undoes(d.site.Op.Name) {
			return false
		}
		found = true
	}
	return found
}
