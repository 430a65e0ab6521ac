package plugin_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/ruletest"
	"github.com/awserrlint/awserrlint/internal/tools/checkout"
)

// copyFixtures returns a copy of the module of the fixtures, with the recommended configuration
// of golangci-lint.
func copyFixtures(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(ruletest.Fixtures(t))); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, ".golangci-plugin.yml"), string(read(t, "../.golangci-plugin.yml")))
	return dir
}

// setting adds a setting of the plugin to the configuration in dir.
func setting(t *testing.T, dir, line string) {
	t.Helper()
	file := filepath.Join(dir, ".golangci-plugin.yml")
	before, after, ok := strings.Cut(string(read(t, file)), "        settings:\n")
	if !ok {
		t.Fatal("the configuration has no settings")
	}
	write(t, file, before+"        settings:\n          "+line+"\n"+after)
}

// standalone returns the findings of the awserrlint command in packages of the module in dir.
func standalone(t *testing.T, dir string, packages ...string) []string {
	t.Helper()
	out, _ := command(t, dir, build(t).awserrlint, append([]string{"-format", "json"}, packages...)...)
	report, err := checkout.DecodeJSON([]byte(out))
	if err != nil {
		t.Fatal(err)
	}
	var findings []string
	for _, f := range report.Findings {
		findings = append(findings, fmt.Sprintf("%s:%d:%d: %s (%s)", f.File, f.Position.Line, f.Position.Column, f.Message, f.Rule))
	}
	return findings
}

// golangci returns the findings of golangci-lint in dir, in the same form.
func golangci(t *testing.T, dir string, args ...string) []string {
	t.Helper()
	args = append([]string{
		"run", "-c", ".golangci-plugin.yml", "--allow-parallel-runners", "--output.json.path=stdout", "--show-stats=false",
	}, args...)
	out, errors := command(t, dir, build(t).golangci, args...)
	var report struct {
		Issues []struct {
			FromLinter, Text string
			Pos              struct {
				Filename     string
				Line, Column int
			}
		}
	}
	if err := json.Unmarshal([]byte(out), &report); err != nil {
		t.Fatalf("golangci-lint: %v\n%s\n%s", err, out, errors)
	}
	var findings []string
	for _, issue := range report.Issues {
		rule, message, _ := strings.Cut(issue.Text, ": ")
		if issue.FromLinter != "awserrlint" {
			t.Errorf("golangci-lint says %q", issue.Text)
		}
		findings = append(findings, fmt.Sprintf("%s:%d:%d: %s (%s)", issue.Pos.Filename, issue.Pos.Line, issue.Pos.Column, message, rule))
	}
	return findings
}

// command runs a program in dir and returns what it prints. Exit code 1 means findings, so it is no
// error.
func command(t *testing.T, dir, name string, args ...string) (stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	cmd.Stdout, cmd.Stderr = &out, &errs
	cmd.Env = append(os.Environ(), "GOLANGCI_LINT_CACHE="+filepath.Join(t.TempDir(), "cache"))
	err := cmd.Run()
	if exit, ok := errors.AsType[*exec.ExitError](err); err != nil && (!ok || exit.ExitCode() != 1) {
		t.Fatalf("%s: %v\n%s%s", name, err, out.String(), errs.String())
	}
	return out.String(), errs.String()
}

func read(t *testing.T, file string) []byte {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}
