// Package action runs the scripts in action.yml as a runner of GitHub Actions would, except for the
// actions of others in it.
package action

import (
	"encoding/json"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/tools/checkout"
)

func TestFindings(t *testing.T) {
	r := newRunner(t, map[string]string{"working-directory": "examples/orders", "sarif": "true"})
	out, code := r.run()
	if code != 1 {
		t.Errorf("the action ends with %d, want 1\n%s", code, out)
	}
	if want := "::error file=examples/orders/queue/queue.go,line=84,endLine=84,"; !strings.Contains(out, want) {
		t.Errorf("the action does not print %s but\n%s", want, out)
	}
	if findings := uploaded(t, r); findings == 0 {
		t.Error("the file that is uploaded holds no findings")
	}
}

func TestNoFindings(t *testing.T) {
	r := newRunner(t, map[string]string{"args": "-tests ./internal/action", "sarif": "true"})
	if out, code := r.run(); code != 0 {
		t.Errorf("the action ends with %d, want 0\n%s", code, out)
	}
	if findings := uploaded(t, r); findings != 0 { // which closes what was found before
		t.Errorf("the file that is uploaded holds %d findings, want none", findings)
	}
}

func TestNoUpload(t *testing.T) {
	r := newRunner(t, map[string]string{"working-directory": "examples/orders"})
	if out, code := r.run(); code != 1 {
		t.Errorf("the action ends with %d, want 1\n%s", code, out)
	}
	if _, err := os.Stat(filepath.Join(r.temp, "awserrlint.sarif")); err == nil || len(r.uploads) > 0 {
		t.Errorf("the action writes or uploads (%q) a SARIF file that nobody asked for", r.uploads)
	}
}

// TestFailure checks that a run that could not analyze all uploads nothing, although it has findings, and
// says why.
func TestFailure(t *testing.T) {
	r := newRunner(t, map[string]string{"working-directory": "examples/orders", "args": "./... ./nowhere/...", "sarif": "true"})
	out, code := r.run()
	if code != 2 || len(r.uploads) > 0 {
		t.Errorf("the action ends with %d, and uploads %q; want 2 and nothing", code, r.uploads)
	}
	for _, want := range []string{
		"::error file=examples/orders/queue/queue.go,line=84,",
		"awserrlint: no package matches ./nowhere/...",
		"::error title=awserrlint::Nothing is uploaded",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("the action does not print %s but\n%s", want, out)
		}
	}
}

// TestArguments checks that a line is an argument, that a single line is words, and that bash does
// not take globs for its own.
func TestArguments(t *testing.T) {
	workspace := filepath.Join(t.TempDir(), "work space")
	copyTo(t, workspace, "../../examples/orders")
	copyTo(t, filepath.Join(workspace, "old store"), "../../examples/orders/store")
	copyTo(t, filepath.Join(workspace, "queue", "again"), "../../examples/orders/queue")
	temp := ""
	for _, test := range []struct {
		args string
		want []string // folders with findings
	}{
		{"./...", []string{".", "old store", "queue", "queue/again", "receipts", "store"}},
		{"", []string{"."}}, // the package in the folder
		{"-exclude queue/** ./...", []string{".", "old store", "receipts", "store"}},
		{"-exclude\nqueue/*,old store/*.go\n./...\n", []string{".", "queue/again", "receipts", "store"}},
		{"\r\n  -exclude=queue/**\r\n\r\n./old store\r\n./queue/...", []string{"old store"}},
	} {
		r := newRunner(t, map[string]string{"args": test.args})
		r.workspace = workspace
		if temp != "" { // it is installed already
			r.action.Runs.Steps = r.action.Runs.Steps[1:]
			copyTo(t, filepath.Join(r.temp, "awserrlint"), filepath.Join(temp, "awserrlint"))
		}
		temp = r.temp
		out, code := r.run()
		if code != 1 {
			t.Errorf("with %q, the action ends with %d, want 1\n%s", test.args, code, out)
		}
		var have []string
		for _, m := range regexp.MustCompile(`(?m)^::\w+ file=([^,]*),`).FindAllStringSubmatch(out, -1) {
			have = append(have, path.Dir(m[1]))
		}
		slices.Sort(have)
		if have = slices.Compact(have); !slices.Equal(have, test.want) {
			t.Errorf("with %q, there are findings in %q, want %q\n%s", test.args, have, test.want, out)
		}
	}
}

// TestInstall checks that the Go that a job has is no matter, if it may be fetched, nor what the job
// builds. What is installed is a program of one line: to compile another one with a second Go takes minutes.
func TestInstall(t *testing.T) {
	r := newRunner(t, map[string]string{"args": "./internal/awspath"})
	r.code = t.TempDir()
	err := checkout.WriteFiles(r.code, map[string][]byte{
		"go.mod":                 []byte("module github.com/awserrlint/awserrlint\n\ngo 1.27.3\n"), // another test has it as well
		"cmd/awserrlint/main.go": []byte("package main\n\nfunc main() {}\n"),
	})
	if err != nil {
		t.Fatal(err)
	}
	r.env = []string{"GOTOOLCHAIN=local", "GOOS=plan9", "GOARCH=386", "GOFLAGS=-mod=vendor"}
	out, err := r.step(r.action.Runs.Steps[0])
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	text, err := exec.Command("go", "version", filepath.Join(r.temp, "awserrlint", "awserrlint")).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	if have := string(text); !strings.Contains(have, ": go1.27") {
		t.Errorf("with %s, it is built by %s", runtime.Version(), have)
	}
}

// uploaded returns the number of findings in the one file that r has uploaded.
func uploaded(t *testing.T, r *runner) int {
	t.Helper()
	if len(r.uploads) != 1 {
		t.Fatalf("the action uploads %q, want one file", r.uploads)
	}
	data, err := os.ReadFile(r.uploads[0])
	if err != nil {
		t.Fatal(err)
	}
	var log struct {
		Runs []struct{ Results []any }
	}
	if err := json.Unmarshal(data, &log); err != nil || len(log.Runs) != 1 {
		t.Fatalf("the file that is uploaded is no SARIF of one run: %v\n%s", err, data)
	}
	return len(log.Runs[0].Results)
}

// copyTo copies a folder.
func copyTo(t *testing.T, to, from string) {
	t.Helper()
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
}
