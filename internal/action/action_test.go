// Package action runs the scripts in action.yml as a runner of GitHub Actions would, except for the
// actions of others in it.
package action

import (
	"encoding/json"
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
	ID, Shell, Run string
	Env            map[string]string
}

func TestFindings(t *testing.T) {
	r := newRunner(t, map[string]string{"working-directory": "examples/orders", "sarif": "true"})
	out, code := r.run()
	if code != 1 {
		t.Errorf("the action ends with %d, want 1\n%s", code, out)
	}
	if want := "::error file=examples/orders/queue/queue.go,line=84,endLine=84,"; !strings.Contains(out, want) {
		t.Errorf("the action does not print %s but\n%s", want, out)
	}
	var log struct {
		Runs []struct{ Results []any }
	}
	data, err := os.ReadFile(filepath.Join(r.temp, "awserrlint.sarif"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &log); err != nil || len(log.Runs) != 1 || len(log.Runs[0].Results) == 0 {
		t.Errorf("the SARIF file holds no findings: %v\n%s", err, data)
	}
}

func TestNoFindings(t *testing.T) {
	r := newRunner(t, map[string]string{"args": "-tests ./internal/action"})
	if out, code := r.run(); code != 0 {
		t.Errorf("the action ends with %d, want 0\n%s", code, out)
	}
	if _, err := os.Stat(filepath.Join(r.temp, "awserrlint.sarif")); err == nil {
		t.Error("the action writes a SARIF file that nobody asked for")
	}
}

// A runner runs the action in this repository.
type runner struct {
	t          *testing.T
	action     action
	root, temp string
	values     map[string]string // of expressions
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
	r := &runner{t: t, root: root, temp: t.TempDir(), values: make(map[string]string)}
	if err := yaml.Unmarshal(data, &r.action); err != nil {
		t.Fatal(err)
	}
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
		if s.Run == "" {
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

func (r *runner) step(s step) (string, error) {
	outputs := filepath.Join(r.temp, "output")
	if err := os.WriteFile(outputs, nil, 0o666); err != nil {
		return "", err
	}
	cmd := exec.Command(s.Shell, "-e", "-o", "pipefail", "-c", s.Run)
	cmd.Dir = r.root
	cmd.Env = append(os.Environ(), "RUNNER_TEMP="+r.temp, "GITHUB_ACTION_PATH="+r.root, "GITHUB_OUTPUT="+outputs)
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
