package errflow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// DeclaredCalls returns the calls that may return an error of AWS although they are none of an
// operation: of functions of the program, be they declared in this package or, where the driver
// handles facts, in another one; of methods of interfaces; of functions that run those that they are
// given, such as a retry loop or an errgroup. Their Op names the function called. Returned says
// whether the error comes from AWS.
func (p *Package) DeclaredCalls() []*Site {
	var sites []*Site
	p.Instrs(func(instr ssa.Instruction) {
		call, ok := instr.(ssa.CallInstruction)
		if !ok || p.sites[call] != nil {
			return
		}
		fn := ssaflow.Callee(call.Common())
		if fn == nil || fn.Pkg() == nil || !returnsError(fn) || !p.passesOn(fn, call.Common()) {
			return
		}
		if site := p.newSite(declaredOperation(fn), call); site != nil {
			sites = append(sites, site)
		}
	})
	return sites
}

// returnsError reports whether the last result of fn is an error.
func returnsError(fn *types.Func) bool { return awssdk.EndsWithError(fn.Signature()) }

// passesOn reports whether it is worthwhile to ask where the error of fn, which c calls, comes from.
func (p *Package) passesOn(fn *types.Func, c *ssa.CallCommon) bool {
	if c.IsInvoke() {
		// What io.Closer and its like mean is not for the program to say.
		return !knowledge.IsStd(fn.Pkg().Path()) && !awspath.IsSDK(fn.Pkg().Path())
	}
	return fn.Pkg() == p.Types || knowledge.WaitsForGroup(fn) || knowledge.CallsBack(fn) || p.importFact != nil && p.importFact(fn.Origin(), new(Result))
}

// declaredOperation returns how messages name fn: by its package, or its receiver's type.
func declaredOperation(fn *types.Func) *awssdk.Operation {
	op := &awssdk.Operation{Service: fn.Pkg().Name(), Package: fn.Pkg().Path(), Name: fn.Name(), Form: awssdk.Declared, Generation: 2}
	if recv := awssdk.Receiver(fn); recv != nil {
		op.Service = recv.Name()
	}
	return op
}

// Returned returns where the error of a call from DeclaredCalls can come from. What the caller
// passes in does not count, but for functions: what these do is done by the call, unless they log
// their errors themselves or keep them in a variable of the caller.
func (p *Package) Returned(site *Site) Origins {
	common := site.Instr.Common()
	i := common.Signature().Results().Len() - 1
	p.mu.Lock()
	defer p.mu.Unlock()
	var f flow
	p.solver.ask(func() {
		t := p.newTracer()
		t.callers = true
		switch fn := common.StaticCallee(); {
		case common.IsInvoke():
			// What is known only from what the package puts behind the interface does not count: half of
			// these errors are dropped on purpose.
			f = t.implemented(common, i).union(unknown)
		case fn == nil:
			f = unknown
		case ssaflow.Declared(fn) != nil && knowledge.WaitsForGroup(ssaflow.Declared(fn)): // no literal
			f = t.ran(common.Args[0])
		default:
			f = t.itself(fn, common, i)
		}
	})
	return f.Origins
}

// itself returns where the i-th result of fn, which c calls, can come from, errors among the
// arguments aside.
func (t *tracer) itself(fn *ssa.Function, c *ssa.CallCommon, i int) flow {
	sum, ok := t.summary(fn, i)
	if !ok {
		var f flow // of what it calls back
		for _, arg := range c.Args {
			if sig, ok := arg.Type().Underlying().(*types.Signature); ok && sig.Results().Len() > 0 {
				f = f.union(flow{Origins: t.invoked(arg).Origins})
			}
		}
		return f
	}
	f := flow{Origins: sum.Origins}
	args := ssaflow.Arguments(c)
	for _, i := range sum.Called {
		if i < len(args) {
			f = f.union(flow{Origins: t.invoked(args[i]).Origins})
		}
	}
	return f
}
