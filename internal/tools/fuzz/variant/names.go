package variant

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"math/rand/v2"
	"path"
	"regexp"
	"slices"
	"strings"
)

// rename gives each local a name that nothing else in the file has.
func rename(_ *rand.Rand, src []byte) ([]byte, []string, error) {
	f, err := resolve(src)
	if err != nil {
		return nil, nil, err
	}
	for i, l := range f.locals {
		l.to = fmt.Sprintf("zq%dx", i)
	}
	return f.rewrite(), f.names(), nil
}

// hostile are names that fixes may need for packages, functions and values.
var hostile = []string{
	"err", "errors", "fmt", "types", "log", "slog", "http", "smithy", "awshttp", "aws", "s3", "s3types", "dynamodbtypes", "json", "ok", "apiErr",
	"errorBody", "out", "in", "ctx", "string", "error", "nil", "true", "false", "len", "append", "new", "any", "int", "bool", "panic", "failed", "events",
}

// shadow gives a third of the locals names that hide packages, predeclared names and each other, where the file means the same then.
func shadow(r *rand.Rand, src []byte) ([]byte, []string, error) {
	f, err := resolve(src)
	if err != nil {
		return nil, nil, err
	}
	for _, l := range f.locals {
		if r.IntN(3) == 0 {
			if to := hostile[r.IntN(len(hostile))]; f.free(l, to) {
				l.to = to
			}
		}
	}
	made := f.rewrite()
	if !f.same(made) {
		return src, nil, nil // two names met in a scope
	}
	return made, f.names(), nil
}

// A resolved file knows what its identifiers mean, as far as the file alone tells.
type resolved struct {
	src    []byte
	locals []*local // by position
	idents []ident  // by offset
}

// A local is a variable, parameter, constant or label of a function.
type local struct {
	name, to   string
	start, end int // of the scope, offsets
	result     bool
}

type ident struct {
	offset int
	name   string
	local  *local // nil if it means something else
}

// resolve parses a file and finds its locals. What it imports need not be there.
func resolve(src []byte) (*resolved, error) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "", src, 0)
	if err != nil {
		return nil, err
	}
	info := &types.Info{
		Defs: make(map[*ast.Ident]types.Object), Uses: make(map[*ast.Ident]types.Object), Implicits: make(map[ast.Node]types.Object),
	}
	conf := types.Config{Importer: hollow{}, Error: func(error) {}}
	pkg, _ := conf.Check(file.Name.Name, fset, []*ast.File{file}, info) // nothing of what is imported is known
	offset := func(pos token.Pos) int { return fset.Position(pos).Offset }

	f := &resolved{src: src}
	byPos := make(map[token.Pos]*local)
	add := func(obj types.Object) *local {
		if l := byPos[obj.Pos()]; l != nil {
			return l
		}
		l := &local{name: obj.Name(), to: obj.Name(), start: offset(obj.Pos()), end: len(src)}
		if scope := obj.Parent(); scope != nil {
			l.end = offset(scope.End())
		}
		byPos[obj.Pos()] = l
		f.locals = append(f.locals, l)
		return l
	}
	for n, obj := range info.Implicits {
		if _, ok := n.(*ast.CaseClause); ok { // x in switch x := y.(type)
			add(obj)
		}
	}
	fields := make(map[ast.Node]bool) // keys in literals of structs, or of types that are not known
	ast.Inspect(file, func(n ast.Node) bool {
		if lit, ok := n.(*ast.CompositeLit); ok {
			_, isMap := lit.Type.(*ast.MapType)
			for _, elt := range lit.Elts {
				if kv, ok := elt.(*ast.KeyValueExpr); ok && !isMap {
					fields[kv.Key] = true
				}
			}
		}
		id, ok := n.(*ast.Ident)
		if !ok {
			return true
		}
		obj := info.Defs[id]
		if obj == nil {
			obj = info.Uses[id]
		}
		at := ident{offset: offset(id.Pos()), name: id.Name}
		switch {
		case obj == nil && byPos[id.Pos()] != nil:
			at.local = byPos[id.Pos()]
		case obj == nil && id.Obj != nil && !fields[id]: // the checker gave up above it
			at.local = byPos[id.Obj.Pos()]
		case obj == nil:
		case isLocal(pkg, obj) && id.Name != "_":
			at.local = add(obj)
		}
		f.idents = append(f.idents, at)
		return true
	})
	slices.SortFunc(f.locals, func(a, b *local) int { return a.start - b.start })
	slices.SortFunc(f.idents, func(a, b ident) int { return a.offset - b.offset })
	ast.Inspect(file, func(n ast.Node) bool {
		if fun, ok := n.(*ast.FuncType); ok && fun.Results != nil {
			for _, field := range fun.Results.List {
				for _, name := range field.Names {
					if l := byPos[name.Pos()]; l != nil {
						l.result = true
					}
				}
			}
		}
		return true
	})
	// Each clause of a type switch has its own variable of the one name: the scope is that of the whole statement.
	ast.Inspect(file, func(n ast.Node) bool {
		if s, ok := n.(*ast.TypeSwitchStmt); ok {
			if assign, ok := s.Assign.(*ast.AssignStmt); ok {
				if l := byPos[assign.Lhs[0].Pos()]; l != nil {
					l.end = offset(s.End())
				}
			}
		}
		return true
	})
	return f, nil
}

