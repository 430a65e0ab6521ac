//go:build unix

package hostile

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// imports is a file of a package that imports others, and has an error of each in the error of its Send.
func imports(name string, paths ...string) string {
	var list, calls strings.Builder
	for i, path := range paths {
		fmt.Fprintf(&list, "import p%d %q\n", i, "example.com/hostile/"+path)
		fmt.Fprintf(&calls, "\tif err := p%d.Send(ctx, c); err != nil {\n\t\treturn err\n\t}\n", i)
	}
	return "package " + name + "\n\nimport \"context\"\nimport \"github.com/aws/aws-sdk-go-v2/service/sqs\"\n" + list.String() +
		"\nfunc Send(ctx context.Context, c *sqs.Client) error {\n" + calls.String() + "\t_, err := c.SendMessage(ctx, &sqs.SendMessageInput{})\n\treturn err\n}\n"
}

// TestPackages demands that every module is analyzed in time and in bounds of memory, and that what is wrong with
// its packages keeps no other package from being analyzed.
func TestPackages(t *testing.T) {
	const many = 5000
	chain, fan, ring := make(tree), make(tree), make(tree)
	var leaves []string
	for i := range many {
		leaf := fmt.Sprintf("p%d", i)
		leaves = append(leaves, leaf)
		fan[leaf+"/p.go"] = imports("p")
		ring[leaf+"/p.go"] = imports("p", fmt.Sprintf("p%d", (i+1)%many))
		chain[leaf+"/p.go"] = imports("p", fmt.Sprintf("p%d", i+1))
	}
	chain[leaves[many-1]+"/p.go"] = imports("p")
	fan["all/all.go"] = imports("all", leaves...)

	for name, test := range map[string]struct {
		files tree
		want  string // on standard error, "" if nothing is wrong
	}{
		"chain":                    {chain, ""},
		"fan":                      {fan, ""},
		"two packages in a folder": {tree{"a/a.go": imports("a"), "a/b.go": imports("b")}, "found packages a "},
		"import cycle":             {tree{"a/a.go": imports("a", "b"), "b/b.go": imports("b", "c"), "c/c.go": imports("c", "a")}, "c/c.go:5:11: package example.com/hostile/a cannot be had: import cycle: example.com/hostile/a imports example.com/hostile/b imports example.com/hostile/c imports example.com/hostile/a\n"},
		"import of itself":         {tree{"a/a.go": imports("a", "a")}, "a/a.go:5:11: package example.com/hostile/a cannot be had: import cycle: example.com/hostile/a imports example.com/hostile/a\n"},
		"import ring":              {ring, "import cycle: example.com/hostile/p0 imports "},
		"program that is imported": {tree{"a/a.go": imports("a", "b"), "b/b.go": imports("main")}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			test.files["fault/fault.go"] = fault
			compiled := filepath.Join(t.TempDir(), "compiled")
			t.Setenv("GOCACHE", compiled)
			r := run(t, test.files.write(t), "awserrlint", "-cache=off", "./...")
			t.Log(r)
			if !strings.Contains(r.stdout, "fault/fault.go:10:2: ") {
				t.Errorf("the fault beside it is not found: %.500s", r.stderr)
			}
			if !strings.Contains(r.stderr, test.want) || (r.code == 2) != (test.want != "") {
				t.Errorf("%v: %.2000s", r, r.stderr)
			}
			if packages, _ := filepath.Glob(filepath.Join(compiled, "*", "*-d")); len(packages) > 0 {
				t.Errorf("it compiles: %s", r.stderr)
			}
			if r.cpu > time.Minute || r.peak > 1500 { // a chain whose facts are copied from package to package takes 2200
				t.Errorf("it took too much: %v", r)
			}
		})
	}
}
