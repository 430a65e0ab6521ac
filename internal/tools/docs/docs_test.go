package docs

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/creack/pty"
	"golang.org/x/tools/go/analysis"

	"github.com/awserrlint/awserrlint/analyzers"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

const root = "../../.."

// TestGenerated checks that generated files agree with the code.
func TestGenerated(t *testing.T) {
	tool := buildTool(t)
	files, err := Generate(root, analyzers.All(), exampleFindings(t), runOnOrders(t, tool), runOnTerminal(t, tool))
	if err != nil {
		t.Fatal(err)
	}
	update := flag.Lookup("update").Value.String() == "true" // ruletest declares it
	for _, name := range slices.Sorted(maps.Keys(files)) {
		file := filepath.Join(root, filepath.FromSlash(name))
		if update {
			if err := os.WriteFile(file, files[name], 0o666); err != nil {
				t.Error(err)
			}
		}
		if have, err := os.ReadFile(file); err != nil {
			t.Error(err)
		} else if !bytes.Equal(have, files[name]) {
			t.Errorf("%s is out of step with the code: go test ./internal/tools/docs -update writes it", name)
		}
	}

	pages, err := os.ReadDir(filepath.Join(root, rulesDir))
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range pages {
		if files[path.Join(rulesDir, page.Name())] == nil {
			t.Errorf("%s/%s is the page of no rule; remove it", rulesDir, page.Name())
		}
	}
}

// exampleFindings returns the findings of the rules in their examples.
func exampleFindings(t *testing.T) []Finding {
	t.Helper()
	var rules []*analysis.Analyzer
	var patterns []string
	for _, a := range analyzers.All() {
		rules = append(rules, a.Analyzer)
		patterns = append(patterns, "./"+a.Analyzer.Name+"/example")
	}
	var findings []Finding
	for _, d := range ruletest.Analyze(t, ruletest.Fixtures(t), rules, patterns...).Diagnostics {
		file := d.Position.Filename
		if filepath.Base(filepath.Dir(filepath.Dir(file))) != d.Rule {
			continue // found by another rule
		}
		findings = append(findings, Finding{
			Rule: d.Rule, File: filepath.Base(file), Line: d.Position.Line, Message: d.Message,
		})
	}
	return findings
}

// runOnOrders returns what the command prints for examples/orders.
func runOnOrders(t *testing.T, tool string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	cmd := exec.Command(tool, "-C", "examples/orders", "./...")
	cmd.Dir = root
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	if exit, ok := errors.AsType[*exec.ExitError](err); !ok || exit.ExitCode() != 1 {
		t.Fatalf("awserrlint ended with %v, want exit code 1\n%s", err, stderr.String())
	}
	return stdout.String()
}

// buildTool returns the name of the command, built.
func buildTool(t *testing.T) string {
	t.Helper()
	tool := filepath.Join(t.TempDir(), "awserrlint")
	if out, err := exec.Command("go", "build", "-o", tool, "../../../cmd/awserrlint").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return tool
}

// runOnTerminal returns what TerminalCommand prints on a terminal in examples/orders.
func runOnTerminal(t *testing.T, tool string) string {
	t.Helper()
	cmd := exec.Command(tool, strings.Fields(TerminalCommand)[1:]...)
	cmd.Dir = filepath.Join(root, "examples", "orders")
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "NO_COLOR=", "FORCE_COLOR=")
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 50, Cols: terminalColumns})
	if err != nil {
		t.Fatal(err)
	}
	defer terminal.Close()
	out, err := io.ReadAll(terminal)
	if len(out) == 0 { // where the process has ended, Linux returns an error at the end
		t.Fatal(err)
	}
	if err := cmd.Wait(); cmd.ProcessState.ExitCode() != 1 {
		t.Fatalf("awserrlint ended with %v, want exit code 1\n%s", err, out)
	}
	return string(out)
}
