package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"time"
)

// A contestant is a command line that is measured.
type contestant struct {
	name string
	args []string
}

// A comparison runs contestants on one module.
type comparison struct {
	dir         string // of the module
	filled      string // folder of filled caches, which never change
	temp        string
	mode        mode
	rounds      int
	contestants []contestant
}

// A result is the measurements of a contestant, by round.
type result struct {
	contestant
	wall, cpu []float64 // seconds
	memory    float64   // peak of the process tree, in bytes; 0 if unknown
	exit      int       // the exit code of the last run
}

// run runs all contestants in each round, in the opposite order every other round, so that other
// load on the machine affects all alike. One more round, without timing, measures memory.
func (c *comparison) run(ctx context.Context) ([]*result, error) {
	var results []*result
	for _, x := range c.contestants {
		results = append(results, &result{contestant: x})
	}
	if !c.mode.fresh {
		if err := c.makeCaches(); err != nil {
			return nil, err
		}
		defer os.RemoveAll(c.caches())
		for _, r := range results { // fills the caches of the tools
			if _, err := c.once(ctx, r, false); err != nil {
				return nil, err
			}
		}
	}
	for round := range c.rounds {
		order := slices.Clone(results)
		if round%2 == 1 {
			slices.Reverse(order)
		}
		for _, r := range order {
			took, err := c.once(ctx, r, false)
			if err != nil {
				return nil, err
			}
			r.wall = append(r.wall, took.wall.Seconds())
			r.cpu = append(r.cpu, took.cpu.Seconds())
		}
	}
	for _, r := range results {
		took, err := c.once(ctx, r, true)
		if err != nil {
			return nil, err
		}
		r.memory = float64(took.memory)
	}
	return results, nil
}

// caches is the folder of the caches that runs use.
func (c *comparison) caches() string { return filepath.Join(c.temp, "caches") }

// makeCaches makes this folder.
func (c *comparison) makeCaches() error {
	if c.mode.filled {
		return linkTree(c.filled, c.caches())
	}
	return os.Mkdir(c.caches(), 0o777)
}

// A measurement is the cost of one run.
type measurement struct {
	wall, cpu time.Duration
	memory    int64
}

// once runs a contestant and, if asked, measures its memory. Findings are no error.
func (c *comparison) once(ctx context.Context, r *result, memory bool) (measurement, error) {
	var m measurement
	if c.mode.fresh {
		if err := c.makeCaches(); err != nil {
			return m, err
		}
		defer os.RemoveAll(c.caches())
	}
	cmd := exec.CommandContext(ctx, r.args[0], r.args[1:]...)
	cmd.Dir = c.dir
	cmd.Env = append(os.Environ(), cacheEnv(c.caches())...)
	start := time.Now()
	if err := cmd.Start(); err != nil {
		return m, err
	}
	stop := func() int64 { return 0 }
	if memory {
		stop = watchMemory(cmd.Process.Pid)
	}
	err := cmd.Wait()
	m.wall = time.Since(start)
	m.memory = stop()
	if memory {
		m.memory = max(m.memory, maxRSS(cmd.ProcessState))
	}
	m.cpu = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	r.exit = cmd.ProcessState.ExitCode()
	if _, ok := errors.AsType[*exec.ExitError](err); err != nil && !ok || ctx.Err() != nil {
		return m, fmt.Errorf("%s: %w", r.name, errors.Join(err, ctx.Err()))
	}
	return m, nil
}
