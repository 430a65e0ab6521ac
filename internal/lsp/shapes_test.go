// The race detector makes a program ten times slower: no bound of time would mean anything.
//go:build !race

package lsp_test

import (
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"
)

// TestShapes opens files that nobody would write, and makes an edit, in bounds of time: six times what the slowest took.
func TestShapes(t *testing.T) {
	const head = "package p\n\nimport (\n\t\"context\"\n\n\t\"github.com/aws/aws-sdk-go-v2/service/sqs\"\n)\n\n"
	const discard = "client.SendMessage(ctx, nil)"
	for name, test := range map[string]struct {
		body  string
		found int
	}{
		"blocks":                 {strings.Repeat("{", 30000) + discard + strings.Repeat("}", 30000), 1},
		"closures that discard":  {"return " + strings.Repeat("func() error {\n"+discard+"\nreturn ", 300) + "nil" + strings.Repeat("\n}()", 300), 300},
		"discards with comments": {strings.Repeat("\t"+discard+" // send\n", 1000), 1000},
	} {
		t.Run(name, func(t *testing.T) {
			text := head + "func f(ctx context.Context, client *sqs.Client) error {\n" + test.body + "\n\treturn nil\n}\n"
			dir := newModule(t, txtar.Parse([]byte("-- go.mod --\nmodule example.com/shapes\n-- p/p.go --\n"+text)))
			c := start(t, dir)
			c.initialize()
			for edit := range 2 {
				c.open("p/p.go", text+strings.Repeat("// edited\n", edit))
				if got := strings.Fields(c.published("p/p.go").codes()); len(got) != test.found {
					t.Errorf("%d findings, want %d", len(got), test.found)
				}
			}
			if code := c.end(); code != 0 {
				t.Errorf("exit code %d", code)
			}
			cpu := c.cmd.ProcessState.UserTime() + c.cmd.ProcessState.SystemTime()
			t.Log(cpu)
			if cpu > 30*time.Second {
				t.Errorf("it took %v", cpu)
			}
		})
	}
}
