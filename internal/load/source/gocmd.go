package source

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// A goCommand runs the go command. It asks it for what it knows, and has it download modules; it
// never has it build anything.
type goCommand struct {
	ctx   context.Context
	steps Steps
	file  string   // name of the command
	env   []string // of the user, then what holds for each run
	plain string   // sets GOFLAGS to nothing but what is good for any command
}

// newGoCommand returns the go command that a user with this environment would run.
func newGoCommand(ctx context.Context, steps Steps, env *environ, flags goflags) *goCommand {
	file := env.lookPath("go")
	if file == "" {
		file = filepath.Join(env.goroot, "bin", executable("go"))
	}
	// Were GOFLAGS empty, that of the go/env file would hold.
	plain := fmt.Sprintf("GOFLAGS=-modcacherw=%t", flags.modcacherw)
	return &goCommand{ctx: ctx, steps: steps, file: file, env: env.process, plain: plain}
}

// use makes all later runs use the Go in goroot, whatever a go.mod asks for.
func (g *goCommand) use(reads *reads, goroot string) {
	if file := filepath.Join(goroot, "bin", executable("go")); reads.isFile(file) {
		g.file = file
	}
	g.env = append(slices.Clip(g.env), "GOROOT="+goroot, "GOTOOLCHAIN=local")
}

// run runs the go command in dir and returns what it prints. The error is what it complains of, on
// one line. env is added to the environment.
func (g *goCommand) run(what string, waits bool, dir string, env []string, args ...string) ([]byte, error) {
	defer Begin(g.steps, what, waits)()
	cmd := exec.CommandContext(g.ctx, g.file, args...)
	cmd.Dir = dir
	cmd.Env = slices.Concat(g.env, env, []string{"PWD=" + dir})
	cmd.WaitDelay = time.Second // git, which it may have started, keeps the output open
	var out, complaint bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &complaint
	err := cmd.Run()
	if g.ctx.Err() != nil {
		return nil, g.ctx.Err()
	}
	if err != nil {
		err = errors.New(cmp.Or(firstLine(complaint.String()), "go "+args[0]+": "+err.Error()))
	}
	return out.Bytes(), err
}

// firstLine returns the first line in msg that says what is wrong, without the prefix of the go
// command.
func firstLine(msg string) string {
	for line := range strings.Lines(msg) {
		line = strings.TrimSpace(line)
		switch {
		case line == "", strings.HasPrefix(line, "go: downloading "), strings.HasPrefix(line, "# "):
		default:
			return strings.TrimPrefix(line, "go: ")
		}
	}
	return ""
}

// inScratch calls f with a new folder that holds files, by base name, and removes it afterwards.
func inScratch(files map[string][]byte, f func(dir string) error) error {
	dir, err := os.MkdirTemp("", "awserrlint-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o666); err != nil {
			return err
		}
	}
	return f(dir)
}
