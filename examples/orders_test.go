// Package examples tests what awserrlint says about the example programs.
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

var update = flag.Bool("update", false, "write findings.txt anew")

// TestOrders compares the findings in examples/orders with orders/findings.txt,
// which the README shows.
func TestOrders(t *testing.T) {
	tool := filepath.Join(t.TempDir(), "awserrlint")
	if out, err := exec.Command("go", "build", "-o", tool, "../cmd/awserrlint").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	var stdout, stderr bytes.Buffer
	cmd := exec.Command(tool, "-C", "examples/orders", "./...")
	cmd.Dir = ".."
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	if exit, ok := errors.AsType[*exec.ExitError](err); !ok || exit.ExitCode() != 1 {
		t.Fatalf("awserrlint ended with %v, want exit code 1\n%s", err, stderr.String())
	}

	const golden = "orders/findings.txt"
	if *update {
		if err := os.WriteFile(golden, stdout.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, stdout.Bytes()) {
		t.Errorf("%s differs from what awserrlint says now (go test -update writes it):\n%s", golden, stdout.String())
	}
}
