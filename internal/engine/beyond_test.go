package engine

import (
	"strings"
	"testing"
)

// TestBeyond edits packages that no pattern matches, of which the one that is asked for needs facts.
func TestBeyond(t *testing.T) {
	p := newProgram(t, carts)
	p.load.Patterns = []string{"./high"}
	const cut = `"create cart: %v"`
	for _, step := range []struct {
		name  string
		edit  func()
		want  string
		found bool // something in high
	}{
		{"at first", func() {}, analyzed(3, 3), true},
		{"body", func() { p.edit("low/low.go", "return nil", "in = nil\n\treturn nil") }, analyzed(1, 3), true},
		{"facts", func() { p.edit("low/low.go", `"create cart: %w"`, cut) }, analyzed(3, 3), false},
		{"facts again", func() { p.edit("low/low.go", cut, `"create cart: %w"`) }, analyzed(2, 3), true},
		{"a package that nothing imports", func() { p.edit("other/other.go", "nil", "(nil)") }, nothingChanged, true},
		{"error in a body", func() { p.write("mid/broken.go", "package mid\n\nfunc f() { nothing() }\n") }, analyzed(2, 3), true},
		{"another edit", func() { p.edit("high/high.go", "err == nil", "nil == err") }, analyzed(2, 3), true},
		{"error in a type", func() { p.write("mid/broken.go", "package mid\n\ntype T nothing\n") }, analyzed(2, 3), false},
		{"missing package", func() { p.write("mid/broken.go", "package mid\n\nimport _ \"example.com/none\"\n") }, analyzed(2, 3), false},
		{"mended", func() { p.remove("mid/broken.go") }, analyzed(1, 3), true},
	} {
		step.edit()
		got := p.want(step.want)
		if strings.Contains(got, "high.go") != step.found || strings.Contains(got, "mid.go") || strings.Contains(got, "\n{Package:") {
			t.Fatalf("after %s:\n%s", step.name, got)
		}
		if step.name != "missing package" { // which may be there in the next run
			p.want(nothingChanged)
		}
	}

	p.load.Patterns = []string{"./..."}
	if got := p.want(analyzed(1, 4)); !strings.Contains(got, "mid.go") { // other was never analyzed
		t.Errorf("nothing is found in mid.go:\n%s", got)
	}
}
