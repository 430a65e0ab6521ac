package main

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/awserrlint/awserrlint/internal/tools/checkout"
)

// A lab is a module to attack the tool on, and what an undisturbed -fix makes of it.
type lab struct {
	ctx        context.Context
	tool       string
	module     string
	cache      string // the XDG_CACHE_HOME of all runs
	rand       *rand.Rand
	folders    []string          // of the module, which hold files to fix
	old, fixed map[string][]byte // all files of the module, by name below it
	fixedCode  int               // exit code of the undisturbed -fix
	fixTime    time.Duration     // that it took
	writeTime  time.Duration     // from the first temporary file to the end
	compiles   map[string]bool   // states of packages that are known to compile
	findings   map[string]string // of states of the module, without a cache
}

// newLab makes a module of n packages in the folder dir, and fixes it once.
func newLab(ctx context.Context, tool, dir, requires string, n int, seed uint64) (*lab, error) {
	l := &lab{
		ctx: ctx, tool: tool, module: filepath.Join(dir, "module"), cache: filepath.Join(dir, "cache"), rand: rand.New(rand.NewPCG(seed, seed)),
		compiles: make(map[string]bool), findings: make(map[string]string),
	}
	if err := writeModule(l.module, requires, n); err != nil {
		return nil, err
	}
	var err error
	if l.old, err = l.files(); err != nil {
		return nil, err
	}
	seen := make(map[string]bool)
	for name := range l.old {
		if dir := filepath.Dir(name); dir != "." && !seen[dir] {
			seen[dir] = true
			l.folders = append(l.folders, dir)
		}
	}
	for range 2 { // the first run fetches modules and fills the cache
		if err := l.reset(); err != nil {
			return nil, err
		}
		start := time.Now()
		run, err := l.start("-fix", "./...")
		if err != nil {
			return nil, err
		}
		run.waitForWriting()
		writing := time.Now()
		run.wait()
		l.fixedCode, l.fixTime, l.writeTime = run.code(), time.Since(start), time.Since(writing)
		if l.fixedCode > 1 {
			return nil, fmt.Errorf("an undisturbed -fix fails: %s", run.stderr.String())
		}
	}
	if l.fixed, err = l.files(); err != nil {
		return nil, err
	}
	for name := range l.fixed {
		if l.old[name] == nil {
			return nil, fmt.Errorf("an undisturbed -fix leaves %s", name)
		}
	}
	return l, l.reset()
}

// files returns all files of the module, by name below it.
func (l *lab) files() (map[string][]byte, error) {
	files := make(map[string][]byte)
	err := filepath.WalkDir(l.module, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(l.module, name)
		if err != nil {
			return err
		}
		files[rel], err = os.ReadFile(name)
		return err
	})
	return files, err
}

// reset gives the module the files that it had first, and no others.
func (l *lab) reset() error {
	now, err := l.files()
	if err != nil {
		return err
	}
	changed := make(map[string][]byte)
	for name, text := range now {
		if l.old[name] == nil {
			if err := os.Remove(filepath.Join(l.module, name)); err != nil {
				return err
			}
		} else if !bytes.Equal(l.old[name], text) {
			changed[name] = l.old[name]
		}
	}
	for name, text := range l.old {
		if now[name] == nil {
			changed[name] = text
		}
	}
	return checkout.WriteFiles(l.module, changed)
}

// A run is a process of the tool.
type run struct {
	lab            *lab
	before         map[string]fs.FileInfo // files of the module
	cmd            *exec.Cmd
	stdout, stderr bytes.Buffer
	done           chan struct{}
}

// command returns a run of the tool in the module that has not started.
func (l *lab) command(args ...string) *run {
	r := &run{lab: l, cmd: exec.CommandContext(l.ctx, l.tool, args...), done: make(chan struct{}), before: make(map[string]fs.FileInfo)}
	r.cmd.Dir = l.module
	r.cmd.Env = append(os.Environ(), "XDG_CACHE_HOME="+l.cache)
	r.cmd.Stdout, r.cmd.Stderr = &r.stdout, &r.stderr
	return r
}

// start starts the tool in the module.
func (l *lab) start(args ...string) (*run, error) {
	r := l.command(args...)
	return r, r.start()
}

func (r *run) start() error {
	for name := range r.lab.old {
		info, err := os.Stat(filepath.Join(r.lab.module, name))
		if err != nil {
			return err
		}
		r.before[name] = info
	}
	if err := r.cmd.Start(); err != nil {
		return err
	}
	go func() {
		r.cmd.Wait() // its error is in ProcessState
		close(r.done)
	}()
	return nil
}

// run runs the tool to its end.
func (l *lab) run(args ...string) (*run, error) {
	r, err := l.start(args...)
	if err == nil {
		r.wait()
		err = l.ctx.Err()
	}
	return r, err
}

func (r *run) wait() { <-r.done }

// code returns the exit code, -1 if a signal ended the process. The run must have ended.
func (r *run) code() int { return r.cmd.ProcessState.ExitCode() }

// ended reports whether the process has ended.
func (r *run) ended() bool {
	select {
	case <-r.done:
		return true
	default:
		return false
	}
}

// waitForWriting waits until the process has made a temporary file, or has ended.
func (r *run) waitForWriting() {
	for !r.ended() {
		for _, dir := range r.lab.folders {
			entries, err := os.ReadDir(filepath.Join(r.lab.module, dir))
			if err != nil {
				return
			}
			for _, e := range entries {
				if isTemporary(e.Name()) {
					return
				}
			}
		}
		time.Sleep(50 * time.Microsecond) // the tool needs the processor, too
	}
}

// waitForRenaming waits until the process has replaced a file, or has ended.
func (r *run) waitForRenaming() {
	r.waitForWriting()
	for !r.ended() {
		for name, info := range r.before {
			if now, err := os.Stat(filepath.Join(r.lab.module, name)); err == nil && !os.SameFile(info, now) {
				return
			}
		}
	}
}

// isTemporary reports whether the tool calls temporary files so.
func isTemporary(name string) bool { return strings.HasPrefix(filepath.Base(name), ".awserrlint-") }
