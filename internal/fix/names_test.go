package fix

import (
	"go/ast"
	"go/token"
	"go/types"
	"testing"
)

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

func TestBeside(t *testing.T) {
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
		got, ok := e.beside(&Function{Body: &ast.BlockStmt{}, Sig: fn.Signature()}, last.Pos())
		if ok != (test.want != "") || got != test.want {
			t.Errorf("beside for %s = %q, %v, want %q", test.result, got, ok, test.want)
		}
	}
}

// TestBesideForeign has types that come from other packages and need an import, or
// cannot be named.
func TestBesideForeign(t *testing.T) {
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
		got, ok := e.beside(&Function{Body: &ast.BlockStmt{}, Sig: sig}, s.statement().Pos())
		if ok != (test.want != "") || got != test.want {
			t.Errorf("beside for %s = %q, %v, want %q", v, got, ok, test.want)
		}
		if _, ok := e.imports[test.imports]; ok != (test.imports != "") {
			t.Errorf("beside for %s imports %v, want %q", v, e.imports, test.imports)
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

// TestDeclareAbove asks for a name at the last call of a: fixes of other rules, which it does not
// see, declare variables at the statements above.
func TestDeclareAbove(t *testing.T) {
	for _, tt := range []struct{ typ, code, want string }{
		{"*NoSuchKey", `a()`, "noSuchKey"},
		{"*NoSuchKey", `if strings.Contains(err.Error(), "NoSuchKey") { return }; a()`, "noSuchKey2"},
		{"*NoSuchKey", `if _, ok := err.(*NoSuchKey); ok { return }; a()`, "noSuchKey2"},
		{"*NoSuchKey", `if errors.Is(err, &NoSuchKey{}) { return }; a()`, "noSuchKey2"},
		{"*NoSuchKey", `switch err.Error() { case "NoSuchKey": }; noSuchKey := 1; a(); _ = noSuchKey`, "noSuchKey3"},
		{"*NoSuchKey", `switch err.(type) { case *NoSuchKey: }; if err.Error() == "NoSuchKey" { }; a()`, "noSuchKey3"},
		{"*NoSuchKey", `switch { case err.Error() == "NoSuchKey": }; a()`, "noSuchKey2"},
		{"*NoSuchKey", `if strings.Contains(err.Error(), "the key does not exist") { return }; a()`, "noSuchKey2"},
		{"*NoSuchKey", `if strings.Contains(err.Error(), "Throttling") { return }; a()`, "noSuchKey"},
		{"*NoSuchKey", `if err != nil { if err.Error() == "NoSuchKey" { return } }; a()`, "noSuchKey"},
		{"*NoSuchKey", `if err.Error() == "NoSuchKey" { a() }`, "noSuchKey"},
		{"*NoSuchKey", `text := err.Error(); _ = text; a()`, "noSuchKey"},
		{"*NoSuchKey", `println("no key: ", err); err = errors.New("no such key"); a()`, "noSuchKey"},
		{"NoSuchKey", `if strings.Contains(err.Error(), "Throttling") { return }; a()`, "noSuchKey2"},
	} {
		s := load(t, "package p\n\nimport (\n\t\"errors\"\n\t\"strings\"\n)\n\ntype NoSuchKey struct{}\n\nfunc (*NoSuchKey) Error() string\n\nfunc a() error\n\nfunc f(err error) {\n"+tt.code+"\n}\n")
		s.pass.TypesInfo.FileVersions = map[*ast.File]string{s.file: "go1.25"}
		calls := s.calls()
		e := NewBatch(s.pass).Editor(s.file.Package)
		if got, ok := e.DeclareAbove(calls[len(calls)-1], "noSuchKey", tt.typ); !ok || got != tt.want {
			t.Errorf("%s: %q, %t, want %q", tt.code, got, ok, tt.want)
		}
	}
}

// TestDeclareAboveHeader does so where Go has errors.AsType, and so variables in headers.
func TestDeclareAboveHeader(t *testing.T) {
	for code, want := range map[string]string{
		`if err.Error() == "NoSuchKey" { return }; a()`:                  "noSuchKey",
		`if err != nil && err.Error() == "NoSuchKey" { return }; a()`:    "noSuchKey",
		`if _, ok := err.(*NoSuchKey); ok { return }; a()`:               "noSuchKey",
		`if a() == nil || err.Error() == "NoSuchKey" { return }; a()`:    "noSuchKey2",
		`if len("x") == 1 && err.Error() == "NoSuchKey" { return }; a()`: "noSuchKey2",
		`switch err.(type) { case *NoSuchKey: }; a()`:                    "noSuchKey2",
	} {
		s := load(t, "package p\n\ntype NoSuchKey struct{}\n\nfunc (*NoSuchKey) Error() string\n\nfunc a() error\n\nfunc f(err error) {\n"+code+"\n}\n")
		calls := s.calls()
		e := NewBatch(s.pass).Editor(s.file.Package)
		if got, ok := e.DeclareAbove(calls[len(calls)-1], "noSuchKey", "*NoSuchKey"); !ok || got != want {
			t.Errorf("%s: %q, %t, want %q", code, got, ok, want)
		}
	}
}
