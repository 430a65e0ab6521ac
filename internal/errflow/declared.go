package errflow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// DeclaredCalls returns the calls of functions of the program that return an error, be they
// declared in this package or, where the driver handles facts, in another one. Their Op names the
// function. Returned says whether its error comes from AWS.
func (p *Package) DeclaredCalls() []*Site {
	var sites []*Site
	p.Instrs(func(instr ssa.Instruction) {
		call, ok := instr.(ssa.CallInstruction)
		if !ok || p.sites[call] != nil || call.Common().IsInvoke() {
			return
		}
		fn := ssaflow.Callee(call.Common())
		if fn == nil || !p.declares(fn) {
			return
		}
		if site := p.newSite(declaredOperation(fn), call); site != nil {
			sites = append(sites, site)
		}
	})
	return sites
}

// declares reports whether fn is a function of the program that returns an error, and is known.
func (p *Package) declares(fn *types.Func) bool {
	sig := fn.Signature()
	n := sig.Results().Len()
	if n == 0 || !awssdk.IsError(sig.Results().At(n-1).Type()) {
		return false
	}
	return fn.Pkg() == p.Types || p.importFact != nil && p.importFact(fn.Origin(), new(Result))
}

// declaredOperation returns how messages name fn: by its package, or its receiver's type.
func declaredOperation(fn *types.Func) *awssdk.Operation {
	op := &awssdk.Operation{Service: fn.Pkg().Name(), Package: fn.Pkg().Path(), Name: fn.Name(), Form: awssdk.Declared, Generation: 2}
	if recv := awssdk.Receiver(fn); recv != nil {
		op.Service = recv.Name()
	}
	return op
}

// Returned returns where the error of a call from DeclaredCalls can come from. What the
// caller passes in does not count: only what the function does itself.
func (p *Package) Returned(site *Site) Origins {
	common := site.Instr.Common()
	fn := common.StaticCallee()
	if fn == nil {
		return Origins{}
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.resultOf(fn, common.Signature().Results().Len()-1).Origins
}
