package swallowed

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// A drop is a comparison of the error of a call with nil that is all that the program does with the error.
type drop struct {
	site *errflow.Site
	cmp  *ssa.BinOp
	then then

	// rest is the last of the questions what kind of error it is where only other kinds are dropped.
	// Then there may be no comparison with nil.
	rest ssa.Instruction

	// spare says that the function can do without what the call would have told.
	spare bool

	// origins are the operations that the error can come from where the call is one of a function of the program.
	origins errflow.Origins
}

// A then says how the function goes on where the error is not nil.
type then int

const (
	saysNo  then = iota // it returns the result of the comparison, or false
	absent              // it makes what the operation has asked for, or it fails where the error is nil
	returns             // it returns, with a nil error if it returns one
	goesOn              // it does what it does where the error is nil, or takes the next item
	givesUp             // it tries a few times, and then returns a nil error
)

// at returns the comparison with nil, or the last question where there is none.
func (d drop) at() ssa.Instruction {
	if d.cmp == nil {
		return d.rest
	}
	return d.cmp
}

// dropped returns how the error of site is compared with nil and then dropped. It returns false
// where something acts on the failure in any way, or could: the error is read, or the branch calls
// a function, sets a variable, or returns something special.
func dropped(pass *rule.Pass, site *errflow.Site) (drop, bool) {
	if site.Err == nil {
		return drop{}, false
	}
	if readElsewhere(site.Err) {
		return restDropped(pass, site)
	}
	succeeded := ssaflow.Nil(site.Err)
	for _, ref := range *site.Err.Referrers() {
		cmp, ok := ref.(*ssa.BinOp)
		if !ok || !ssaflow.ComparesNil(cmp) || ssaflow.DominatedByAny(cmp.Block(), succeeded) {
			continue
		}
		f := &failure{site: site, cmp: cmp, flow: pass.Flow}
		if then, ok := f.dropped(); ok && !f.told() {
			return drop{site: site, cmp: cmp, then: then, spare: f.spare()}, true
		}
	}
	return drop{}, false
}

// readElsewhere reports whether anything but a comparison reads err where it may not be nil.
func readElsewhere(err ssa.Value) bool {
	succeeded := ssaflow.Nil(err)
	copies := ssaflow.Forward{Follow: ssaflow.Phis, Use: func(instr ssa.Instruction, _ ssa.Value) bool {
		cmp, ok := instr.(*ssa.BinOp)
		return !ok || !ssaflow.ComparesNil(cmp)
	}}
	return slices.ContainsFunc(*err.Referrers(), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.DebugRef, *ssa.BinOp:
			return false
		case *ssa.Phi:
			for i, edge := range ref.Edges {
				if edge == err && !ssaflow.NilAlong(err, ref.Block().Preds[i], ref.Block()) && copies.Any(ref) {
					return true
				}
			}
			return false
		}
		return !ssaflow.DominatedByAny(ref.Block(), succeeded) && !usedInVain(ref)
	})
}

// dropped returns how the function goes on, false where the comparison leads to an act on the failure.
func (f *failure) dropped() (then, bool) {
	if from, yes, no := ssaflow.Branch(f.cmp); from != nil {
		f.from, f.entry, f.success = from, yes, no
		if f.cmp.Op == token.EQL {
			f.entry, f.success = no, yes
		}
		return f.outcome()
	}
	refs := slices.DeleteFunc(slices.Clone(*f.cmp.Referrers()), ssaflow.IsDebug)
	switch len(refs) {
	case 0: // an empty branch
		again := ssaflow.Reachable(f.cmp, nil)[f.site.Instr]
		return goesOn, (!again || f.inItemLoop() || f.readsOutput()) && f.unnoticed(f.cmp.Block())
	case 1:
		switch ref := refs[0].(type) {
		case *ssa.Return:
			return saysNo, isAnswer(ref, f.cmp)
		case *ssa.Store: // t.HasPolicy = err == nil
			field, ok := ref.Addr.(*ssa.FieldAddr)
			return saysNo, ok && f.cmp.Op == token.EQL && knowledge.NamesExistence(ssaflow.FieldOf(field.X.Type(), field.Field).Name())
		}
	}
	return 0, false
}

// isAnswer reports whether ret returns v alone or with a nil error, as the answer to a question.
func isAnswer(ret *ssa.Return, v ssa.Value) bool {
	if len(ret.Results) == 0 || ret.Results[0] != v {
		return false
	}
	return len(ret.Results) == 1 || len(ret.Results) == 2 && ssaflow.IsNil(ret.Results[1]) && awssdk.IsError(ret.Results[1].Type())
}
