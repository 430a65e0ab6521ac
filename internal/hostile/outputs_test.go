//go:build unix

package hostile

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/printable"
)

// hostileWord means something to terminals and services, wherever it is shown.
const hostileWord = "x\x1b[2J\x9b\u202e\u2066\u2028\r\n::error file=x::y\n##[error]z<script>alert(1)</script>]]>\"'"

// obeyed matches a line that GitHub or Azure Pipelines take for a command.
var obeyed = regexp.MustCompile(`(?m)^\s*(::|##\[|##vso\[)`)

// TestOutputs demands that nothing that is printed for people passes on what is hostile: arguments, settings, names, comments and
// what the go command, git and the type checker say of them.
func TestOutputs(t *testing.T) {
	files := tree{"plain/f.go": "package p\n" + strings.ReplaceAll(hostileBody, "SECRET", "secret")}
	for _, name := range hostileNames {
		files["broken"+name+"/"+name+".go"] = "package p\nimport _ \"github.com/aws/aws-sdk-go-v2/service/sqs\"\nimport _ \"no\u202e.\u2066such/module\"\nfunc f() { return \u202e\x1b::error::x }\n"
	}
	files["typed/f.go"] = "package p\nimport _ \"github.com/aws/aws-sdk-go-v2/service/sqs\"\nvar _ int = `" + strings.ReplaceAll(hostileWord, "\r", "") + "`\nvar _ ű\u0085\n"
	dir := files.write(t)
	settings := tree{".awserrlint.yml": "exclude: [\"" + `\e[2J\u202e\n::error::x` + "\"]\n\"" + `\e[2J\u202e\n::error::x` + "\": true\n", "plain/f.go": files["plain/f.go"]}.write(t)
	t.Setenv("GOCACHE", goEnv(t, "GOCACHE")) // go vet would compile the standard library for the folder that run sets
	linter, err := exec.LookPath("awserrlint")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, dir string
		args      []string
	}{
		{"problems", dir, []string{"awserrlint", "-cache=off", "./..."}},
		{"tests", dir, []string{"awserrlint", "-cache=off", "-tests", "./..."}},
		{"pattern", dir, []string{"awserrlint", hostileWord}},
		{"folder", dir, []string{"awserrlint", "-C", hostileWord, "./..."}},
		{"flag", dir, []string{"awserrlint", "-" + hostileWord, "./..."}},
		{"value", dir, []string{"awserrlint", "-enable", hostileWord, "./..."}},
		{"format", dir, []string{"awserrlint", "-format", hostileWord, "./plain"}},
		{"file of a format", dir, []string{"awserrlint", "-format", "json:" + hostileWord + "/x", "./plain"}},
		{"baseline", dir, []string{"awserrlint", "-baseline", hostileWord, "./plain"}},
		{"build tags", dir, []string{"awserrlint", "-tags", hostileWord, "./plain"}},
		{"revision", dir, []string{"awserrlint", "-new-from-rev", hostileWord, "./plain"}},
		{"settings", settings, []string{"awserrlint", "-cache=off", "./..."}},
		{"settings that hold", settings, []string{"awserrlint", "config"}},
		{"page", dir, []string{"awserrlint", "help", hostileWord}},
		{"errors", dir, []string{"awserrlint", "errors", hostileWord}},
		{"errors of an operation", dir, []string{"awserrlint", "errors", "sqs." + hostileWord}},
		{"errors with a code", dir, []string{"awserrlint", "errors", "-code", hostileWord}},
		{"errors of a version", dir, []string{"awserrlint", "errors", "diff", "sqs@" + hostileWord, hostileWord}},
		{"upgrade", dir, []string{"awserrlint", "upgrade", hostileWord}},
		{"go vet", dir, []string{"go", "vet", "-vettool=" + linter, "./plain"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := run(t, test.dir, test.args[0], test.args[1:]...)
			for _, out := range []string{r.stdout, r.stderr} {
				if printable.Lines(out) != out || obeyed.MatchString(out) {
					t.Errorf("a terminal or a service would obey it: %q", out)
				}
			}
			if r.stdout+r.stderr == "" {
				t.Error("it says nothing")
			}
		})
	}
	t.Run("go vet in JSON", func(t *testing.T) {
		r := run(t, dir, "go", "vet", "-json", "-vettool="+linter, "./plain")
		var text []string
		for line := range strings.Lines(r.stdout + r.stderr) {
			if !strings.HasPrefix(line, "#") {
				text = append(text, line)
			}
		}
		var tree map[string]map[string][]struct{ Posn, Message string }
		if err := json.Unmarshal([]byte(strings.Join(text, "")), &tree); err != nil || len(tree["example.com/hostile/plain"]["discarded"]) == 0 {
			t.Errorf("%v: %.1000q", err, text)
		}
	})
}

// TestPatches demands that git can apply what -diff prints, whatever the names of files, and that no name does harm in it.
func TestPatches(t *testing.T) {
	files := make(tree)
	for _, name := range append(hostileNames, "tab\tx", "bidi\u2066x", "separator\u2028x") {
		files[name+"/"+name+".go"] = "package p\n\nimport (\n\t\"context\"\n\n\t\"github.com/aws/aws-sdk-go-v2/service/sqs\"\n)\n\nfunc F(ctx context.Context, c *sqs.Client) error {\n\tc.SendMessage(ctx, nil)\n\treturn nil\n}\n"
	}
	dir := files.write(t)
	r := run(t, dir, "awserrlint", "-cache=off", "-diff", "./...")
	if printable.Lines(r.stdout) != r.stdout || obeyed.MatchString(r.stdout) {
		t.Errorf("a terminal or a service would obey it: %.2000q", r.stdout)
	}
	patch := filepath.Join(t.TempDir(), "patch")
	if err := os.WriteFile(patch, []byte(r.stdout), 0o666); err != nil {
		t.Fatal(err)
	}
	if applied := run(t, dir, "git", "apply", patch); applied.code != 0 {
		t.Fatalf("%s", applied.stderr)
	}
	for name := range files {
		text, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil || !strings.Contains(string(text), "if _, err := ") {
			t.Errorf("%q is not fixed: %v", name, err)
		}
	}
}
