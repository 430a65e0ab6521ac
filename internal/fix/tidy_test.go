package fix

import (
	"go/ast"
	"strings"
	"testing"
)

// TestBlend edits files that are not as gofmt would make them. What fixes add is, but for the indentation of the file.
func TestBlend(t *testing.T) {
	check := func(e *Editor, s ast.Stmt) {
		e.InsertAfter(s, "if x() {\n\tm := map[string]int{\n\t\t\"a\": f(1 + 2),\n\t\t\"long\": 2,\n\t}\n}")
	}
	call := func(e *Editor, s ast.Stmt) { e.Replace(s, e.Import("fmt", "fmt", s.Pos())+".Println()") }
	const unformatted = "var  a = 1\n\n"
	for _, test := range []struct {
		name, src string
		edit      func(e *Editor, stmt ast.Stmt)
		want      string
	}{
		{
			"tabs", "package p\n\n" + unformatted + "func f() {\n\tx( )\n\n\n}\n", check,
			"package p\n\n" + unformatted + "func f() {\n\tx( )\n\tif x() {\n\t\tm := map[string]int{\n\t\t\t\"a\":    f(1 + 2),\n\t\t\t\"long\": 2,\n\t\t}\n\t}\n\n\n}\n",
		},
		{
			"spaces", "package p\n\nfunc f() {\n    x()\n}\n", check,
			"package p\n\nfunc f() {\n    x()\n    if x() {\n        m := map[string]int{\n            \"a\":    f(1 + 2),\n            \"long\": 2,\n        }\n    }\n}\n",
		},
		{
			"spaces and a comment", "package p\n\n/*\n * f\n */\nfunc f() {\n  x()\n}\n", check,
			"package p\n\n/*\n * f\n */\nfunc f() {\n  x()\n  if x() {\n    m := map[string]int{\n      \"a\":    f(1 + 2),\n      \"long\": 2,\n    }\n  }\n}\n",
		},
		{
			"import among spaces", "package p\n\nimport (\n    \"log\"\n)\n\nfunc f() {\n    x()\n}\n", call,
			"package p\n\nimport (\n    \"fmt\"\n    \"log\"\n)\n\nfunc f() {\n    fmt.Println()\n}\n",
		},
		{
			"lines that gofmt splits", "package p\n\nfunc f() {\n\tx(); x()\n}\n", func(e *Editor, s ast.Stmt) { e.Replace(s, "x( )") },
			"package p\n\nfunc f() {\n\tx( ); x()\n}\n",
		},
		{
			"lines elsewhere that gofmt splits", "package p\n\nfunc g() { x(); x()\n}\n\nfunc f() {\n\tx()\n}\n", func(e *Editor, s ast.Stmt) { e.Replace(s, "x( )") },
			"package p\n\nfunc g() { x(); x()\n}\n\nfunc f() {\n\tx()\n}\n",
		},
		{
			"CRLF", strings.ReplaceAll("package p\n\nfunc f() {\n\tx()\n}\n", "\n", "\r\n"), func(e *Editor, s ast.Stmt) { e.InsertAfter(s, "y( )") },
			strings.ReplaceAll("package p\n\nfunc f() {\n\tx()\n\ty()\n}\n", "\n", "\r\n"),
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := load(t, test.src)
			e := NewBatch(s.pass).Editor(s.file.Package)
			test.edit(e, s.statement())
			if got := s.fixed(e); got != test.want {
				t.Errorf("got:\n%s\nwant:\n%s", got, test.want)
			}
		})
	}
}
