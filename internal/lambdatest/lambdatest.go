// Package lambdatest runs Lambda handlers as Lambda does and tells what their callers see.
//
// A handler's binary talks to an emulated Runtime API on 127.0.0.1 and, through real SDK clients, to a local
// server that answers like AWS ([StartAWS]):
//
//	fn := lambdatest.Build(t, "testdata/handlers", ".")
//	inv := fn.Invoke(t, `{}`)          // what the function sent, logged, exited with
//	view := lambdatest.RESTProxy(inv)  // what the client behind API Gateway gets
//
// The models of the callers are small and each names its source: documentation of AWS (doc), a test suite recorded
// against AWS (rec), or a statement of a maintainer (say). What none of them tells is marked as assumed.
package lambdatest

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// Function is a handler's binary.
type Function struct {
	Path    string        // of the executable
	Env     []string      // added to the environment of every invocation, as "name=value"
	Timeout time.Duration // of an invocation, from the event's delivery on
}

// Build compiles the main package pkg of the module in dir. It fails the test where that does not compile.
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
