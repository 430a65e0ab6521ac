package errflow

import (
	"go/types"
	"path/filepath"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// PassedOn returns the calls of functions of the package that have another signature than the operation, and do nothing
// but perform it, for operations that are wanted:
//
//	func (c *client) DeleteObjects(in *s3.DeleteObjectsInput) (*s3.DeleteObjectsOutput, error) { return c.s3.DeleteObjects(c.ctx, in) }
func (p *Package) PassedOn(wanted func(*awssdk.Operation) bool) []*Site {
	var sites []*Site
	for _, declared := range p.DeclaredCalls() {
		op := awssdk.Implied(declared.Instr.Common().Signature())
		if op == nil || !wanted(op) {
			continue
		}
		site := *declared
		site.Op = op
		if p.OnlyPerforms(&site) {
			sites = append(sites, &site)
		}
	}
	return sites
}

// OnlyPerforms reports whether all functions that the call of site may call are known, and do nothing but perform the operation.
func (p *Package) OnlyPerforms(site *Site) bool {
	return len(p.calledBy(site.Instr.Common())) > 0 && !p.DoesMore(site)
}

// DoesMore reports whether one of the functions of the package that the call of site may call does more than to perform the
// operation.
func (p *Package) DoesMore(site *Site) bool {
	return slices.ContainsFunc(p.calledBy(site.Instr.Common()), func(fn *ssa.Function) bool { return !p.performs(fn, site.Op) })
}

// calledBy returns the functions of the package that c may call. Mocks are none: only tests call them.
func (p *Package) calledBy(c *ssa.CallCommon) []*ssa.Function {
	if fn := c.StaticCallee(); fn != nil {
		if fn = p.Body(fn); p.Local(fn) {
			return []*ssa.Function{fn}
		}
		return nil
	}
	if !c.IsInvoke() {
		return nil
	}
	iface, ok := c.Value.Type().Underlying().(*types.Interface)
	if !ok {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(p.Implementations(c.Method.Name())), func(fn *ssa.Function) bool {
		return !types.Implements(fn.Signature.Recv().Type(), iface) || knowledge.ServesTests(filepath.Base(fn.Prog.Fset.Position(fn.Pos()).Filename))
	})
}

// performs reports whether fn returns what a call of the operation op returns, and does nothing else.
func (p *Package) performs(fn *ssa.Function, op *awssdk.Operation) bool {
	if len(fn.Blocks) != 1 {
		return false
	}
	ret, ok := ssaflow.Last(fn.Blocks[0]).(*ssa.Return)
	if !ok || len(ret.Results) != 2 {
		return false
	}
	for i, result := range ret.Results {
		extract, ok := result.(*ssa.Extract)
		if !ok || extract.Index != i {
			return false
		}
		call, ok := extract.Tuple.(*ssa.Call)
		if !ok {
			return false
		}
		if site := p.At(call); site == nil || site.Wraps() || site.Op.Package != op.Package || site.Op.Name != op.Name {
			return false
		}
	}
	return true
}
