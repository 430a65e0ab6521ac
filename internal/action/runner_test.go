package action

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

type action struct {
	Inputs map[string]struct{ Default string }
	Runs   struct{ Steps []step }
}

type step struct {
	ID, If, Shell, Run, Uses string
	Env, With                map[string]string
}

// A runner runs the action in this repository.
type runner struct {
	t         *testing.T
	action    action
	code      string            // folder of the action
	workspace string            // folder where steps run
	temp      string            // folder of what steps make
	env       []string          // of all steps
	values    map[string]string // of expressions
	uploads   []string          // files that are uploaded to code scanning
}

func newRunner(t *testing.T, inputs map[string]string) *runner {
	t.Helper()
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(root, "action.yml"))
	if err != nil {
		t.Fatal(err)
	}
	r := &runner{t: t, code: root, workspace: root, temp: t.TempDir(), values: make(map[string]string)}
	if err := yaml.Unmarshal(data, &r.action); err != nil {
		t.Fatal(err)
	}
	r.values["runner.temp"] = r.temp
	for name, input := range r.action.Inputs {
		r.values["inputs."+name] = input.Default
	}
	for name, value := range inputs {
		if _, ok := r.action.Inputs[name]; !ok {
			t.Fatalf("action.yml has no input %q", name)
		}
		r.values["inputs."+name] = value
	}
	return r
}

// run runs the steps until one fails. It returns what they print and the exit code of the last one.
func (r *runner) run() (out string, code int) {
	for _, s := range r.action.Runs.Steps {
		if !r.holds(s.If) {
			continue
		}
		if s.Uses != "" {
			r.use(s)
			continue
		}
		text, err := r.step(s)
		out += text
		if exit, ok := errors.AsType[*exec.ExitError](err); ok {
			return out, exit.ExitCode()
		} else if err != nil {
			r.t.Fatal(err)
		}
	}
	return out, 0
}

// holds reports whether condition, of the form "name == 'value'", holds. An empty one does.
func (r *runner) holds(condition string) bool {
	if condition == "" {
		return true
	}
	name, value, ok := strings.Cut(condition, " == ")
	if !ok {
		r.t.Fatalf("action.yml has the condition %s, which is not understood here", condition)
	}
	return r.values[name] == strings.Trim(value, "'") // outputs that no step sets are empty
}

// use does in place of an action of others what it is asked for.
func (r *runner) use(s step) {
	if name, _, _ := strings.Cut(s.Uses, "@"); name != "github/codeql-action/upload-sarif" {
		r.t.Fatalf("action.yml uses %s, which is not known here", s.Uses)
	}
	r.uploads = append(r.uploads, r.expand(s.With["sarif_file"]))
}

// step runs a script, as the shell "bash" of a runner does.
func (r *runner) step(s step) (string, error) {
	if s.Shell != "bash" {
		r.t.Fatalf("action.yml runs a step by %q, which is not known here", s.Shell)
	}
	script, outputs := filepath.Join(r.temp, "script"), filepath.Join(r.temp, "output")
	for name, text := range map[string]string{script: s.Run, outputs: ""} {
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			return "", err
		}
	}
	cmd := exec.Command("bash", "--noprofile", "--norc", "-eo", "pipefail", script)
	cmd.Dir = r.workspace
	cmd.Env = append(os.Environ(), "RUNNER_TEMP="+r.temp, "GITHUB_ACTION_PATH="+r.code, "GITHUB_OUTPUT="+outputs)
	cmd.Env = append(cmd.Env, r.env...)
	for name, value := range s.Env {
		cmd.Env = append(cmd.Env, name+"="+r.expand(value))
	}
	text, err := cmd.CombinedOutput()
	data, readErr := os.ReadFile(outputs)
	for line := range strings.Lines(string(data)) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		r.values["steps."+s.ID+".outputs."+name] = value
	}
	return string(text), errors.Join(err, readErr)
}

var expression = regexp.MustCompile(`\$\{\{ (\S+) \}\}`)

// expand replaces the expressions in text.
func (r *runner) expand(text string) string {
	return expression.ReplaceAllStringFunc(text, func(e string) string {
		name := expression.FindStringSubmatch(e)[1]
		value, ok := r.values[name]
		if !ok {
			r.t.Errorf("action.yml uses %s, which is not known here", e)
		}
		return value
	})
}
