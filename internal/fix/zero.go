package fix

import (
	"go/token"
	"go/types"
)

// zero returns an expression for the zero value of t as it can be written at pos,
// false if there is none.
func (e *Editor) zero(t types.Type, pos token.Pos) (string, bool) {
	if _, ok := types.Unalias(t).(*types.TypeParam); ok {
		name, ok := e.Type(t, pos)
		return "*new(" + name + ")", ok && e.predeclared("new", pos)
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		switch info := u.Info(); {
		case info&types.IsBoolean != 0:
			return "false", e.predeclared("false", pos)
		case info&types.IsNumeric != 0:
			return "0", true
		case info&types.IsString != 0:
			return `""`, true
		case u.Kind() != types.UnsafePointer:
			return "", false // unknown
		}
	case *types.Struct, *types.Array:
		name, ok := e.Type(t, pos)
		return name + "{}", ok
	}
	return "nil", e.predeclared("nil", pos)
}

// predeclared reports whether name has its predeclared meaning at pos.
func (e *Editor) predeclared(name string, pos token.Pos) bool {
	return e.Lookup(name, pos) == types.Universe.Lookup(name)
}

// Type returns how t is written at pos, importing what it needs, and false where
// it cannot be written there.
func (e *Editor) Type(t types.Type, pos token.Pos) (string, bool) {
	if !e.canName(t, pos) {
		return "", false
	}
	ok := true
	name := types.TypeString(t, func(p *types.Package) string {
		if p == e.pass.Pkg {
			return ""
		}
		q := e.Import(p.Path(), p.Name(), pos)
		ok = ok && q != ""
		return q
	})
	return name, ok
}

// canName reports whether every name that the type t is made of means at pos what
// it means in t.
func (e *Editor) canName(t types.Type, pos token.Pos) bool {
	all := func(ts *types.TypeList) bool {
		for arg := range ts.Types() {
			if !e.canName(arg, pos) {
				return false
			}
		}
		return true
	}
	switch t := t.(type) {
	case *types.Alias:
		return e.canUse(t.Obj(), pos) && all(t.TypeArgs())
	case *types.Named:
		return e.canUse(t.Obj(), pos) && all(t.TypeArgs())
	case *types.TypeParam:
		return e.canUse(t.Obj(), pos)
	case *types.Basic:
		return e.predeclared(t.Name(), pos)
	case *types.Pointer:
		return e.canName(t.Elem(), pos)
	case *types.Slice:
		return e.canName(t.Elem(), pos)
	case *types.Array:
		return e.canName(t.Elem(), pos)
	case *types.Chan:
		return e.canName(t.Elem(), pos)
	case *types.Map:
		return e.canName(t.Key(), pos) && e.canName(t.Elem(), pos)
	case *types.Struct:
		for f := range t.Fields() {
			if !f.Exported() && f.Pkg() != e.pass.Pkg || !e.canName(f.Type(), pos) {
				return false
			}
		}
		return true
	}
	return false // a function or an interface without a name: never needed so far
}

// canUse reports whether the name of obj denotes it at pos, alone or after the name
// of its package.
func (e *Editor) canUse(obj *types.TypeName, pos token.Pos) bool {
	if obj.Pkg() != nil && obj.Pkg() != e.pass.Pkg {
		return obj.Exported()
	}
	return e.Lookup(obj.Name(), pos) == obj
}
