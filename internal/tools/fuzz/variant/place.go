package variant

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"sort"
)

// A Place is a token of a file, known by what does not change from variant to variant: the top-level declaration that it stands in,
// and how many tokens of the declaration are before it.
type Place struct {
	Decl  string
	Token int
}

// A Map knows the places of a file.
type Map struct {
	toks  []tok
	decls []decl // by position
}

type decl struct {
	key        string
	start, end int
}

// NewMap returns the map of a file, or an error if it cannot be parsed.
func NewMap(src []byte) (*Map, error) {
	decls, err := declarations(src)
	return &Map{tokens(src), decls}, err
}

// At returns the place of the first token that begins at offset or behind it. That is also right for the exclusive end of
// something, as long as the same is asked of both variants.
func (m *Map) At(offset int) Place {
	i := sort.Search(len(m.decls), func(i int) bool { return m.decls[i].end >= offset })
	if i == len(m.decls) || m.decls[i].start > offset {
		return Place{Token: m.before(offset)}
	}
	return Place{m.decls[i].key, m.before(offset) - m.before(m.decls[i].start)}
}

// before returns how many tokens begin before offset, without semicolons, which line breaks can stand for.
func (m *Map) before(offset int) int {
	n := 0
	for _, t := range m.toks {
		if t.start >= offset {
			break
		}
		if t.kind != token.SEMICOLON {
			n++
		}
	}
	return n
}

// declarations returns the top-level declarations of a file, and the part above them as the first one.
func declarations(src []byte) ([]decl, error) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "", src, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	offset := func(pos token.Pos) int { return fset.Position(pos).Offset }
	var all []decl
	seen := make(map[string]int)
	for _, d := range file.Decls {
		key := declKey(d)
		seen[key]++
		all = append(all, decl{fmt.Sprintf("%s/%d", key, seen[key]), offset(d.Pos()), offset(d.End())})
	}
	return all, nil
}

// declKey returns what a declaration declares. Those of the same key keep their order in all variants.
func declKey(d ast.Decl) string {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Recv != nil && len(d.Recv.List) > 0 {
			typ := ast.Unparen(d.Recv.List[0].Type)
			if star, ok := typ.(*ast.StarExpr); ok {
				typ = ast.Unparen(star.X)
			}
			switch index := typ.(type) {
			case *ast.IndexExpr:
				typ = index.X
			case *ast.IndexListExpr:
				typ = index.X
			}
			if id, ok := typ.(*ast.Ident); ok {
				return "func " + id.Name + "." + d.Name.Name
			}
		}
		return "func " + d.Name.Name
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch spec := spec.(type) {
			case *ast.TypeSpec:
				return "type " + spec.Name.Name
			case *ast.ValueSpec:
				return d.Tok.String() + " " + spec.Names[0].Name
			}
		}
		return d.Tok.String()
	}
	return ""
}
