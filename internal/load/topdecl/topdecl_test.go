package topdecl

import (
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// tricky is source that is easily cut in the wrong place.
const tricky = `// Package p is tricky. package q

//go:build x || !x

/* package q */ package /* q */ p; import ( "a"; b "b"
	. "c" ; _ ` + "`d`" + ` // import "e"
); import f /* "g" */ "f"

func A() { if '{' == '\'' || "\"}" == ` + "`}\n\\`" + ` { } /* } */ // }
}; func B() (struct{ x int }) { return struct{ x int }{} }
func C() struct{ x func() } { panic(0) }
func D(func() interface{ M() }) map[string]interface{} { return nil }
func E()
func (r *F[K, _]) G(a, b int, c ...struct{ d int }) (e error) { return }
func (F[K, V]) H() func() func(int) chan<- interface{}
func (*I) /* { */ J() []struct {
	k int ` + "`json:\"{\"`" + `
} /* { */ {
	for {
	} } ; var K, L = func() int { return 1 }(), '"'
func init() { }
func _() {}
func M[T interface{ ~[]N; int }](t T) [2]T { var _ = 1 +
	2; return t }
type O struct{ P int }; type ( Q = O; R[T any] []T // type S int
	T struct {
		U int }
	W = x.Y
	Z = R[int] )
type AA[T any] = R[T]
type BB [2]int
type CC interface {
	DD()
	EE
}
type _ int
var FF int = 1; var ( GG, HH []struct{ x int } = nil,
	nil
	_ = 1
	II = map[string]int{
		"}": 1,
	}
	JJ /* = */ int )
const KK = 1 << iota
const ( LL, MM = iota, "a"
	NN, OO
)
const ( PP = 1; QQ int = 2 /*
*/ RR = 3 )
const ( SS = 1
	TT )
var UU = ` + "`" + `
func XX() {}
` + "`" + `
func VV() ( int,
	error,
) {
	type notTop struct{}
	goto x
x:
	return 0, nil
}
const WW = 1.
var ünï = 1.5e+3i`

func TestTricky(t *testing.T) {
	checkFile(t, "tricky.go", tricky)
	h, more, err := ParseHeader(tricky)
	if err != nil || more {
		t.Fatalf("ParseHeader: more %t, error %v", more, err)
	}
	var got []string
	for _, d := range Split(tricky, h.End) {
		got = append(got, fmt.Sprintf("%s %s%s", d.Keyword, prefixed(d.Recv, "."), strings.Join(d.Names, ",")))
		if d.Alias != "" {
			got[len(got)-1] += "=" + d.Alias
		}
	}
	want := []string{
		"func A", "func B", "func C", "func D", "func E", "func F.G", "func F.H", "func I.J", "var K,L", "func M",
		"type O", "type Q=O", "type R", "type T", "type W", "type Z", "type AA", "type BB", "type CC",
		"var FF", "var GG,HH", "var II", "var JJ", "const KK", "const LL,MM,NN,OO", "const PP", "const QQ", "const RR",
		"const SS,TT", "var UU", "func VV", "const WW", "var ünï",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func prefixed(s, sep string) string {
	if s == "" {
		return ""
	}
	return s + sep
}

// TestStandardLibrary compares with what the parser says of a thousand files.
func TestStandardLibrary(t *testing.T) {
	root := filepath.Join(build.Default.GOROOT, "src")
	files := 0
	err := filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() && (e.Name() == "testdata" && !strings.Contains(name, "types") || e.Name() == "cmd" || e.Name() == "vendor") {
			return filepath.SkipDir
		}
		if e.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		src, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if checkFile(t, name, string(src)) {
			files++
		}
		return nil
	})
	if err != nil || files < 1000 {
		t.Errorf("compared %d files; error %v", files, err)
	}
}

// checkFile compares with what the parser says; it reports false for source that has
// syntax errors.
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

// A parsedDecl is a Decl as the parser has it.
type parsedDecl struct {
	Decl
	nodes []ast.Node // what is kept of it
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
					return nil // not correct, though the parser does not say so
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
				// Blank names are in a group only next to others.
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
	// Only space and comments may be between the two ends.
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

// blank returns what is left of src without comments, space and semicolons.
func blank(src string) string {
	return strings.Trim(string(Strip(nil, src)), " \t\r\n;")
}

// checkRefs checks that all identifiers and selectors of what is kept are found.
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

// FuzzSplit checks that whatever the parser accepts is cut as it says, and that
// nothing makes a panic.
func FuzzSplit(f *testing.F) {
	f.Add(tricky)
	for i := range len(tricky) {
		if i%7 == 0 {
			f.Add(tricky[:i])
			f.Add("package p;" + tricky[i:])
		}
	}
	f.Fuzz(func(t *testing.T, src string) {
		if !checkFile(t, "fuzz.go", src) {
			h, _, _ := ParseHeader(src)
			for _, d := range Split(src, h.End) {
				Refs(src[d.Start:d.End], func(Ref) {})
				Strip(nil, src[d.Start:d.End])
			}
		}
	})
}
