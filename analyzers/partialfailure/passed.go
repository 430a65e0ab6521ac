package partialfailure

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// passedOn returns the calls of functions of the package that have another signature than the operation, and
// do nothing but perform it:
//
//	func (c *client) DeleteObjects(in *s3.DeleteObjectsInput) (*s3.DeleteObjectsOutput, error) { return c.s3.DeleteObjects(c.ctx, in) }
func passedOn(flow *errflow.Package) []*errflow.Site {
	var sites []*errflow.Site
	for _, declared := range flow.DeclaredCalls() {
		op := awssdk.Implied(declared.Instr.Common().Signature())
		if op == nil || awssdk.Failures(op) == nil {
			continue
		}
		site := *declared
		site.Op = op
		if passes(flow, &site) {
			sites = append(sites, &site)
		}
	}
	return sites
}

// passes reports whether all functions that the call of site may call are known, and do nothing but perform the operation.
func passes(flow *errflow.Package, site *errflow.Site) bool {
	called := calledBy(flow, site.Instr.Common())
	return len(called) > 0 && !slices.ContainsFunc(called, func(fn *ssa.Function) bool { return !performs(flow, fn, site.Op) })
}

// calledBy returns the functions of the package that c may call.
func calledBy(flow *errflow.Package, c *ssa.CallCommon) []*ssa.Function {
	if fn := c.StaticCallee(); fn != nil {
		if fn = flow.Body(fn); flow.Local(fn) {
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
	return slices.DeleteFunc(slices.Clone(flow.Implementations(c.Method.Name())), func(fn *ssa.Function) bool {
		return !types.Implements(fn.Signature.Recv().Type(), iface)
	})
}

// performs reports whether fn returns what a call of the operation op returns, and does nothing else.
func performs(flow *errflow.Package, fn *ssa.Function, op *awssdk.Operation) bool {
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
		if site := flow.At(call); site == nil || site.Wraps() || site.Op.Package != op.Package || site.Op.Name != op.Name {
			return false
		}
	}
	return true
}
