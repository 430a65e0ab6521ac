package main

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

// A process is a child process that has ended.
type process struct {
	stdout, stderr []byte
	exit           int
	failure        string // why it has no exit code, such as a timeout; "" if it has one
	cost           cost
}

// A cost is the time and memory of a run.
type cost struct {
	wall, cpu time.Duration
	memory    int64 // peak in bytes; 0 if unknown
}

// start runs a command line in dir until it ends, for at most timeout, with env in addition to the
// environment. It returns an error if the process cannot start or ctx is done; other failures are
// part of the result.
func start(ctx context.Context, timeout time.Duration, dir string, env []string, args ...string) (process, error) {
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
	p := process{stdout: stdout.Bytes(), stderr: stderr.Bytes()}
	p.cost.wall = time.Since(began)
	switch {
	case ctx.Err() != nil:
		return p, ctx.Err()
	case cmd.ProcessState == nil:
		return p, err
	}
	p.exit = cmd.ProcessState.ExitCode()
	p.cost.cpu = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	p.cost.memory = maxRSS(cmd.ProcessState)
	if limited.Err() != nil {
		p.failure = fmt.Sprintf("ran for more than %s", timeout)
	} else if _, ok := errors.AsType[*exec.ExitError](err); err != nil && (!ok || p.exit < 0) {
		p.failure = err.Error()
	}
	return p, nil
}

// complaints returns the lines of standard error that say what is wrong.
func (p process) complaints() []string {
	var lines []string
	if p.failure != "" {
		lines = append(lines, p.failure)
	}
	for line := range strings.Lines(string(p.stderr)) {
		line = strings.TrimSpace(line)
		// Skip progress of the go command, and its headings with names of packages.
		if line != "" && !strings.HasPrefix(line, "go: downloading ") && !strings.HasPrefix(line, "# ") {
			lines = append(lines, line)
		}
	}
	return lines
}
