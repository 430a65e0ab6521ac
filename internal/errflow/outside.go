package errflow

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// FromOutside reports whether v can come to the package through its callers or the users of
// its types: it is a parameter, or it is read from a field, that others fill in.
func (p *Package) FromOutside(v ssa.Value) bool {
	return p.fromOutside(v, make(map[ssa.Value]bool))
}

func (p *Package) fromOutside(v ssa.Value, seen map[ssa.Value]bool) bool {
	if seen[v] {
		return false
	}
	seen[v] = true
	from := func(v ssa.Value) bool { return p.fromOutside(v, seen) }
	switch v := v.(type) {
	case *ssa.Parameter:
		fn := v.Parent()
		if p.calledElsewhere(fn) {
			return true
		}
		i := slices.Index(fn.Params, v)
		return slices.ContainsFunc(p.index.callers[fn], func(call ssa.CallInstruction) bool {
			args := call.Common().Args
			return i < len(args) && from(args[i])
		})
	case *ssa.ChangeInterface:
		return from(v.X)
	case *ssa.Phi:
		return slices.ContainsFunc(v.Edges, from)
	case *ssa.Field:
		return p.filledOutside(fieldOf(v.X.Type(), v.Field), from)
	case *ssa.UnOp:
		if v.Op != token.MUL {
			return false
		}
		if addr, ok := v.X.(*ssa.FieldAddr); ok {
			return p.filledOutside(fieldOf(addr.X.Type(), addr.Field), from)
		}
		if local, ok := p.index.root(v.X).(*ssa.Alloc); ok { // shared with a closure
			found := false
			t := tracer{Package: p}
			t.eachStore(local, func(s *ssa.Store) { found = found || from(s.Val) })
			return found
		}
	}
	return false
}

// filledOutside reports whether what the field f holds can come from outside.
func (p *Package) filledOutside(f *types.Var, from func(ssa.Value) bool) bool {
	return f != nil && (f.Exported() || slices.ContainsFunc(p.index.fields[f], from))
}
