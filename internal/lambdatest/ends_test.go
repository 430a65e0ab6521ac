package lambdatest

import (
	"strings"
	"testing"
	"time"
)

// testEnds shows handlers that end the process.
func testEnds(t *testing.T, fn *Function) {
	const lost = "Runtime.ExitError" // the error for a process that posted nothing
	for _, tt := range []struct {
		name, typ, message string
		exit               int
		log                string
	}{
		{"panic", "string", "boom", 1, "process should exit"},
		{"panic error", "ptrErr", "boom", 1, ""},
		{"panic bounds", "boundsError", "runtime error: index out of range [1] with length 0", 1, ""},
		{"panic nil map", "plainError", "assignment to entry in nil map", 1, ""},
		{"panic nil", "PanicNilError", "panic called with nil argument", 1, ""},
		{"log.Panic", "string", "boom", 1, "boom"},
		{"nil pointer", "errorString", "runtime error: invalid memory address or nil pointer dereference", 1, ""},
		{"concrete nil", "errorString", "runtime error: invalid memory address or nil pointer dereference", 1, ""},
		{"panic response error", "Teapot", `{"isError":true}`, Running, ""},
		{"response error exits", "T", "m", 1, "process should exit"},
		{"goroutine panic", lost, "exit status 2", 2, "panic: boom"},
		{"log.Fatal", lost, "exit status 1", 1, "fatal text"},
		{"os.Exit(0)", lost, "exit status 0", 0, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			inv := run(t, fn, tt.name)
			failure := inv.Failure()
			if failure == nil {
				t.Fatalf("got %+v, want a failure", inv)
			}
			if posted := inv.Error != nil; posted == (tt.typ == lost) {
				t.Errorf("posted an error: %v", posted)
			}
			if failure.Type != tt.typ || !strings.HasSuffix(failure.Message, tt.message) {
				t.Errorf("got %s %q, want %s %q", failure.Type, failure.Message, tt.typ, tt.message)
			}
			if inv.ExitCode != tt.exit {
				t.Errorf("exit code %d, want %d", inv.ExitCode, tt.exit)
			}
			if !strings.Contains(inv.Log, tt.log) {
				t.Errorf("log without %q:\n%s", tt.log, inv.Log)
			}
		})
	}
	t.Run("stack trace", func(t *testing.T) {
		inv := run(t, fn, "panic")
		for _, frame := range inv.Error.StackTrace {
			if strings.HasSuffix(frame.Path, "handlers/ends.go") && frame.Line > 0 && strings.HasPrefix(frame.Label, "init") {
				return
			}
		}
		t.Errorf("the handler is not in the stack trace %+v", inv.Error.StackTrace)
	})
}

func testHangs(t *testing.T, fn *Function) {
	hasty := *fn
	hasty.Timeout = 500 * time.Millisecond
	for _, name := range []string{"hang", "goexit"} {
		inv := run(t, &hasty, name)
		if !inv.TimedOut || inv.Responded || inv.Error != nil || inv.ExitCode != Running {
			t.Errorf("%s: got %+v, want a timeout", name, inv)
		}
		if failure := inv.Failure(); failure.Type != "Sandbox.Timedout" || !strings.HasSuffix(failure.Message, "Task timed out after 0.50 seconds") {
			t.Errorf("%s: got %+v", name, failure)
		}
	}
}