// isLocal reports whether obj is a local whose name is its own: no field, which has it in other files as well.
func isLocal(pkg *types.Package, obj types.Object) bool {
	switch obj := obj.(type) {
	case *types.Var:
		if obj.IsField() {
			return false
		}
	case *types.Const, *types.Label:
	default:
		return false
	}
	if obj.Name() == "_" || obj.Pkg() != pkg {
		return false
	}
	for _, scope := range []*types.Scope{pkg.Scope(), types.Universe} {
		if obj.Parent() == scope {
			return false
		}
	}
	return true
}

// free reports whether l may be called name: nothing else of that name is declared or meant where l is visible.
func (f *resolved) free(l *local, name string) bool {
	for _, id := range f.idents {
		if id.local != l && id.offset >= l.start && id.offset < l.end && (id.name == name || id.local != nil && id.local.to == name) {
			return false
		}
	}
	for _, m := range f.locals {
		if m != l && (m.to == name || m.name == name) && m.start <= l.start && m.end >= l.start {
			// To hide a variable of an outer scope is fine, but for a result, which a return can need.
			if m.end == l.end || m.result {
				return false
			}
		}
	}
	return true
}

// names returns the old and the new names of all locals.
func (f *resolved) names() []string {
	var all []string
	for _, l := range f.locals {
		all = append(all, l.name, l.to)
	}
	return all
}

// rewrite returns the source with the new names.
func (f *resolved) rewrite() []byte {
	var b bytes.Buffer
	last := 0
	for _, id := range f.idents {
		if id.local == nil || id.local.to == id.name {
			continue
		}
		b.Write(f.src[last:id.offset])
		b.WriteString(id.local.to)
		last = id.offset + len(id.name)
	}
	b.Write(f.src[last:])
	return b.Bytes()
}

// same reports whether in made, which rewrite returned, each identifier means what it meant.
func (f *resolved) same(made []byte) bool {
	g, err := resolve(made)
	if err != nil || len(g.idents) != len(f.idents) || len(g.locals) != len(f.locals) {
		return false
	}
	index := make(map[*local]int)
	for i, l := range f.locals {
		index[l] = i
	}
	for i, id := range f.idents {
		other := g.idents[i].local
		if (id.local == nil) != (other == nil) || id.local != nil && g.locals[index[id.local]] != other {
			return false
		}
	}
	return true
}

// hollow imports packages without anything in them.
type hollow struct{}

var majorVersion = regexp.MustCompile(`^v[0-9]+$`)

func (hollow) Import(name string) (*types.Package, error) {
	base := path.Base(name)
	if majorVersion.MatchString(base) {
		base = path.Base(path.Dir(name))
	}
	pkg := types.NewPackage(name, strings.TrimSuffix(strings.ReplaceAll(base, "-", ""), ".go"))
	pkg.MarkComplete()
	return pkg, nil
}
