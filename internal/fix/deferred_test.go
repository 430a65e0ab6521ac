package fix

import (
	"go/ast"
	"strings"
	"testing"

	"golang.org/x/tools/go/ast/inspector"
)

// TestJoinDeferred asks whether the error of a deferred call can be joined to the result of f, and how.
func TestJoinDeferred(t *testing.T) {
	const joined = `defer func() {
		if deferErr := a(); deferErr != nil {
			err = errors.Join(err, fmt.Errorf("s3 PutObject: %w", deferErr))
		}
	}()`
	for body, call := range map[string]string{
		"defer a()":                                  "a()",
		"defer two()":                                "_, deferErr := two()",
		"defer a(p)\n\tprintln(p)":                   "a(p)",
		"defer a(\n\t\tp,\n\t)":                      "a(\n\t\t\tp,\n\t\t)",
		"defer a(&p)":                                "a(&p)",
		"defer a(func() { p = 2 })":                  "a(func() { p = 2 })", // a closure sees what p is in the end anyway
		"defer a(p)\n\tp = 2":                        "",                    // the closure would see 2
		"defer a(p)\n\tp++":                          "",
		"defer a(p)\n\tq(&p)":                        "",
		"p = 2\n\tdefer a(p)":                        "a(p)",
		"for {\n\t\tdefer a(p)\n\t}":                 "",
		"defer a(q(p))":                              "", // q would run later
		"defer a(list[0])":                           "",
		"defer a(*ptr)":                              "",
		"defer a(err)":                               "", // the result
		"defer a(<-ch)":                              "",
		"defer a(s.x)\n\ts.x = 2":                    "",
		"defer a(s.x)\n\ts.y = 2":                    "a(s.x)",
		"if err := 1; err > 0 {\n\t\tdefer a()\n\t}": "", // hides the result
		"defer a(p)\n\tfor p = range list {\n\t}":    "",
		"defer func() error {\n\t\tp = 2\n\t\treturn nil\n\t}()": "",
	} {
		text := func(body string) string {
			return `package p

import (
	"errors"
	"fmt"
)

func a(...any) error

func two() (int, error)

func q(...any) int

func f(p int, list []int, ptr *int, ch chan int, s struct{ x, y int }) (n int, err error) {
	` + body + `
	panic(fmt.Sprint(errors.ErrUnsupported))
}
`
		}
		s := load(t, text(body))
		var cur inspector.Cursor
		for c := range inspector.New([]*ast.File{s.file}).Root().Preorder((*ast.DeferStmt)(nil)) {
			cur = c
		}
		stmt := cur.Node().(*ast.DeferStmt)
		e := NewBatch(s.pass).Editor(stmt.Pos())
		before := e.Source(stmt)
		e.JoinDeferred(stmt, FunctionOf(s.pass.TypesInfo, cur), "s3 PutObject")
		want := ""
		if call != "" {
			init := call
			if !strings.Contains(call, ":=") {
				init = "deferErr := " + call
			}
			want = text(strings.Replace(body, before, strings.Replace(joined, "deferErr := a()", init, 1), 1))
		}
		if got := s.fixed(e); got != want {
			t.Errorf("%s:\n%s\nwant:\n%s", body, got, want)
		}
	}
}
