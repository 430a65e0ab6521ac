package topdecl

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// checkFile compares Split with the parser. It returns false if the source has syntax errors.
func checkFile(t *testing.T, name, src string) bool {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, name, src, parser.SkipObjectResolution)
	if err != nil {
		return false
	}
	h, _, err := ParseHeader(src)
	if err != nil || h.Package != f.Name.Name || h.Clause != fset.Position(f.Package).Offset {
		t.Errorf("%s: header %+v, error %v", name, h, err)
	}
	var imports []Import
	for _, spec := range f.Imports {
		imp := Import{}
		imp.Path, _ = strconv.Unquote(spec.Path.Value)
		if spec.Name != nil {
			imp.Name = spec.Name.Name
		}
		imports = append(imports, imp)
	}
	if !slices.Equal(h.Imports, imports) {
		t.Errorf("%s: imports %q, want %q", name, h.Imports, imports)
	}
	got, want := Split(src, h.End), parsed(fset, f)
	if want == nil {
		return false
	}
	if len(got) != len(want) {
		t.Errorf("%s: %d declarations, want %d", name, len(got), len(want))
		return true
	}
	for i := range want {
		checkDecl(t, fmt.Sprintf("%s: %s", name, want[i].Names), src, got[i], want[i])
	}
	return true
}

// A parsedDecl is a Decl made by the parser.
type parsedDecl struct {
	Decl
	nodes []ast.Node // the parts between Start and End
}

func parsed(fset *token.FileSet, f *ast.File) (out []parsedDecl) {
	add := func(d Decl, nodes ...ast.Node) {
		if slices.ContainsFunc(d.Names, func(name string) bool { return name != "_" }) {
			d.Start = fset.Position(nodes[0].Pos()).Offset
			d.End = fset.Position(nodes[len(nodes)-1].End()).Offset
			out = append(out, parsedDecl{d, nodes})
		}
	}
	for _, decl := range f.Decls {
		switch decl := decl.(type) {
		case *ast.FuncDecl:
			d := Decl{Keyword: token.FUNC, Names: []string{decl.Name.Name}}
			nodes := []ast.Node{decl.Name, decl.Type}
			if decl.Recv != nil {
				if len(decl.Recv.List) != 1 {
					return nil // incorrect, but the parser accepts it
				}
				nodes = []ast.Node{decl.Recv, decl.Name, decl.Type}
				d.Recv = baseName(decl.Recv.List[0].Type)
			} else if decl.Name.Name == "init" {
				continue
			}
			add(d, nodes...)
		case *ast.GenDecl:
			var group Decl
			dependent := false
			first := len(out)
			for _, spec := range decl.Specs {
				switch spec := spec.(type) {
				case *ast.TypeSpec:
					d := Decl{Keyword: token.TYPE, Names: []string{spec.Name.Name}}
					if id, ok := spec.Type.(*ast.Ident); ok && spec.Assign.IsValid() {
						d.Alias = id.Name
					}
					add(d, spec)
				case *ast.ValueSpec:
					d := Decl{Keyword: decl.Tok}
					var nodes []ast.Node
					for _, name := range spec.Names {
						d.Names = append(d.Names, name.Name)
						nodes = append(nodes, name)
					}
					if spec.Type != nil {
						nodes = append(nodes, spec.Type)
					}
					if spec.Type == nil || decl.Tok == token.CONST {
						for _, v := range spec.Values {
							nodes = append(nodes, v)
						}
					}
					group.Names = append(group.Names, d.Names...)
					dependent = dependent || decl.Tok == token.CONST && decl.Lparen.IsValid() && (spec.Values == nil || usesIota(spec))
					add(d, nodes...)
				}
			}
			if dependent {
				// A group has blank names only beside others.
				group.Names = nil
				for _, d := range out[first:] {
					group.Names = append(group.Names, d.Names...)
				}
				out = out[:first]
				group.Keyword = token.CONST
				add(group, decl)
				if len(out) > first {
					out[first].Start = fset.Position(decl.Lparen).Offset
				}
			}
		}
	}
	return out
}

func usesIota(n ast.Node) (found bool) {
	ast.Inspect(n, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		found = found || ok && id.Name == "iota"
		return true
	})
	return found
}

// baseName returns the name of the type of a receiver.
func baseName(expr ast.Expr) string {
	switch expr := expr.(type) {
	case *ast.Ident:
		return expr.Name
	case *ast.StarExpr:
		return baseName(expr.X)
	case *ast.ParenExpr:
		return baseName(expr.X)
	case *ast.IndexExpr:
		return baseName(expr.X)
	case *ast.IndexListExpr:
		return baseName(expr.X)
	}
	return ""
}

func checkDecl(t *testing.T, where, src string, got Decl, want parsedDecl) {
	t.Helper()
	if got.Keyword != want.Keyword || !slices.Equal(got.Names, want.Names) || got.Recv != want.Recv || got.Alias != want.Alias {
		t.Errorf("%s: got %+v, want %+v", where, got, want.Decl)
	}
	// Only space and comments may stand between the two ends.
	if got.Start > want.Start || got.End < want.End ||
		blank(src[got.Start:want.Start]) != "" || blank(src[want.End:got.End]) != "" {
		t.Errorf("%s: got %q, want %q", where, src[got.Start:got.End], src[want.Start:want.End])
		return
	}
	checkRefs(t, where, src[got.Start:got.End], want)
	stripped := string(Strip(nil, src[got.Start:got.End]))
	if strings.Count(stripped, "\n") != strings.Count(src[got.Start:got.End], "\n") {
		t.Errorf("%s: Strip changed the number of lines", where)
	}
	body := ""
	if got.Keyword == token.FUNC {
		body = "{}"
	}
	if _, err := parser.ParseFile(token.NewFileSet(), "", "package p; "+got.Keyword.String()+" "+stripped+body, parser.SkipObjectResolution); err != nil {
		t.Errorf("%s: stripped: %v", where, err)
	}
}

// blank returns src without comments, space and semicolons.
func blank(src string) string {
	return strings.Trim(string(Strip(nil, src)), " \t\r\n;")
}

// checkRefs checks that Refs finds all identifiers and selectors of a declaration.
func checkRefs(t *testing.T, where, src string, want parsedDecl) {
	t.Helper()
	plain := make(map[string]bool)
	selected := make(map[string]bool)
	called := make(map[string]bool)
	Refs(src, func(r Ref) {
		if r.Selected {
			selected[r.Qualifier+"."+r.Name] = true
			selected["."+r.Name] = true
		} else {
			plain[r.Name] = true
		}
		if r.Called {
			called[r.Name] = true
		}
	})
	for _, n := range want.nodes {
		ast.Inspect(n, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.SelectorExpr:
				q := ""
				if x, ok := n.X.(*ast.Ident); ok {
					q = x.Name
				}
				if !selected[q+"."+n.Sel.Name] {
					t.Errorf("%s: %s.%s is not found", where, q, n.Sel.Name)
				}
			case *ast.InterfaceType:
				for _, m := range n.Methods.List {
					for _, name := range m.Names {
						if !called[name.Name] {
							t.Errorf("%s: method %s is not found", where, name.Name)
						}
					}
				}
			case *ast.Ident:
				if !plain[n.Name] && !selected["."+n.Name] {
					t.Errorf("%s: %s is not found", where, n.Name)
				}
			}
			return true
		})
	}
}
