package checkout

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"
)

// A Process is a child process that has ended.
type Process struct {
	Stdout, Stderr []byte
	Exit           int
	Failure        string // why it has no exit code, such as a timeout; "" if it has one
	Cost           Cost
}

// A Cost is the time and memory of a run.
type Cost struct {
	Wall, CPU time.Duration
	Memory    int64 // peak in bytes; 0 if unknown
}

// Run runs a command line in dir until it ends, for at most timeout, with env in addition to the
// environment. It returns an error if the process cannot start or ctx is done; other failures are
// part of the result.
func Run(ctx context.Context, timeout time.Duration, dir string, env []string, args ...string) (Process, error) {
	limited, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	cmd := exec.CommandContext(limited, args[0], args[1:]...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), env...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	// The go command ends its children only after an interrupt.
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	cmd.WaitDelay = 5 * time.Second

	began := time.Now()
	err := cmd.Run()
	p := Process{Stdout: stdout.Bytes(), Stderr: stderr.Bytes()}
	p.Cost.Wall = time.Since(began)
	switch {
	case ctx.Err() != nil:
		return p, ctx.Err()
	case cmd.ProcessState == nil:
		return p, err
	}
	p.Exit = cmd.ProcessState.ExitCode()
	p.Cost.CPU = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	p.Cost.Memory = maxRSS(cmd.ProcessState)
	if limited.Err() != nil {
		p.Failure = fmt.Sprintf("ran for more than %s", timeout)
	} else if _, ok := errors.AsType[*exec.ExitError](err); err != nil && (!ok || p.Exit < 0) {
		p.Failure = err.Error()
	}
	return p, nil
}

// Complaints returns the lines of standard error that say what is wrong.
func (p Process) Complaints() []string {
	var lines []string
	if p.Failure != "" {
		lines = append(lines, p.Failure)
	}
	for line := range strings.Lines(string(p.Stderr)) {
		line = strings.TrimSpace(line)
		// Skip progress of the go command, and its headings with names of packages.
		if line != "" && !strings.HasPrefix(line, "go: downloading ") && !strings.HasPrefix(line, "# ") {
			lines = append(lines, line)
		}
	}
	return lines
}
