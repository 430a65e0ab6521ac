package brokenchain

import (
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// An Aside is what a function has asked an error for before it cuts it off: that much is not lost.
type Aside struct {
	Not    []Asked  // what it is not
	Codes  []string // with which its code was compared
	Only   []Asked  // what it is one of, nil where it can be anything
	Unsure bool     // it was asked in a way that cannot be followed
}

// Asides is a fact about a package: the asides of its cuts.
type Asides struct{ Cuts []AsideAt }

// An AsideAt is the aside of one cut.
type AsideAt struct {
	At errflow.CutPoint
	Aside
}

// AFact marks Asides as a fact.
func (*Asides) AFact() {}

func (*Asides) String() string { return "asks errors before it cuts them off" }

func (a *asks) importAsides(pass *analysis.Pass) {
	for _, f := range pass.AllPackageFacts() {
		if fact, ok := f.Fact.(*Asides); ok && f.Package != pass.Pkg {
			for _, at := range fact.Cuts {
				a.asides[at.At] = at.Aside
			}
		}
	}
}

func (a *asks) exportAsides(pass *analysis.Pass) {
	var fact Asides
	for _, at := range a.flow.ExportedCuts() {
		site := a.flow.CutSite(at)
		if site == nil {
			continue // of a package that this one calls
		}
		if aside := a.asideOf(site); aside.Unsure || len(aside.Not)+len(aside.Codes)+len(aside.Only) > 0 {
			fact.Cuts = append(fact.Cuts, AsideAt{at, aside})
		}
	}
	if len(fact.Cuts) > 0 {
		pass.ExportPackageFact(&fact)
	}
}

// aside returns the aside of the cut at the point, in this or another package.
func (a *asks) aside(at errflow.CutPoint) Aside {
	if site := a.flow.CutSite(at); site != nil {
		return a.asideOf(site)
	}
	return a.asides[at]
}

func (a *asks) asideOf(site *errflow.CutSite) Aside {
	var aside Aside
	at := site.Instr
	for _, err := range site.Errs {
		if load, ok := err.(*ssa.UnOp); ok {
			_, captured := load.X.(*ssa.FreeVar)
			aside.Unsure = aside.Unsure || captured && a.askedAround(load)
		}
		for _, same := range sameVariable(err) {
			for _, ref := range *same.Referrers() {
				if call, ok := ref.(*ssa.Call); ok && ssaflow.Dominates(call, at) && ssa.Instruction(call) != at {
					a.addCall(&aside, call, same, at.Block())
				}
			}
			aside.Unsure = aside.Unsure || slices.ContainsFunc(a.matches.Texts(), func(m *errmatch.TextMatch) bool {
				return m.Instr.Parent() == at.Parent() && slices.Contains(m.Errs, same) && ssaflow.Dominates(m.Instr, at)
			})
		}
	}
	if a.noContext(site) {
		aside.Not = append(aside.Not, Asked{"context", "Canceled"}, Asked{"context", "DeadlineExceeded"})
	}
	return aside
}

// addCall adds to aside what the call says of the error err, which it is given, in the block at.
func (a *asks) addCall(aside *Aside, call *ssa.Call, err ssa.Value, at *ssa.BasicBlock) {
	results := call.Call.Signature().Results()
	if results.Len() == 0 || !isBool(results.At(results.Len()-1).Type()) {
		aside.Unsure = aside.Unsure || compared(call) // if code(err) == "NoSuchKey" { … }
		return
	}
	var holds ssa.Value = call
	if results.Len() > 1 {
		if holds = ssaflow.Result(call, results.Len()-1); holds == nil {
			return
		}
	}
	not, only := ssaflow.Precludes(holds, at), entered(holds, at)
	known := false
	for _, q := range a.questions {
		if q.call != call || q.err != err {
			continue
		}
		known = true
		switch {
		case len(q.codes) > 0 && only:
			aside.Unsure = true
		case len(q.codes) > 0 && (q.passed || !not):
			aside.Codes = append(aside.Codes, q.codes...)
		case not:
			aside.Not = append(aside.Not, q.Asked)
		case only:
			aside.Only = append(aside.Only, q.Asked)
		}
	}
	fn := ssaflow.Callee(call.Common())
	asksOther := fn != nil && fn.Pkg() != nil && (knowledge.IsStd(fn.Pkg().Path()) || knowledge.HasStdAs(fn.Pkg().Path()))
	if !known && (only || !asksOther) {
		aside.Unsure = true
	}
}

// compared reports whether a result of the call is compared with something.
func compared(v ssa.Value) bool {
	return slices.ContainsFunc(*v.Referrers(), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.BinOp:
			return isBool(ref.Type()) && !ssaflow.ComparesNil(ref)
		case *ssa.Extract:
			return compared(ref)
		}
		return false
	})
}

// askedAround reports whether another function asks the error in the variable that load reads,
// which a function literal shares with it.
func (a *asks) askedAround(load *ssa.UnOp) bool {
	variable := a.flow.VariableOf(load)
	return slices.ContainsFunc(a.questions, func(q *question) bool {
		return q.call.Parent() != load.Parent() && a.flow.VariableOf(q.err) == variable
	})
}

// entered reports whether at is reached only where v, a bool that decides a branch alone, was true.
func entered(v ssa.Value, at *ssa.BasicBlock) bool {
	_, yes, _ := ssaflow.Branch(v)
	return yes != nil && len(yes.Preds) == 1 && yes.Dominates(at)
}

// sameVariable returns the values of the function that are read from the variable that v is read
// from, v itself where it is not read from one.
func sameVariable(v ssa.Value) []ssa.Value {
	load, ok := v.(*ssa.UnOp)
	if !ok {
		if v.Referrers() == nil {
			return nil
		}
		return []ssa.Value{v}
	}
	var all []ssa.Value
	if refs := load.X.Referrers(); refs != nil {
		for _, ref := range *refs {
			if other, ok := ref.(*ssa.UnOp); ok && other.Parent() == load.Parent() {
				all = append(all, other)
			}
		}
	}
	return all
}

// noContext reports whether what the site cuts off is no error of a context: none can end the
// calls, or the function has looked at it before.
func (a *asks) noContext(site *errflow.CutSite) bool {
	at := site.Instr
	for _, b := range at.Parent().Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(*ssa.Call)
			if ok && call.Call.IsInvoke() && call.Call.Method.Name() == "Err" && awssdk.IsContext(call.Call.Value.Type()) &&
				ssaflow.DominatedByAny(at.Block(), ssaflow.Nil(call)) {
				return true
			}
		}
	}
	sites := a.flow.Origins(site.Errs...).Sites()
	return len(sites) > 0 && !slices.ContainsFunc(sites, func(s *errflow.Site) bool {
		for _, arg := range s.Instr.Common().Args {
			if awssdk.IsContext(arg.Type()) {
				return !a.neverEnds(arg)
			}
		}
		return true
	})
}

// neverEnds reports whether ctx can only be context.Background or context.TODO.
func (a *asks) neverEnds(ctx ssa.Value) bool {
	sources := a.flow.Sources(ctx, ssaflow.Phis|ssaflow.Locals|ssaflow.Globals)
	return len(sources) > 0 && !slices.ContainsFunc(sources, func(v ssa.Value) bool {
		call, ok := v.(*ssa.Call)
		return !ok || !ssaflow.Calls(call.Common(), "context", "Background") && !ssaflow.Calls(call.Common(), "context", "TODO")
	})
}
