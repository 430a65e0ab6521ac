package errflow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// hidden returns the cuts of the errors in the struct that v, an error of a type without Unwrap, is
// or points to.
func (t *tracer) hidden(v ssa.Value) flow {
	if !t.ofModule(v.Type()) || asksItself(v.Type()) {
		return flow{}
	}
	made := madeAt(v)
	if made == nil {
		return t.errs.From(v).onlyCuts()
	}
	var f flow
	var errs []ssa.Value
	for field, member := range ssaflow.Members(made) {
		switch {
		case field == nil:
			f = f.union(t.errs.From(member).onlyCuts())
		case awssdk.IsErrorType(member.Type()):
			errs = ssaflow.Union(errs, []ssa.Value{member})
		}
	}
	return f.union(t.cut(Hidden, nameOf(v.Type()), CutSite{made, errs, v.Type()})).union(t.repeated(v, made, errs))
}

// repeated returns the cuts of the errors whose texts are in fields of the struct at made, which v
// is or points to, but for those that are in fields as well.
func (t *tracer) repeated(v ssa.Value, made *ssa.Alloc, held []ssa.Value) flow {
	var errs []ssa.Value
	for field, member := range ssaflow.Members(made) {
		if field == nil || awssdk.IsErrorType(member.Type()) || !mayHoldText(member.Type()) {
			continue
		}
		for _, err := range t.textErrors(member) {
			if !slices.Contains(held, err) {
				errs = ssaflow.Union(errs, []ssa.Value{err})
			}
		}
	}
	return t.cut(Repeated, nameOf(v.Type()), CutSite{made, errs, v.Type()})
}

// nameOf returns how messages name the type: *store.Error.
func nameOf(t types.Type) string { return types.TypeString(t, (*types.Package).Name) }

// madeAt returns the struct that v is or points to, if the function of v makes it, else nil.
func madeAt(v ssa.Value) *ssa.Alloc {
	if load, ok := v.(*ssa.UnOp); ok {
		v = load.X
	}
	made, _ := v.(*ssa.Alloc)
	return made
}

// ofModule reports whether t is, or points to, a type of the module of the package.
func (p *Package) ofModule(t types.Type) bool {
	name := awssdk.TypeName(t)
	return name != nil && name.Pkg() != nil && (name.Pkg() == p.Types || p.module != "" && awspath.Within(name.Pkg().Path(), p.module))
}

// asksItself reports whether errors of type t decide what package errors finds in them, or are what
// matches of interfaces find: they have a code, as smithy.APIError, or an original error, as
// awserr.Error.
func asksItself(t types.Type) bool {
	for _, name := range []string{"As", "Is", "ErrorCode", "OrigErr"} {
		if obj, _, _ := types.LookupFieldOrMethod(t, true, nil, name); obj != nil {
			return true
		}
	}
	return false
}

// unwrapped returns the fields of the struct that t is or points to which its method Unwrap can
// return. It returns false where these are not known.
func (p *Package) unwrapped(t types.Type) (fields []*types.Var, ok bool) {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "Unwrap")
	i := slices.IndexFunc(p.Implementations("Unwrap"), func(fn *ssa.Function) bool { return ssaflow.Declared(fn) == obj })
	if i < 0 || obj.(*types.Func).Signature().Results().Len() != 1 {
		return nil, false
	}
	fn := p.Implementations("Unwrap")[i]
	add := func(v ssa.Value) bool {
		field, of := ssaflow.LoadedField(v)
		if get, isField := v.(*ssa.Field); isField {
			field, of = ssaflow.FieldOf(get.X.Type(), get.Field), get.X
		}
		if field != nil && isReceiver(of, fn) {
			fields = append(fields, field)
			return true
		}
		return ssaflow.IsNil(v)
	}
	for _, ret := range ssaflow.Returns(fn) {
		for _, v := range p.Sources(ret.Results[0], ssaflow.Phis) {
			if add(v) {
				continue
			}
			list, isList := v.(*ssa.Slice)
			if !isList {
				return nil, false
			}
			n := 0
			for element := range ssaflow.Variadic(list) {
				n++
				if !add(element) {
					return nil, false
				}
			}
			if n == 0 {
				return nil, false
			}
		}
	}
	return fields, true
}

// isReceiver reports whether v is the receiver of fn, or the address of a copy of it.
func isReceiver(v ssa.Value, fn *ssa.Function) bool {
	if local, ok := v.(*ssa.Alloc); ok {
		for stored := range ssaflow.StoredAt(local) {
			v = stored
		}
	}
	return len(fn.Params) > 0 && v == ssa.Value(fn.Params[0])
}
