package edit

import (
	"strings"
	"testing"
)

// TestOrder checks that what others need comes first, and goes last.
func TestOrder(t *testing.T) {
	change := func(name, old, fixed string) Change {
		return Change{Name: name, Old: []byte("package p\n" + old), Fixed: []byte("package p\n" + fixed)}
	}
	var names []string
	for _, ch := range Order([]Change{
		change("body", "func f() { g() }", "func f() { h() }"),
		change("loses", "func g() {}; func f2() {}", "func f2() {}"),
		change("type", "", "type T struct{}"),
		change("var", "var a int", "var a, b int"),
		change("method", "func (*T[E]) M() {}", "func (*T[E]) M() {}\nfunc (*T[E]) N() {}"),
		change("both", "const c = 1", "const d = 1"),
		change("same method", "func (t T) M() {}", "func (t *T) M() {}"),
		change("no Go", "", "func"),
	}) {
		names = append(names, ch.Name)
	}
	if got, want := strings.Join(names, ", "), "type, var, method, both, body, same method, no Go, loses"; got != want {
		t.Errorf("order is %s, want %s", got, want)
	}
}
