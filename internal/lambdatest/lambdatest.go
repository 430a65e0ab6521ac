package lambdatest

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// Function is the binary of a handler.
type Function struct {
	Path    string        // of the executable
	Env     []string      // added to the environment of every invocation, as "name=value"
	Timeout time.Duration // of an invocation, beginning with the delivery of the event
}

// Build compiles the main package pkg of the module in dir. If that fails, so does the test.
func Build(t testing.TB, dir, pkg string) *Function {
	t.Helper()
	path := filepath.Join(t.TempDir(), "bootstrap.exe") // the suffix matters on Windows only
	cmd := exec.Command("go", "build", "-o", path, "-ldflags=-s -w", pkg)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOWORK=off")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("go build %s in %s: %v\n%s", pkg, dir, err, out)
	}
	return &Function{Path: path, Timeout: 30 * time.Second}
}
