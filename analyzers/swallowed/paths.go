package swallowed

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// paths are those on which an error is nil, and those on which it is the rest: neither nil nor of a
// kind that is asked for.
type paths struct {
	asked   *inquiry
	decided map[*ssa.BasicBlock]decision // by the block that ends with the branch

	fine, rest map[*ssa.BasicBlock]bool // what the paths enter
}

// newPaths returns the paths from the block in which the error that q asks for is made or passed in. It
// returns false where an answer is used for something else than one branch.
func newPaths(from *ssa.BasicBlock, q *inquiry, generation int) (*paths, bool) {
	p := &paths{asked: q, decided: make(map[*ssa.BasicBlock]decision)}
	if !p.decide(generation) {
		return nil, false
	}
	p.rest = p.blocks(from, func(d decision) []*ssa.BasicBlock { return d.rest })
	p.fine = p.blocks(from, func(d decision) []*ssa.BasicBlock { return d.fine })
	return p, true
}

// A decision is which successors of a branch are taken where the error is nil, and for the rest.
type decision struct{ fine, rest []*ssa.BasicBlock }

// decide finds what the comparisons with nil and the questions decide.
func (p *paths) decide(generation int) bool {
	for _, cmp := range p.asked.comparisons {
		yes, no, ok := successors(cmp, cmp.Op == token.EQL)
		if !ok {
			return false
		}
		p.decided[cmp.Block()] = decision{fine: []*ssa.BasicBlock{no}, rest: []*ssa.BasicBlock{yes}}
	}
	for _, q := range p.asked.questions {
		yes, no, ok := successors(q.holds, q.negated)
		if !ok && p.returned(q.holds) {
			continue
		}
		if !ok {
			return false
		}
		d := decision{fine: []*ssa.BasicBlock{no}, rest: []*ssa.BasicBlock{no}}
		switch {
		case q.general && generation == 1: // every error is an awserr.Error
			d.rest = []*ssa.BasicBlock{yes}
		case q.general:
			d.rest = append(d.rest, yes)
		}
		p.decided[q.asks.Block()] = d
	}
	return true
}

// successors returns where the function goes on for the answer yes, which is v or its negation, and
// for no. It returns false where v does not end its block with a branch.
func successors(v ssa.Value, negated bool) (yes, no *ssa.BasicBlock, ok bool) {
	from, yes, no := ssaflow.Branch(v)
	if from == nil || from != v.(ssa.Instruction).Block() {
		return nil, nil, false
	}
	if negated {
		return no, yes, true
	}
	return yes, no, true
}

// returned reports whether v is nothing but a part of what a predicate returns.
func (p *paths) returned(v ssa.Value) bool {
	return p.asked.depth > 0 && !slices.ContainsFunc(*v.Referrers(), func(ref ssa.Instruction) bool {
		switch ref.(type) {
		case *ssa.Return, *ssa.Phi, *ssa.DebugRef:
			return false
		}
		return true
	})
}

// blocks returns those that the paths from a block enter, where choose decides.
func (p *paths) blocks(from *ssa.BasicBlock, choose func(decision) []*ssa.BasicBlock) map[*ssa.BasicBlock]bool {
	seen := make(map[*ssa.BasicBlock]bool)
	var walk func(*ssa.BasicBlock)
	walk = func(b *ssa.BasicBlock) {
		if seen[b] {
			return
		}
		seen[b] = true
		succs := b.Succs
		if d, ok := p.decided[b]; ok {
			succs = choose(d)
		}
		for _, succ := range succs {
			walk(succ)
		}
	}
	walk(from)
	return seen
}

// readsError reports whether anything reads the error on the paths of the rest.
func (p *paths) readsError() bool {
	return slices.ContainsFunc(p.asked.reads, func(instr ssa.Instruction) bool { return p.rest[instr.Block()] })
}

// removes reports whether the rest is followed by the removal of what the operation looks up, whose error is not
// dropped: it fails for the same reason.
//
//	_, err := c.DescribeSecret(ctx, in); if isNotFound(err) { return nil }; _, err = c.DeleteSecret(ctx, out)
func (p *paths) removes(flow *errflow.Package, site *errflow.Site) bool {
	return knowledge.LooksUp(site.Op.Name) && slices.ContainsFunc(flow.Sites, func(s *errflow.Site) bool {
		return s.Op.Service == site.Op.Service && knowledge.Removes(s.Op.Name) && p.rest[s.Instr.Block()] && s.Err != nil && readElsewhere(s.Err)
	})
}

// readsOutput reports whether something depends on the output on the paths of the rest: the function
// may see there that the call has failed, or panics, which outputbeforecheck reports.
func (p *paths) readsOutput(flow *errflow.Package, site *errflow.Site) bool {
	if site.Output == nil {
		return false
	}
	panics := flow.NilOutput(site)
	seen := make(map[ssa.Value]bool)
	var decides func(v ssa.Value) bool
	decides = func(v ssa.Value) bool {
		if seen[v] {
			return false
		}
		seen[v] = true
		return slices.ContainsFunc(*v.Referrers(), func(ref ssa.Instruction) bool {
			switch ref := ref.(type) {
			case *ssa.BinOp:
				return p.rest[ref.Block()]
			case *ssa.FieldAddr:
				return p.rest[ref.Block()] && panics || decides(ref)
			case *ssa.Phi, *ssa.UnOp, *ssa.Field, *ssa.Extract:
				return decides(ref.(ssa.Value))
			case *ssa.Call:
				_, builtin := ref.Call.Value.(*ssa.Builtin) // such as len
				if fn := ssaflow.Callee(ref.Common()); builtin || fn != nil && awssdk.Converts(fn) {
					return decides(ref)
				}
				return p.rest[ref.Block()]
			}
			return false
		})
	}
	return decides(site.Output)
}

// last returns the last question to the rest, nil if there is none.
func (p *paths) last() *question {
	var last *question
	for i := range p.asked.questions {
		q := &p.asked.questions[i]
		if p.rest[q.asks.Block()] && (last == nil || last.asks.Block().Dominates(q.asks.Block())) {
			last = q
		}
	}
	return last
}

// comparison returns the comparison of the error with nil that precedes all questions, nil if there is none.
func (p *paths) comparison() *ssa.BinOp {
	for _, cmp := range p.asked.comparisons {
		if !slices.ContainsFunc(p.asked.questions, func(q question) bool { return !cmp.Block().Dominates(q.asks.Block()) }) {
			return cmp
		}
	}
	return nil
}

// deny reports whether all that is returned on the paths of the rest is no: false, or an answer to a question.
func (p *paths) deny(fn *ssa.Function) bool {
	seen := make(map[*ssa.Phi]bool)
	var no func(v ssa.Value) bool
	no = func(v ssa.Value) bool {
		if phi, ok := v.(*ssa.Phi); ok {
			if seen[phi] {
				return true
			}
			seen[phi] = true
			for i, edge := range phi.Edges {
				if p.rest[phi.Block().Preds[i]] && !no(edge) {
					return false
				}
			}
			return true
		}
		i := slices.IndexFunc(p.asked.questions, func(q question) bool { return q.holds == v })
		return i < 0 && ssaflow.IsZero(v) || i >= 0 && !p.asked.questions[i].negated && !p.asked.questions[i].general
	}
	return !slices.ContainsFunc(ssaflow.Returns(fn), func(ret *ssa.Return) bool { return p.rest[ret.Block()] && !no(ret.Results[0]) })
}
