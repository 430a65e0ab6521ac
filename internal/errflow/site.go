package errflow

import (
	"go/types"

	"cmp"
	"go/ast"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// A Site is a call of an operation in the program.
type Site struct {
	Op    *awssdk.Operation
	Instr ssa.CallInstruction // *ssa.Call, *ssa.Go or *ssa.Defer
	Call  inspector.Cursor    // of the *ast.CallExpr

	// Output and Err are the results of the call, nil where the program does not take them.
	Output, Err ssa.Value

	around func() *errorsIn // of the function
	order  int              // among the sites of the package
}

// Expr returns the call's syntax.
func (s *Site) Expr() *ast.CallExpr { return s.Call.Node().(*ast.CallExpr) }

// Wraps reports whether the call is one of a method of the program that has the signature of the
// operation: it may do more than the operation does.
func (s *Site) Wraps() bool {
	common := s.Instr.Common()
	fn := ssaflow.Callee(common)
	return fn != nil && fn.Pkg() != nil && !common.IsInvoke() && !awspath.IsSDK(fn.Pkg().Path())
}

// At returns the site that call is, nil if it is none.
func (p *Package) At(call ssa.CallInstruction) *Site { return p.sites[call] }

// findSites finds the AWS calls of the package.
func (p *Package) findSites() {
	p.sites = make(map[ssa.CallInstruction]*Site)
	p.errors = make(map[*ssa.Function]func() *errorsIn)
	p.Instrs(func(instr ssa.Instruction) {
		call, ok := instr.(ssa.CallInstruction)
		if !ok {
			return
		}
		op := p.operation(call.Common())
		if op == nil {
			return
		}
		if site := p.newSite(op, call); site != nil {
			site.order = len(p.Sites)
			p.Sites = append(p.Sites, site)
			p.sites[call] = site
		}
	})
}

// operation returns the operation that a call performs, nil if it is no AWS call.
func (p *Package) operation(call *ssa.CallCommon) *awssdk.Operation {
	fn := ssaflow.Callee(call)
	if op := awssdk.Of(fn, call.Signature()); op != nil {
		if op.Form == awssdk.Feature && encodesSurely(op, call) || p.standsIn(call.StaticCallee()) {
			return nil
		}
		return op
	}
	if fn != nil && p.also.has(fn) {
		return declaredOperation(fn)
	}
	return nil
}

// standsIn reports whether fn, a method of the package, calls nothing: it has the signature of an
// operation only to stand in for it, in tests and local runs.
func (p *Package) standsIn(fn *ssa.Function) bool {
	if fn == nil {
		return false
	}
	fn = p.Body(fn)
	return p.Local(fn) && !anyCall(fn, func(c *ssa.CallCommon) bool {
		_, builtin := c.Value.(*ssa.Builtin)
		return !builtin
	})
}

// encodesSurely reports whether call encodes a value for which op never returns an error.
func encodesSurely(op *awssdk.Operation, call *ssa.CallCommon) bool {
	if len(call.Args) == 0 {
		return false
	}
	value, ok := call.Args[0].(*ssa.MakeInterface)
	if !ok {
		return false
	}
	if m, ok := value.X.(*ssa.MakeMap); ok {
		if stored, ok := storedIn(m); ok {
			return knowledge.EncodesSurely(op.String(), stored...)
		}
	}
	return knowledge.EncodesSurely(op.String(), value.X.Type())
}

// storedIn returns the types of the values in m, a map of interfaces that nothing else than the call
// that m is passed to can fill. It returns false where they are not known.
func storedIn(m *ssa.MakeMap) (stored []types.Type, ok bool) {
	for _, ref := range *m.Referrers() {
		switch ref := ref.(type) {
		case *ssa.MapUpdate:
			value, ok := ref.Value.(*ssa.MakeInterface)
			if !ok || ref.Map != ssa.Value(m) {
				return nil, false
			}
			stored = append(stored, value.X.Type())
		case *ssa.MakeInterface, *ssa.DebugRef:
		default:
			return nil, false
		}
	}
	return stored, true
}

// newSite returns the site of call, which performs op, nil where nothing written stands for the call.
func (p *Package) newSite(op *awssdk.Operation, call ssa.CallInstruction) *Site {
	cur, ok := p.Call(call)
	if !ok {
		return nil
	}
	site := &Site{Op: op, Instr: call, Call: cur, around: p.errorsOf(call.Parent())}
	if v := call.Value(); v != nil {
		switch n := call.Common().Signature().Results().Len(); n {
		case 1:
			site.Err = v
		default:
			site.Output, site.Err = ssaflow.Result(v, 0), ssaflow.Result(v, n-1)
		}
	}
	return site
}

// Sites returns the AWS calls of the package that the error can come from, a few at most.
func (o Origins) Sites() []*Site { return o.sites }

// maxSites is how many calls stand for all that an error can come from: who follows one that has
// more sources does not read a longer list.
const maxSites = 5

// Calls returns the AWS calls of the package that the error can come from, in source order and a
// few at most, as a finding tells of them.
func (o Origins) Calls() []analysis.RelatedInformation {
	var calls []analysis.RelatedInformation
	for _, s := range o.sites {
		call := s.Expr()
		calls = append(calls, analysis.RelatedInformation{
			Pos: call.Pos(), End: call.End(), Message: "the error of " + s.Op.String() + " comes from here",
		})
	}
	return calls
}

// unionSites returns the first of the sites in x and y, both of which are in order.
func unionSites(x, y []*Site) []*Site {
	switch {
	case len(y) == 0:
		return x
	case len(x) == 0:
		return y
	}
	u := slices.Concat(x, y)
	slices.SortFunc(u, func(a, b *Site) int { return cmp.Compare(a.order, b.order) })
	u = slices.Compact(u)
	return u[:min(len(u), maxSites)]
}
