package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"time"
)

// A contestant is what is measured: command lines that run one after the other.
type contestant struct {
	name     string
	commands [][]string
}

// A comparison runs contestants on one module.
type comparison struct {
	dir         string // of the module
	filled      string // folder of filled caches, which never change
	caches      string // folder of the caches that runs use
	modules     string // folder of the module cache that mode.download downloads from
	mode        mode
	edit        *bodyEdit // with mode.edit
	contestants []contestant
	results     []*result // of contestants
}

// A result is the measurements of a contestant, by round.
type result struct {
	Tool   string
	Wall   []float64 // seconds
	CPU    []float64 // seconds
	Memory float64   // peak of the process tree, in bytes; 0 if unknown
	Exit   int       // the exit code of the last run
}

// run measures all contestants in each of rounds rounds. One more round, without timing, measures
// memory, unless peers compile everything in each run: that takes long, and shows the compiler's.
func (c *comparison) run(ctx context.Context, rounds int) error {
	defer os.RemoveAll(c.caches)
	if err := c.prepare(ctx); err != nil {
		return err
	}
	for round := range rounds {
		if err := c.round(ctx, round); err != nil {
			return err
		}
	}
	if c.mode.fresh && !c.mode.filled {
		return nil
	}
	return c.measureMemory(ctx)
}

// prepare fills the caches of the tools.
func (c *comparison) prepare(ctx context.Context) error {
	c.results = nil
	for _, x := range c.contestants {
		c.results = append(c.results, &result{Tool: x.name})
	}
	if c.mode.fresh {
		return nil
	}
	if err := c.makeCaches(); err != nil {
		return err
	}
	for i := range c.contestants {
		if _, err := c.once(ctx, i, false); err != nil {
			return err
		}
	}
	return nil
}

// round runs all contestants, in the opposite order every other round, so that other load on the
// machine affects all alike.
func (c *comparison) round(ctx context.Context, round int) error {
	for i := range inTurn(round, len(c.contestants)) {
		took, err := c.once(ctx, i, false)
		if err != nil {
			return err
		}
		r := c.results[i]
		r.Wall = append(r.Wall, took.wall.Seconds())
		r.CPU = append(r.CPU, took.cpu.Seconds())
	}
	return nil
}

// inTurn yields the indexes below n, upward or, every other round, downward.
func inTurn(round, n int) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for i := range n {
			if round%2 == 1 {
				i = n - 1 - i
			}
			if !yield(i) {
				return
			}
		}
	}
}

func (c *comparison) measureMemory(ctx context.Context) error {
	for i, r := range c.results {
		took, err := c.once(ctx, i, true)
		if err != nil {
			return err
		}
		r.Memory = float64(took.memory)
	}
	return nil
}

// makeCaches makes the folder of caches.
func (c *comparison) makeCaches() error {
	if c.mode.filled {
		return linkTree(c.filled, c.caches)
	}
	return os.Mkdir(c.caches, 0o777)
}

// removeCaches removes it. Files in a module cache are read-only, so the go command removes that.
func (c *comparison) removeCaches(ctx context.Context) error {
	if c.mode.download {
		// It must not be the user's module cache that is cleaned.
		if err := goCommand(ctx, c.caches, c.env(), "clean", "-modcache"); err != nil {
			return err
		}
	}
	return os.RemoveAll(c.caches)
}

// env returns the variables that a run has in addition to those of the environment.
func (c *comparison) env() []string {
	env := cacheEnv(c.caches)
	if c.mode.download {
		env = append(env, downloadEnv(c.caches, c.modules)...)
	}
	return env
}

// A measurement is the cost of one run.
type measurement struct {
	wall, cpu time.Duration
	memory    int64
}

// once runs contestant i and, if asked, measures its memory. Findings are no error.
func (c *comparison) once(ctx context.Context, i int, memory bool) (sum measurement, err error) {
	if c.mode.fresh {
		if err := c.makeCaches(); err != nil {
			return sum, err
		}
		defer func() { err = errors.Join(err, c.removeCaches(ctx)) }()
	}
	if c.edit != nil {
		if err := c.edit.next(); err != nil {
			return sum, err
		}
	}
	for _, args := range c.contestants[i].commands {
		cmd := exec.CommandContext(ctx, args[0], args[1:]...)
		cmd.Dir = c.dir
		cmd.Env = append(os.Environ(), c.env()...)
		m, err := measure(cmd, memory)
		if err != nil || ctx.Err() != nil {
			return sum, fmt.Errorf("%s: %w", c.contestants[i].name, errors.Join(err, ctx.Err()))
		}
		sum.wall += m.wall
		sum.cpu += m.cpu
		sum.memory = max(sum.memory, m.memory)
		c.results[i].Exit = cmd.ProcessState.ExitCode()
	}
	return sum, nil
}

// measure runs cmd and, if asked, measures its memory. A bad exit code is no error.
func measure(cmd *exec.Cmd, memory bool) (m measurement, err error) {
	start := time.Now()
	if err := cmd.Start(); err != nil {
		return m, err
	}
	stop := func() int64 { return 0 }
	if memory {
		stop = watchMemory(cmd.Process.Pid)
	}
	err = cmd.Wait()
	m.wall = time.Since(start)
	m.memory = stop()
	if memory {
		m.memory = max(m.memory, maxRSS(cmd.ProcessState))
	}
	m.cpu = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	if _, ok := errors.AsType[*exec.ExitError](err); ok {
		err = nil
	}
	return m, err
}
