package fix

import (
	"go/ast"
	"go/format"
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
		{"there with a dot", "package p\n\nimport . \"fmt\"\n", "package p\n\nimport (\n\t\"fmt\"\n\t. \"fmt\"\n)\n", ""},
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

func TestImportHidden(t *testing.T) {
	s := load(t, "package p\n\nimport \"fmt\"\n\nfunc f(fmt int) {\n\tprintln(fmt)\n}\n\nvar _ = fmt.Sprint\n")
	e := NewBatch(s.pass).Editor(s.file.Package)
	e.Replace(s.statement(), e.Import("fmt", "fmt", s.statement().Pos())+".Println()")
	if got := s.fixed(e); !strings.Contains(got, "\tstdfmt.Println()") || !strings.Contains(got, "\"fmt\"\n\tstdfmt \"fmt\"") && !strings.Contains(got, "stdfmt \"fmt\"\n\t\"fmt\"") {
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

func TestFresh(t *testing.T) {
	s := load(t, "package p\n\nimport \"log\"\n\nvar global int\n\nfunc f(param int) (result error) {\n\tprintln(param)\n\tlater := 1\n\t{\n\t\tinner := later\n\t\tlog.Print(inner, t{}.field)\n\t}\n\treturn nil\n}\n\ntype t struct{ field int }\n\nfunc other() { elsewhere := 1; _ = elsewhere }\n")
	e := NewBatch(s.pass).Editor(s.file.Package)
	for _, test := range []struct{ base, want string }{
		{"err", "err"}, {"err", "err2"}, {"err", "err3"}, {"param", "param2"}, {"result", "result2"}, {"later", "later2"},
		{"inner", "inner2"}, {"global", "global2"}, {"log", "log2"}, {"nil", "nil2"}, {"len", "len2"}, {"type", "type2"},
		{"field", "field"}, {"elsewhere", "elsewhere"}, {"f", "f2"},
	} {
		if got := e.Fresh(test.base, s.statement().Pos()); got != test.want {
			t.Errorf("Fresh(%q) = %q, want %q", test.base, got, test.want)
		}
	}
}

func TestZeros(t *testing.T) {
	const decls = `package p

import (
	"io"
	"bufio"
	"sync"
	"time"
	"unsafe"
)

type (
	number  float64
	state   struct{ n int }
	pair[K comparable, V any] struct{ k K; v V }
	list    []int
	alias   = state
	handler interface{ Handle() }
	grid    [2][3]state
)
`
	for _, test := range []struct{ result, want string }{
		{"int", "0, "}, {"complex128", "0, "}, {"rune", "0, "}, {"uintptr", "0, "}, {"number", "0, "}, {"time.Duration", "0, "},
		{"string", `"", `}, {"bool", "false, "}, {"*state", "nil, "}, {"[]state", "nil, "}, {"map[string]int", "nil, "},
		{"chan int", "nil, "}, {"func()", "nil, "}, {"any", "nil, "}, {"error", "nil, "}, {"handler", "nil, "}, {"io.Reader", "nil, "},
		{"list", "nil, "}, {"unsafe.Pointer", "nil, "}, {"state", "state{}, "}, {"alias", "alias{}, "}, {"[2]int", "[2]int{}, "},
		{"[2]*bufio.Reader", "[2]*bufio.Reader{}, "}, {"grid", "grid{}, "}, {"pair[string, time.Time]", "pair[string, time.Time]{}, "},
		{"time.Time", "time.Time{}, "}, {"sync.Mutex", "sync.Mutex{}, "}, {"struct{ N int }", "struct{N int}{}, "},
		{"struct{ f map[string]chan *state }", "struct{f map[string]chan *state}{}, "}, {"T", "*new(T), "}, {"pair[K, T]", "pair[K, T]{}, "},
		{"[1]T", "[1]T{}, "}, {"[1]func(int) error", ""}, {"int, string", `0, "", `}, {"undefined", ""},
		{"hidden", ""}, {"[2]hidden", ""}, {"pair[hidden, int]", ""},
	} {
		src := decls + "\ntype hidden struct{}\n\nfunc f[K comparable, T any](_ io.Reader, _ unsafe.Pointer, _ bufio.Reader, _ sync.Mutex, _ time.Time) (" +
			test.result + ", error) {\n\thidden := 1\n\tprintln(hidden)\n}\n"
		s := load(t, src)
		e := NewBatch(s.pass).Editor(s.file.Package)
		var last ast.Stmt
		ast.Inspect(s.file, func(n ast.Node) bool {
			if x, ok := n.(*ast.ExprStmt); ok {
				last = x
			}
			return true
		})
		fn := s.pass.Pkg.Scope().Lookup("f").(*types.Func)
		got, ok := e.Zeros(fn.Signature(), last.Pos())
		if ok != (test.want != "") || got != test.want {
			t.Errorf("Zeros for %s = %q, %v, want %q", test.result, got, ok, test.want)
		}
	}
}

// TestZerosForeign has types that come from other packages and need an import, or
// cannot be named.
func TestZerosForeign(t *testing.T) {
	for _, test := range []struct{ expr, want, imports string }{
		{"time.Now()", "time.Time{}, ", "time"},
		{"*bufio.NewReader(nil)", "bufio.Reader{}, ", "bufio"},
		{"*new(reflect.Value)", "reflect.Value{}, ", "reflect"},
		{"*list.New()", "list.List{}, ", "container/list"},
		{"*errors.New(``).(interface{ Error() string })", "", ""},
	} {
		user := "package p\n\nfunc f() {\n\tprintln()\n}\n"
		other := "package p\n\nimport (\n\t\"container/list\"\n\t\"errors\"\n\t\"log/slog\"\n\t\"bufio\"\n\t\"reflect\"\n\t\"time\"\n)\n\nvar _, _, _, _, _ = time.Now, bufio.NewReader, reflect.ValueOf, list.New, errors.New\n\nvar v = " + test.expr +
			"\n\nvar _ = log.Print\n"
		s := load(t, user, other)
		e := NewBatch(s.pass).Editor(s.file.Package)
		v := s.pass.Pkg.Scope().Lookup("v").Type()
		sig := types.NewSignatureType(nil, nil, nil, nil, types.NewTuple(
			types.NewVar(token.NoPos, nil, "", v), types.NewVar(token.NoPos, nil, "", types.Universe.Lookup("error").Type())), false)
		got, ok := e.Zeros(sig, s.statement().Pos())
		if ok != (test.want != "") || got != test.want {
			t.Errorf("Zeros for %s = %q, %v, want %q", v, got, ok, test.want)
		}
		if _, ok := e.imports[test.imports]; ok != (test.imports != "") {
			t.Errorf("Zeros for %s imports %v, want %q", v, e.imports, test.imports)
		}
	}
}

// TestTypeHidden has types that only their own package can write.
func TestTypeHidden(t *testing.T) {
	s := load(t, "package p\n\nfunc f() {\n\tprintln()\n}\n")
	other := types.NewPackage("example.com/q", "q")
	secret := types.NewNamed(types.NewTypeName(token.NoPos, other, "secret", nil), types.NewStruct(nil, nil), nil)
	field := types.NewVar(token.NoPos, other, "f", types.Typ[types.Int])
	internal := types.NewPackage("example.com/q/internal/r", "r")
	public := types.NewNamed(types.NewTypeName(token.NoPos, internal, "Public", nil), types.NewStruct(nil, nil), nil)
	for _, typ := range []types.Type{secret, types.NewPointer(secret), types.NewStruct([]*types.Var{field}, nil), public} {
		if got, ok := NewBatch(s.pass).Editor(s.file.Package).Type(typ, s.statement().Pos()); ok {
			t.Errorf("%s is written as %q", typ, got)
		}
	}
}

func TestInsert(t *testing.T) {
	for _, test := range []struct {
		name string
		body string
		edit func(e *Editor, stmt ast.Stmt)
		want string // "" for no fix
	}{
		{"before", "x()", func(e *Editor, s ast.Stmt) { e.InsertBefore(s, "a()\nb()") }, "a()\n\tb()\n\tx()"},
		{"before, below a comment", "// x\n\tx()", func(e *Editor, s ast.Stmt) { e.InsertBefore(s, "a()") }, "// x\n\ta()\n\tx()"},
		{"before, on the line of others", "x(); x()", func(e *Editor, s ast.Stmt) { e.InsertAfter(s, "a()") }, ""},
		{"after", "x()", func(e *Editor, s ast.Stmt) { e.InsertAfter(s, "if a {\n\tb()\n}") }, "x()\n\tif a {\n\t\tb()\n\t}"},
		{"after a comment", "x() // why", func(e *Editor, s ast.Stmt) { e.InsertAfter(s, "a()") }, "x() // why\n\ta()"},
		{"after a block comment", "x() /* why */", func(e *Editor, s ast.Stmt) { e.InsertAfter(s, "a()") }, ""},
		{"after several lines", "x(\n\t\t1,\n\t)", func(e *Editor, s ast.Stmt) { e.InsertAfter(s, "a()") }, "x(\n\t\t1,\n\t)\n\ta()"},
		{"comments in line", "x()  // one\n\txx() // two", func(e *Editor, s ast.Stmt) { e.InsertAfter(s, "a()") }, "x() // one\n\ta()\n\txx() // two"},
		{"replace", "x(1) // why", func(e *Editor, s ast.Stmt) { e.Replace(s, "y"+e.Source(s)) }, "yx(1) // why"},
		{"refuse", "x()", func(e *Editor, s ast.Stmt) { e.Replace(s, "y()"); e.Refuse() }, ""},
		{"nothing", "x()", func(*Editor, ast.Stmt) {}, ""},
		{"breaks the syntax", "x()", func(e *Editor, s ast.Stmt) { e.Replace(s, "y(") }, ""},
		{"conflict", "x()", func(e *Editor, s ast.Stmt) { e.Replace(s, "y()"); e.Replace(s, "z()") }, ""},
		{"gofmt", "x()", func(e *Editor, s ast.Stmt) { e.Replace(s, "x( 1 )") }, "x(1)"},
	} {
		t.Run(test.name, func(t *testing.T) {
			wrap := func(body string) string { return "package p\n\nfunc f() {\n\t" + body + "\n}\n" }
			s := load(t, wrap(test.body))
			e := NewBatch(s.pass).Editor(s.file.Package)
			test.edit(e, s.statement())
			got := s.fixed(e)
			want := test.want
			if want != "" {
				want = wrap(want)
			}
			if got != want {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
			if formatted, err := format.Source([]byte(got)); got != "" && (err != nil || string(formatted) != got) {
				t.Errorf("not formatted: %v", err)
			}
		})
	}
}

func TestComments(t *testing.T) {
	s := load(t, "package p\n\nfunc f() {\n\t// one\n\t// two\n\tx() // three\n\ty()\n}\n")
	e := NewBatch(s.pass).Editor(s.file.Package)
	stmt := s.statement()
	if got := e.Text(e.CommentStart(stmt), stmt.Pos()); got != "// one\n\t// two\n\t" {
		t.Errorf("the comment above is %q", got)
	}
	text, end := e.TrailingComment(stmt)
	if text != "// three" || e.Text(stmt.End(), end) != " // three" {
		t.Errorf("the comment behind is %q", text)
	}
}

func TestCarriageReturns(t *testing.T) {
	src := strings.ReplaceAll("package p\n\nimport \"log\"\n\nfunc f() {\n\tlog.Print(\n\t\t1,\n\t)\n}\n", "\n", "\r\n")
	s := load(t, src)
	e := NewBatch(s.pass).Editor(s.file.Package)
	stmt := s.statement()
	e.Replace(stmt, "if true {\n\t\t"+strings.ReplaceAll(e.Source(stmt), "\n", "\n\t")+"\n\t}")
	e.InsertAfter(stmt, e.Import("fmt", "fmt", stmt.Pos())+".Print()")
	got := s.fixed(e)
	if strings.Count(got, "\n") != strings.Count(got, "\r\n") || strings.Contains(got, "\r\r") {
		t.Errorf("line ends are mixed: %q", got)
	}
	want := "package p\n\nimport (\n\t\"fmt\"\n\t\"log\"\n)\n\nfunc f() {\n\tif true {\n\t\tlog.Print(\n\t\t\t1,\n\t\t)\n\t}\n\tfmt.Print()\n}\n"
	if plain := strings.ReplaceAll(got, "\r", ""); plain != want {
		t.Errorf("got:\n%s\nwant:\n%s", plain, want)
	}
}

func TestNotAsWritten(t *testing.T) {
	s := load(t, "//line other.y:1\npackage p\n\nfunc f() { println() }\n")
	if NewBatch(s.pass).Editor(s.file.Package) != nil {
		t.Error("a file that was made of another can be edited")
	}
	s = load(t, "package p\n\nfunc f() { println() }\n")
	s.pass.ReadFile = func(string) ([]byte, error) { return []byte("package p\n"), nil }
	if NewBatch(s.pass).Editor(s.file.Package) != nil {
		t.Error("a file that has changed since can be edited")
	}
}
