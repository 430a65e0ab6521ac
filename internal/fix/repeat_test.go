package fix

import (
	"go/ast"
	"testing"
)

func TestRepeatable(t *testing.T) {
	for expr, want := range map[string]bool{
		`404`:                       true,
		`n`:                         true,
		`n + 1`:                     true,
		`list[n]`:                   true,
		`int(list[n])`:              true,
		`s.n`:                       true,
		`*s.p`:                      true,
		`-n`:                        true,
		`next()`:                    false,
		`int(next())`:               false,
		`list[next()]`:              false,
		`<-ch`:                      false,
		`(<-ch) + 1`:                false,
		`func() int { return n }()`: false,
	} {
		s := load(t, "package p\n\nfunc next() int\n\nfunc f(n int, list []int, s struct { n int; p *int }, ch chan int) int {\n\treturn "+expr+"\n}\n")
		if got := Repeatable(s.pass.TypesInfo, s.statement().(*ast.ReturnStmt).Results[0]); got != want {
			t.Errorf("%s: %t, want %t", expr, got, want)
		}
	}
}

func TestQuote(t *testing.T) {
	for s, want := range map[string]string{
		`{"a":1}`:   "`{\"a\":1}`",
		"{\n\t1\n}": "`{\n\t1\n}`",
		"a `b`":     "\"a `b`\"",
		"a\r\nb":    `"a\r\nb"`,
		"a\n\x00":   `"a\n\x00"`,
		"a\n\xff":   `"a\n\xff"`,
	} {
		if got := Quote(s); got != want {
			t.Errorf("Quote(%q) = %s, want %s", s, got, want)
		}
	}
}
