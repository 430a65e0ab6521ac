package lambdaresp

import (
	"fmt"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// Keys is a fact about a function that makes credentials for AWS of what it is given.
type Keys struct {
	Params []int // the parameters that are keys, or hold some; a receiver counts
}

// AFact marks Keys as a fact.
func (*Keys) AFact() {}

func (k *Keys) String() string { return fmt.Sprint("makes credentials of ", k.Params) }

// exportKeys exports which functions make credentials of their parameters.
func (s *Set) exportKeys(pass *analysis.Pass) {
	if s.importFact == nil || s.flow.Program == nil || pass.Pkg.Name() == "main" { // which nobody imports
		return
	}
	found := make(map[*types.Func]*Keys)
	w := s.keyWalk(func(of ssa.Value) bool {
		param, ok := of.(*ssa.Parameter)
		if !ok {
			return false
		}
		if fn := ssaflow.Declared(param.Parent()); fn != nil && fn.Exported() {
			if found[fn] == nil {
				found[fn] = new(Keys)
			}
			if i := ssaflow.Argument(param); !slices.Contains(found[fn].Params, i) {
				found[fn].Params = append(found[fn].Params, i)
			}
		}
		return false
	})
	for _, key := range s.keys() {
		w.From(key)
	}
	for fn, fact := range found {
		slices.Sort(fact.Params)
		pass.ExportObjectFact(fn, fact)
	}
}

// keySteps are the ways from a key to where the package gets it.
const keySteps = ssaflow.Phis | ssaflow.Conversions | ssaflow.Boxes | ssaflow.Locals | ssaflow.Fields | ssaflow.Params | ssaflow.Results

// keys returns the values of which the package makes credentials. Where facts are not carried, they include all that functions
// of other packages make clients of.
func (s *Set) keys() []ssa.Value {
	var found []ssa.Value
	s.Program().Instrs(func(instr ssa.Instruction) {
		switch instr := instr.(type) {
		case *ssa.Call:
			fn, args := ssaflow.Callee(instr.Common()), ssaflow.Arguments(instr.Common())
			var fact Keys
			switch {
			case fn == nil:
			case knowledge.MakesCredentials(fn):
				found = append(found, args[0])
			case fn.Pkg() == s.Program().Types:
			case s.importFact == nil && fn.Pkg() != nil && !awspath.IsSDK(fn.Pkg().Path()) && returnsClient(fn.Signature()):
				found = append(found, args...)
			case s.importFact != nil && s.importFact(fn.Origin(), &fact):
				for _, i := range fact.Params {
					if i < len(args) {
						found = append(found, args[i])
					}
				}
			}
		case *ssa.Store:
			if field, ok := instr.Addr.(*ssa.FieldAddr); ok && knowledge.IsAccessKey(ssaflow.FieldOf(field.X.Type(), field.Field), deref(field.X.Type())) {
				found = append(found, instr.Val)
			}
		}
	})
	return found
}

// returnsClient reports whether a function returns something of the SDK, such as a client or a configuration.
func returnsClient(sig *types.Signature) bool {
	for result := range sig.Results().Variables() {
		if awssdk.FromSDK(result.Type()) {
			return true
		}
	}
	return false
}

// TakesKeys reports whether the package makes credentials of keys that come with the requests of its clients: what AWS says
// then is about an account of theirs.
func (s *Set) TakesKeys() bool {
	w := s.keyWalk(comesWithRequest)
	return slices.ContainsFunc(s.keys(), w.From)
}

// keyWalk returns the walk that finds out whether is holds for one of the variables, parameters and calls that a key
// can come from, or be a part of.
func (s *Set) keyWalk(is func(ssa.Value) bool) *ssaflow.Backward[bool] {
	w := &ssaflow.Backward[bool]{
		Program: s.Program(),
		Follow:  keySteps,
		Leaf:    func(at ssaflow.At) bool { return is(at.Value) },
		Join:    func(x, y bool) bool { return x || y },
	}
	w.Look = func(at ssaflow.At) (bool, bool) {
		of := holder(at.Value)
		if v := s.Program().VariableOf(of); v != nil {
			of = v
		}
		variable, isVariable := of.(*ssa.Alloc)
		switch {
		case is(of):
			return true, true
		case isVariable:
			found := false
			for _, member := range ssaflow.Members(variable) {
				found = w.From(member) || found
			}
			s.Program().EachStore(variable, func(store *ssa.Store) { found = w.From(store.Val) || found })
			return found, true
		case of != at.Value:
			return w.From(of), true
		}
		return false, false
	}
	return w
}

// comesWithRequest reports whether of is part of a request, or what one is decoded into.
func comesWithRequest(of ssa.Value) bool {
	switch of := of.(type) {
	case *ssa.Call:
		return slices.ContainsFunc(ssaflow.Arguments(of.Common()), func(arg ssa.Value) bool { return knowledge.IsRequest(ssaflow.Bare(arg).Type()) })
	case *ssa.Parameter:
		return knowledge.IsRequest(of.Type())
	case *ssa.Alloc:
		return isDecoded(of)
	}
	return false
}

// holder returns what v is a part of: a variable, a parameter, or the call that returned it.
func holder(v ssa.Value) ssa.Value {
	for {
		switch part := v.(type) {
		case *ssa.UnOp:
			v = part.X
		case *ssa.FieldAddr:
			v = part.X
		case *ssa.Field:
			v = part.X
		case *ssa.IndexAddr:
			v = part.X
		case *ssa.Lookup:
			v = part.X
		case *ssa.Extract:
			v = part.Tuple
		default:
			return v
		}
	}
}

// isDecoded reports whether a function that handles a request gives the variable to another one, which may decode the
// request into it.
func isDecoded(variable *ssa.Alloc) bool {
	handles := false
	for fn := variable.Parent(); fn != nil && !handles; fn = fn.Parent() {
		handles = slices.ContainsFunc(fn.Params, func(param *ssa.Parameter) bool { return knowledge.IsRequest(param.Type()) })
	}
	return handles && slices.ContainsFunc(*variable.Referrers(), func(ref ssa.Instruction) bool {
		if boxed, ok := ref.(*ssa.MakeInterface); ok {
			return slices.ContainsFunc(*boxed.Referrers(), func(ref ssa.Instruction) bool { _, ok := ref.(ssa.CallInstruction); return ok })
		}
		_, ok := ref.(ssa.CallInstruction)
		return ok
	})
}
