package fix

import (
	"go/ast"
	"go/format"
	"strings"
	"testing"
)

func TestInsert(t *testing.T) {
	for _, test := range []struct {
		name string
		body string
		edit func(e *Editor, stmt ast.Stmt)
		want string // "" for no fix
	}{
		{"before", "x()", func(e *Editor, s ast.Stmt) { e.InsertBefore(s, "a()\nb()") }, "a()\n\tb()\n\tx()"},
		{"before, below a comment", "// x\n\tx()", func(e *Editor, s ast.Stmt) { e.InsertBefore(s, "a()") }, "// x\n\ta()\n\tx()"},
		{"above a comment", "// x\n\tx()", func(e *Editor, s ast.Stmt) { e.InsertAbove(s, "a()") }, "a()\n\t// x\n\tx()"},
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
