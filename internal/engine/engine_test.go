package engine

import (
	"os"
	"strings"
	"testing"
	"time"
)

// TestEdits edits a program again and again, and checks that the result is that of a run without a
// cache, and which packages were analyzed for it.
func TestEdits(t *testing.T) {
	p := newProgram(t, carts)
	const cut = `"create cart: %v"`
	first := p.want(analyzed(4, 4))
	for _, rule := range []string{"mid.go", "high.go", "other.go"} {
		if !strings.Contains(first, rule) {
			t.Fatalf("nothing is found in %s:\n%s", rule, first)
		}
	}
	p.want(nothingChanged)

	low := p.read("low/low.go")
	for _, step := range []struct {
		name string
		edit func()
		want string
	}{
		{"body", func() { p.edit("low/low.go", "return nil", "in = nil\n\treturn nil") }, analyzed(1, 4)},
		{"comment", func() { p.edit("low/low.go", "type Store", "// A Store is a table.\ntype Store") }, analyzed(1, 4)},
		{"lines of another package", func() { p.edit("mid/mid.go", "package mid\n", "package mid\n\n\n") }, analyzed(1, 4)},
		{"signature", func() { p.edit("low/low.go", "type Store struct{", "type Store struct{ Name string;") }, analyzed(3, 4)},
		{"facts", func() { p.edit("low/low.go", `"create cart: %w"`, cut) }, analyzed(3, 4)},
		{"facts again", func() { p.edit("low/low.go", cut, `"create cart: %w"`) }, analyzed(2, 4)}, // low is known
		{"all at once", func() {
			p.edit("low/low.go", `"create cart: %w"`, cut+", in")
			p.edit("mid/mid.go", "ConditionalCheck", "XConditionalCheck")
			p.edit("high/high.go", "InternalServerError", "Throttling")
			p.edit("other/other.go", "client.DeleteMessage(ctx, nil)", "_, _ = client.DeleteMessage(ctx, nil)")
		}, analyzed(4, 4)},
		{"low as at first", func() { p.write("low/low.go", low) }, analyzed(2, 4)},
		{"a new file", func() { p.write("other/new.go", "package other\n\nfunc New() {}\n") }, analyzed(1, 4)},
		{"a new file with declarations for others", func() { p.write("low/new.go", "package low\n\nfunc New() {}\n") }, analyzed(3, 4)},
		{"a file less", func() { p.remove("other/new.go") }, analyzed(0, 4)}, // it was so before
		{"a file renamed", func() { p.rename("low/new.go", "low/old.go") }, analyzed(1, 4)},
		{"a file that this build does not have", func() { p.write("low/x_plan9.go", "package low\n\nfunc Plan9() {}\n") }, analyzed(0, 4)},
		{"a package that does not matter", func() { p.edit("plain/plain.go", "1", "2") }, analyzed(0, 4)},
		{"a package that now matters", func() {
			p.edit("plain/plain.go", "func F", "import _ \"github.com/aws/aws-sdk-go-v2/service/sqs\"\n\nfunc F")
		}, analyzed(1, 5)},
		{"a new folder", func() { p.write("new/mid.go", strings.Replace(p.read("mid/mid.go"), "package mid", "package new", 1)) }, analyzed(1, 6)},
		{"a folder less", func() { p.remove("new") }, analyzed(0, 5)},
		{"a folder that is no package", func() { p.write("docs/x.txt", "") }, analyzed(0, 5)},
		{"a nested module", func() { p.write("plain/go.mod", "module example.com/plain\n") }, analyzed(0, 4)},
		{"go.mod", func() { p.write("go.mod", p.read("go.mod")+"\n// A comment.\n") }, analyzed(4, 4)},
		{"a tag", func() { p.load.BuildTags = "x" }, analyzed(4, 4)},
		{"no tag", func() { p.load.BuildTags = "" }, nothingChanged},
		{"a rule less", func() { p.args = "-discarded=false" }, analyzed(4, 4)},
		{"an option", func() { p.args = "-may-lose=sqs.*" }, analyzed(4, 4)},
		{"a severity", func() { p.args = "-discarded.severity=info" }, analyzed(4, 4)},
		{"with tests", func() { p.args = "-tests" }, analyzed(4, 4)},
		{"as before", func() { p.args = "" }, nothingChanged},
		{"part of the packages", func() { p.load.Patterns = []string{"./mid", "./high"} }, analyzed(0, 3)},
		{"the environment", func() { p.load.Patterns, p.load.Env = []string{"./..."}, append(p.load.Env, "GOFLAGS=-tags=y") }, analyzed(4, 4)},
	} {
		step.edit()
		p.want(step.want)
		p.want(nothingChanged)
		if t.Failed() {
			t.Fatalf("after: %s", step.name)
		}
	}
}

// TestTimes checks that files are compared by more than size and modification time, and that times
// alone do not make a package new.
func TestTimes(t *testing.T) {
	p := newProgram(t, carts)
	p.want(analyzed(4, 4))

	info, err := os.Stat(p.file("low/low.go"))
	if err != nil {
		t.Fatal(err)
	}
	p.edit("low/low.go", "cart: %w", "cart: %v")
	if err := os.Chtimes(p.file("low/low.go"), info.ModTime(), info.ModTime()); err != nil {
		t.Fatal(err)
	}
	p.want(analyzed(3, 4))

	later := time.Now().Add(-time.Hour)
	for _, name := range []string{"low/low.go", "mid/mid.go", "high/high.go", "other/other.go", "plain/plain.go", "go.mod"} {
		if err := os.Chtimes(p.file(name), later, later); err != nil {
			t.Fatal(err)
		}
	}
	p.want(analyzed(0, 4))
	p.want(nothingChanged)
}

// TestJustChanged checks that a run right after an edit, before the clock of the file system moves
// on, does not make a later edit go unnoticed.
func TestJustChanged(t *testing.T) {
	p := newProgram(t, carts)
	for i := range 20 {
		p.edit("low/low.go", "cart: %w", "cart: %v")
		cut, _ := p.run()
		p.edit("low/low.go", "cart: %v", "cart: %w")
		whole, _ := p.run()
		if strings.Contains(cut, "mid.go") || !strings.Contains(whole, "mid.go") {
			t.Fatalf("round %d: with %%v\n%s\nwith %%w\n%s", i, cut, whole)
		}
	}
}
