package fix

import (
	"go/ast"
	"testing"
)

// TestSwap swaps the first two statements of f.
func TestSwap(t *testing.T) {
	for before, want := range map[string]string{
		"g(x)\n\tif y {\n\t\treturn\n\t}":                         "if y {\n\t\treturn\n\t}\n\tg(x)",
		"// Use x.\n\tg(x) // it is set\n\n\t// Check y.\n\tg(y)": "// Check y.\n\tg(y)\n\n\t// Use x.\n\tg(x) // it is set",
		"z := x\n\tif y {\n\t\tg(z)\n\t}":                         "", // declares z
		"y = x\n\tif y {\n\t\tg(x)\n\t}":                          "", // changes y
		"var z bool\n\tg(z)":                                      "",
		"g(x)\n\n\t// Whose comment is this?\n\n\tg(y)":           "",
	} {
		text := func(body string) string {
			return "package p\n\nfunc g(bool)\n\nfunc f(x, y bool) {\n\t" + body + "\n}\n"
		}
		s := load(t, text(before))
		e := NewBatch(s.pass).Editor(s.file.Package)
		list := s.file.Decls[1].(*ast.FuncDecl).Body.List
		e.Swap(list[0], list[1])
		if want != "" {
			want = text(want)
		}
		if got := s.fixed(e); got != want {
			t.Errorf("%s:\n%s", before, got)
		}
	}
}
