package fix

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/awserrlint/awserrlint/internal/edit"
)

// source is a file to edit. Its imports are those of the standard library.
type source struct {
	t    *testing.T
	pass *analysis.Pass
	file *ast.File
	text string
}

// The packages of the standard library are type-checked once for all tests.
var (
	fset = token.NewFileSet()
	std  = importer.ForCompiler(fset, "source", nil)
)

// load type-checks text, and others as more files of its package.
func load(t *testing.T, text string, others ...string) *source {
	t.Helper()
	var files []*ast.File
	contents := make(map[string]string)
	for i, content := range append([]string{text}, others...) {
		name := string(rune('a'+i)) + ".go"
		f, err := parser.ParseFile(fset, name, content, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
		contents[name] = content
	}
	info := &types.Info{
		Types: make(map[ast.Expr]types.TypeAndValue), Defs: make(map[*ast.Ident]types.Object), Uses: make(map[*ast.Ident]types.Object),
		Implicits: make(map[ast.Node]types.Object), Selections: make(map[*ast.SelectorExpr]*types.Selection), Scopes: make(map[ast.Node]*types.Scope),
	}
	// Files with imports that nothing uses do not compile, but are fine here.
	config := types.Config{Importer: std, Error: func(error) {}}
	pkg, _ := config.Check("example.com/p", fset, files, info)
	pass := &analysis.Pass{
		Fset: fset, Files: files, Pkg: pkg, TypesInfo: info,
		ReadFile: func(name string) ([]byte, error) { return []byte(contents[name]), nil },
	}
	return &source{t: t, pass: pass, file: files[0], text: text}
}

// statement returns the first statement of the function f.
func (s *source) statement() ast.Stmt {
	s.t.Helper()
	for _, decl := range s.file.Decls {
		if fn, ok := decl.(*ast.FuncDecl); ok && fn.Name.Name == "f" {
			return fn.Body.List[0]
		}
	}
	s.t.Fatal("no function f")
	return nil
}

// fixed returns the file after the fix that e makes, "" if there is none.
func (s *source) fixed(e *Editor) string {
	s.t.Helper()
	f := e.Fix("fix")
	if f == nil {
		return ""
	}
	var edits []edit.Edit
	for _, ed := range f.TextEdits {
		pos, end := s.pass.Fset.PositionFor(ed.Pos, false), s.pass.Fset.PositionFor(ed.End, false)
		edits = append(edits, edit.Edit{Pos: pos, End: end, New: string(ed.NewText)})
	}
	out, err := edit.Apply([]byte(s.text), edits)
	if err != nil {
		s.t.Fatal(err)
	}
	return string(out)
}

func TestImport(t *testing.T) {
	for _, test := range []struct {
		name  string
		src   string // without the function f
		want  string // "" for no fix
		other string // another file of the package
	}{
		{"none", "package p\n", "package p\n\nimport \"fmt\"\n", ""},
		{"none, with a comment", "package p // the package\n", "package p // the package\n\nimport \"fmt\"\n", ""},
		{"single of std, before", "package p\n\nimport \"log\"\n\nvar _ = log.Print\n", "package p\n\nimport (\n\t\"fmt\"\n\t\"log\"\n)\n\nvar _ = log.Print\n", ""},
		{"single of std, after", "package p\n\nimport \"errors\"\n\nvar _ = errors.New\n", "package p\n\nimport (\n\t\"errors\"\n\t\"fmt\"\n)\n\nvar _ = errors.New\n", ""},
		{"single of others", "package p\n\nimport \"example.com/x\"\n", "package p\n\nimport (\n\t\"fmt\"\n\n\t\"example.com/x\"\n)\n", ""},
		{"single with comments", "package p\n\n// logs\nimport \"log\" // all of them\n", "package p\n\n// logs\nimport (\n\t\"fmt\"\n\t\"log\" // all of them\n)\n", ""},
		{"single in parentheses", "package p\n\nimport (\n\t\"log\"\n)\n", "package p\n\nimport (\n\t\"fmt\"\n\t\"log\"\n)\n", ""},
		{"block", "package p\n\nimport (\n\t\"errors\"\n\t\"log\"\n)\n", "package p\n\nimport (\n\t\"errors\"\n\t\"fmt\"\n\t\"log\"\n)\n", ""},
		{"end of block", "package p\n\nimport (\n\t\"bytes\"\n\t\"errors\" // last\n)\n", "package p\n\nimport (\n\t\"bytes\"\n\t\"errors\" // last\n\t\"fmt\"\n)\n", ""},
		{"groups", "package p\n\nimport (\n\t\"bytes\"\n\n\t\"example.com/x\"\n)\n", "package p\n\nimport (\n\t\"bytes\"\n\t\"fmt\"\n\n\t\"example.com/x\"\n)\n", ""},
		{"groups, std last", "package p\n\nimport (\n\t\"example.com/x\"\n\n\t\"log\"\n)\n", "package p\n\nimport (\n\t\"example.com/x\"\n\n\t\"fmt\"\n\t\"log\"\n)\n", ""},
		{"no group of std", "package p\n\nimport (\n\t// x is needed\n\t\"example.com/x\"\n)\n", "package p\n\nimport (\n\t\"fmt\"\n\n\t// x is needed\n\t\"example.com/x\"\n)\n", ""},
		{"comment above", "package p\n\nimport (\n\t// logs\n\t\"log\"\n)\n", "package p\n\nimport (\n\t\"fmt\"\n\t// logs\n\t\"log\"\n)\n", ""},
		{"several declarations", "package p\n\nimport \"errors\"\nimport \"log\"\n", "package p\n\nimport (\n\t\"errors\"\n\t\"fmt\"\n)\nimport \"log\"\n", ""},
		{"there", "package p\n\nimport \"fmt\"\n", "package p\n\nimport \"fmt\"\n", ""},
		{"there with another name", "package p\n\nimport format \"fmt\"\n", "package p\n\nimport format \"fmt\"\n", ""},
		{"there for its effects", "package p\n\nimport _ \"fmt\"\n", "package p\n\nimport (\n\t\"fmt\"\n\t_ \"fmt\"\n)\n", ""},
		{"there with a dot", "package p\n\nimport . \"fmt\"\n", "", ""},
		{"name of another import", "package p\n\nimport fmt \"log\"\n", "package p\n\nimport (\n\tstdfmt \"fmt\"\n\tfmt \"log\"\n)\n", ""},
		{"name in the package", "package p\n", "package p\n\nimport stdfmt \"fmt\"\n", "package p\n\nvar fmt int\n"},
		{"cgo", "package p\n\nimport \"C\"\n", "", ""},
		{"not formatted by gofmt", "package p\nimport (\"log\"\n)\n", "package p\nimport (\"fmt\"\n\t\"log\"\n)\n", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			body := "\nfunc f() {\n\tprintln()\n}\n"
			s := load(t, test.src+body, append([]string{}, nonEmpty(test.other)...)...)
			e := NewBatch(s.pass).Editor(s.file.Package)
			if e == nil {
				if test.want != "" {
					t.Error("cannot be edited")
				}
				return
			}
			name := e.Import("fmt", "fmt", s.statement().Pos())
			e.Replace(s.statement(), name+".Println()")
			got := s.fixed(e)
			want := test.want + strings.ReplaceAll(body, "println", name+".Println")
			if test.want == "" {
				want = ""
			}
			if got != want {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

func nonEmpty(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

// TestImportHidden shows that no file gets a second import of a package whose name something hides.
func TestImportHidden(t *testing.T) {
	s := load(t, "package p\n\nimport \"fmt\"\n\nfunc f(fmt int) {\n\tprintln(fmt)\n}\n\nvar _ = fmt.Sprint\n")
	e := NewBatch(s.pass).Editor(s.file.Package)
	e.Replace(s.statement(), e.Import("fmt", "fmt", s.statement().Pos())+".Println()")
	if got := s.fixed(e); got != "" {
		t.Errorf("got:\n%s", got)
	}
}

func TestImportInternal(t *testing.T) {
	for path, want := range map[string]bool{
		"example.com/p/internal/x": false, "example.com/internal/x": false, "internal/abi": true, "example.com/q/internal": true,
		"example.com/q/internal/x": true, "example.com/q/internals": false, "example.com/p": false,
	} {
		if got := internal(path, "example.com/p"); got != want {
			t.Errorf("internal(%q) = %v", path, got)
		}
	}
}
