// Package examples tests the example programs and what awserrlint says about them.
package examples

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestBoto3 runs the tests of boto3/right, and compares what is found in boto3/wrong and
// what -fix makes of it with golden files. In boto3/right, nothing is found.
func TestBoto3(t *testing.T) {
	tool := filepath.Join(t.TempDir(), "awserrlint")
	run(t, ".", 0, "go", "build", "-o", tool, "../cmd/awserrlint")
	run(t, "boto3", 0, "go", "vet", "./...")
	run(t, "boto3", 0, "go", "test", "./...")

	run(t, "boto3", 0, tool, "./right/...")
	golden(t, "boto3/wrong/findings.txt", run(t, "boto3", 1, tool, "./wrong/..."))

	dir := copyBoto3(t)
	run(t, dir, 1, tool, "-fix", "./wrong/...") // readable cannot return the error
	run(t, dir, 0, "go", "vet", "./wrong/...")
	for _, name := range wrongFiles(t) {
		fixed, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		golden(t, filepath.Join("boto3", name)+".golden", fixed)
	}
}

// run runs a command in dir, which must end with the given exit code, and returns what
// it prints on standard output.
func run(t *testing.T, dir string, code int, name string, args ...string) []byte {
	t.Helper()
	var stdout, stderr bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	if _, ok := errors.AsType[*exec.ExitError](err); err != nil && !ok || cmd.ProcessState.ExitCode() != code {
		t.Fatalf("%s: %v, want exit code %d\n%s%s", cmd, err, code, stdout.String(), stderr.String())
	}
	return stdout.Bytes()
}

// golden compares have with the file of that name.
func golden(t *testing.T, name string, have []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, have, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, have) {
		t.Errorf("%s is out of date (go test -update writes it); have:\n%s", name, have)
	}
}
