package load

import (
	"go/ast"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/analysis/passes/buildssa"
)

// A brokenTest is a program of which only a part can be analyzed. The package a of user is a part
// of it.
type brokenTest struct {
	name     string
	files    string
	problems []string // with positions below the module
	bodies   string   // functions that keep their bodies
}

// TestBroken checks that nothing is compiled for a program with errors; these are reported, and
// functions that have nothing to do with them keep their bodies.
func TestBroken(t *testing.T) {
	for _, test := range []brokenTest{
		{
			name: "type error",
			files: `
-- a/b.go --
package a

var X int = ""

func Good() int { return len(*S) }

func Bad() { Good(1) }
`,
			problems: []string{
				`a/b.go:3:13: cannot use "" (untyped string constant) as int value in variable declaration`,
				"a/b.go:7:19: too many arguments in call to Good",
			},
			bodies: "Good",
		},
		{
			name: "soft error",
			files: `
-- a/b.go --
package a

func Good() { x := 1 }
`,
			problems: []string{"a/b.go:3:15: declared and not used: x"},
			bodies:   "Good",
		},
		{
			name: "type error in an import that is not analyzed",
			files: `
-- a/b.go --
package a

import "example.com/m/b"

func Good(t b.T) {}

func Bad(t b.T) { t.None.None() }

func BadValue() { _ = b.V.X }

func BadLiteral() { _ = b.T{1, 2} }

func BadResult() (t b.U) { return }
-- b/b.go --
package b

type T struct {
	Int  int
	None none
}

var V = none

type U none
`,
			problems: []string{"b/b.go:5:7: undefined: none", "b/b.go:8:9: undefined: none", "b/b.go:10:8: undefined: none"},
			bodies:   "Good",
		},
		{
			name: "error in an analyzed package that another imports",
			files: `
-- a/b.go --
package a

func Good() T { return T{} }

type T struct{}

func Lost() none { return 0 }
-- b/b.go --
package b

import "example.com/m/a"
import _ "github.com/aws/aws-sdk-go-v2/aws"

func GoodB() a.T { return a.Good() }

func BadB() { a.Lost() }
`,
			problems: []string{"a/b.go:7:13: undefined: none"},
			bodies:   "Good GoodB",
		},
		{
			name: "syntax error",
			files: `
-- a/b.go --
package a

func Good() {}

func Bad() {
	x = = 1
	none()
}
`,
			problems: []string{"a/b.go:6:6: expected operand, found '='"},
			bodies:   "Good",
		},
		{
			name: "syntax error in an import",
			files: `
-- a/b.go --
package a

import "example.com/m/b"

func Good() int { return b.F() }

func AlsoGood() int { return b.G() }
-- b/b.go --
package b

func F() int { return 0 }

func G(]) int { return 0 }
`,
			problems: []string{"b/b.go:5:8: expected ')', found ']'"},
			bodies:   "AlsoGood Good",
		},
		{
			name: "import clauses",
			files: `
-- a/b.go --
package a

import 1

func None() {}
-- a/c.go --
package a

func Good() {}

func Bad() { None() }
`,
			problems: []string{"a/b.go:3:8: import path must be a string"},
			bodies:   "Good",
		},
		{
			name:     "build constraint",
			files:    "-- a/b.go --\n//go:build (\n\npackage a\n",
			problems: []string{"a/b.go: has a build constraint that cannot be read"},
		},
		{
			name:     "two packages",
			files:    "-- a/b.go --\npackage b\n-- c/c.go --\npackage c\n\nimport _ \"github.com/aws/aws-sdk-go-v2/aws\"\n\nfunc Good() {}\n",
			problems: []string{"a: found packages a (a.go) and b (b.go) in one folder"},
			bodies:   "Good",
		},
	} {
		t.Run(test.name, test.run)
	}
}

func (test *brokenTest) run(t *testing.T) {

	t.Parallel()
	dir := writeTree(t, fakeSDK, user, test.files)
	res, err := fromSource(t, Config{Dir: dir, Patterns: []string{"./..."}, Env: append(os.Environ(), "CGO_ENABLED=1", "PATH="+onlyGo(t))})
	if err != nil {
		t.Fatal(err)
	}
	var problems []string
	for _, p := range res.Problems {
		pos := strings.TrimPrefix(filepath.ToSlash(p.Pos), filepath.ToSlash(dir)+"/")
		problems = append(problems, pos+": "+strings.ReplaceAll(p.Message, dir, "$DIR"))
	}
	if !slices.Equal(problems, test.problems) {
		t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(problems, "\n\t"), strings.Join(test.problems, "\n\t"))
	}
	var bodies []string
	for _, pkg := range res.Packages {
		checkComplete(t, pkg)
		for _, f := range pkg.Syntax {
			for _, decl := range f.Decls {
				if fn, ok := decl.(*ast.FuncDecl); ok && fn.Body != nil {
					bodies = append(bodies, fn.Name.Name)
				}
			}
		}
	}
	slices.Sort(bodies)
	if got := strings.Join(bodies, " "); got != test.bodies {
		t.Errorf("bodies of %s, want %s", got, test.bodies)
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{buildssa.Analyzer}, res.Packages, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, act := range graph.Roots {
		if act.Err != nil {
			t.Errorf("%s: %v", act, act.Err)
		}
	}
}

// onlyGo returns a folder for PATH that has the go command, and no C compiler.
func onlyGo(t *testing.T) string {
	t.Helper()
	gocmd, err := exec.LookPath("go")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.Symlink(gocmd, filepath.Join(dir, "go")); err != nil {
		t.Fatal(err)
	}
	return dir
}
