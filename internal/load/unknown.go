package load

import (
	"go/ast"
	"go/token"
	"go/types"
)

// unknowns returns positions in function bodies and initial values where a type is unknown, since
// a package is missing, cgo is not run, or something has an error elsewhere. The
// type checker reports no error there, but SSA form cannot be built.
func unknowns(info *types.Info, files []*ast.File) (at []token.Pos) {
	u := unknown{info: info, known: make(map[types.Type]bool)}
	for _, f := range files {
		for _, decl := range f.Decls {
			switch decl := decl.(type) {
			case *ast.FuncDecl:
				if decl.Body == nil {
					continue
				}
				if fn, ok := info.Defs[decl.Name].(*types.Func); ok && u.tuple(fn.Signature().Results()) {
					at = append(at, decl.Body.Pos()) // what it returns is converted to the unknown
				} else if pos := u.within(decl.Body); pos.IsValid() {
					at = append(at, pos)
				}
			case *ast.GenDecl:
				if decl.Tok != token.VAR {
					continue
				}
				for _, spec := range decl.Specs {
					if pos := u.within(spec); len(spec.(*ast.ValueSpec).Values) > 0 && pos.IsValid() {
						at = append(at, pos)
					}
				}
			}
		}
	}
	return at
}

// An unknown looks for unknown types.
type unknown struct {
	info  *types.Info
	known map[types.Type]bool // false also for types being looked at
}

// within returns the position of a node in root that has to do with an unknown type, or NoPos.
func (u *unknown) within(root ast.Node) token.Pos {
	pos := token.NoPos
	ast.Inspect(root, func(n ast.Node) bool {
		if n != nil && !pos.IsValid() && u.node(n) {
			pos = n.Pos()
		}
		return !pos.IsValid()
	})
	return pos
}

func (u *unknown) node(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.Ident:
		switch obj := u.info.ObjectOf(n).(type) {
		case nil, *types.PkgName, *types.Builtin, *types.Label: // these have no types
			return false
		default:
			return u.typ(obj.Type())
		}
	case *ast.CompositeLit:
		// Values without keys are converted to the types of fields.
		t := u.info.TypeOf(n)
		if t == nil {
			return true
		}
		if s, ok := t.Underlying().(*types.Struct); ok && len(n.Elts) > 0 {
			return u.typ(t) || u.fields(s)
		}
		return u.typ(t)
	case *ast.SelectorExpr:
		if _, ok := u.info.Uses[n.Sel].(*types.Builtin); ok { // of package unsafe
			return false
		}
		tv, ok := u.info.Types[n] // the type checker leaves out what is invalid
		return !ok || u.typ(tv.Type)
	case ast.Expr:
		return u.typ(u.info.Types[n].Type)
	}
	return false
}

// typ reports whether t, or a part of t that has no name, is unknown.
func (u *unknown) typ(t types.Type) bool {
	if t == nil {
		return false
	}
	t = types.Unalias(t)
	is, ok := u.known[t]
	if !ok {
		u.known[t] = false
		is = u.parts(t)
		u.known[t] = is
	}
	return is
}

func (u *unknown) parts(t types.Type) bool {
	switch t := t.(type) {
	case *types.Basic:
		return t.Kind() == types.Invalid
	case *types.Named:
		for arg := range t.TypeArgs().Types() {
			if u.typ(arg) {
				return true
			}
		}
		return t.Underlying() == types.Typ[types.Invalid]
	case *types.Map:
		return u.typ(t.Key()) || u.typ(t.Elem())
	case interface{ Elem() types.Type }: // pointers, slices, arrays, channels
		return u.typ(t.Elem())
	case *types.Signature:
		return u.tuple(t.Params()) || u.tuple(t.Results())
	case *types.Tuple:
		return u.tuple(t)
	case *types.Struct:
		return u.fields(t)
	}
	return false
}

func (u *unknown) tuple(t *types.Tuple) bool {
	for v := range t.Variables() {
		if u.typ(v.Type()) {
			return true
		}
	}
	return false
}

func (u *unknown) fields(s *types.Struct) bool {
	for f := range s.Fields() {
		if u.typ(f.Type()) {
			return true
		}
	}
	return false
}
