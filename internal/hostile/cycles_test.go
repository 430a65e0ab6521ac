//go:build unix

package hostile

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestCycles demands that an import cycle is told, once, wherever what is asked for depends on it, though no package of the cycle
// calls AWS, and that nothing is compiled to find it. Whether there is one, the go command says.
func TestCycles(t *testing.T) {
	file := func(name string, imports ...string) string {
		text := "package " + name + "\n\n"
		for _, path := range imports {
			text += "import _ \"example.com/hostile/" + path + "\"\n"
		}
		return text
	}
	dir := tree{
		"fault/fault.go": fault,
		"a/a.go":         file("a", "b"), "b/b.go": file("b", "c"), "c/c.go": file("c", "a"),
		"mid/mid.go": file("mid", "a"), "beside/beside.go": file("beside"),
		"top/top.go":      strings.Replace(fault, "package fault\n", file("top", "mid"), 1),
		"low/low.go":      file("low"),
		"high/high.go":    strings.Replace(fault, "package fault\n", file("high", "low"), 1),
		"low/low_test.go": file("low", "high"), "low/external_test.go": file("low_test", "high", "low"),
		"self/self.go": file("self"), "self/self_test.go": file("self", "self"),
		"left/left.go": file("left"), "left/left_test.go": file("left", "right"), "right/right.go": file("right"), "right/right_test.go": file("right", "left"),
	}.write(t)
	for _, args := range []string{
		"./top", "./mid", "./a", "./b", "./beside", "./fault", "./high", "./low", "-tests ./low", "-tests ./high", "-tests ./low ./high", "-tests ./self", "./self", "-tests ./left ./right", "./...", "-tests ./...",
	} {
		t.Run(args, func(t *testing.T) {
			cmd := exec.Command("go", append([]string{"list", "-deps"}, strings.Fields(strings.Replace(args, "-tests", "-test", 1))...)...)
			cmd.Dir = dir
			said, _ := cmd.CombinedOutput()
			cycle := strings.Contains(string(said), "import cycle not allowed")
			compiled := filepath.Join(t.TempDir(), "compiled")
			t.Setenv("GOCACHE", compiled)
			r := run(t, dir, "awserrlint", append([]string{"-cache=off"}, strings.Fields(args)...)...)
			if told := strings.Contains(r.stderr, "import cycle: "); told != cycle || (r.code == 2) != cycle {
				t.Errorf("%v: %s, but the go command says %.300s", r, r.stderr, said)
			}
			for _, called := range []string{"top", "high", "fault"} {
				if asked := strings.Contains(args, called) || strings.Contains(args, "..."); asked != strings.Contains(r.stdout, called+".go:") {
					t.Errorf("the fault of %s is found: %t", called, !asked)
				}
			}
			want := map[bool]int{true: 1}[cycle]
			if args == "-tests ./..." {
				want = 3 // those of low and of self, of which the go command says only one
			}
			if n := strings.Count(r.stderr, "import cycle: "); n != want {
				t.Errorf("%d cycles are told, want %d: %s", n, want, r.stderr)
			}
			if packages, _ := filepath.Glob(filepath.Join(compiled, "*", "*-d")); len(packages) > 0 {
				t.Errorf("it compiles: %s", r.stderr)
			}
		})
	}
}
