package lambdatest

import (
	"bytes"
	"os/exec"
	"slices"
	"testing"
	"time"
)

// startup limits the time from the start of the process to its first request for an event.
const startup = 30 * time.Second

// Invoke starts the function in a new process, sends it event, and waits until it asks for the next
// event, exits, or runs out of time. env is added to the function's environment, as "name=value".
// The test's environment is not inherited.
func (f *Function) Invoke(t testing.TB, event string, env ...string) *Invocation {
	t.Helper()
	inv := &Invocation{Event: []byte(event), ExitCode: Running, timeout: f.Timeout}
	api := serveRuntimeAPI(inv)

	var log bytes.Buffer
	cmd := exec.Command(f.Path)
	cmd.Env = slices.Concat([]string{
		"AWS_LAMBDA_RUNTIME_API=" + api.server.Listener.Addr().String(),
		"AWS_LAMBDA_FUNCTION_NAME=orders-fn",
		"AWS_REGION=us-east-1",
	}, f.Env, env)
	cmd.Stdout, cmd.Stderr = &log, &log
	cmd.WaitDelay = time.Second // a grandchild that holds the pipes must not hang the test
	if err := cmd.Start(); err != nil {
		api.server.Close()
		t.Fatal(err)
	}
	exited := make(chan struct{})
	go func() {
		defer close(exited)
		cmd.Wait() //nolint:errcheck // the exit code tells
	}()

	select {
	case <-api.delivered:
	case <-exited:
	case <-time.After(startup):
	}
	stopped := true
	select {
	case <-api.idle:
	case <-exited:
		stopped = false
	case <-time.After(f.Timeout):
		inv.TimedOut = true
	}
	if stopped {
		cmd.Process.Kill() //nolint:errcheck // it may have exited just now
		<-exited
	} else {
		inv.ExitCode = cmd.ProcessState.ExitCode()
	}
	api.server.Close() // waits for current requests, which write to inv
	inv.Log = log.String()

	select {
	case <-api.delivered:
	default:
		t.Fatalf("%s never asked for an event (exit code %d):\n%s", f.Path, inv.ExitCode, inv.Log)
	}
	return inv
}
