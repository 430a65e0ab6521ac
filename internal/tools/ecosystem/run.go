package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/awserrlint/awserrlint/internal/tools/checkout"
)

// An outcome is the result of running awserrlint on a module.
type outcome struct {
	report
	exit  int
	costs []checkout.Cost // by round
}

// section returns o as a section of a golden file.
func (o outcome) section(m checkout.Module) section {
	return section{headingOf(m), len(o.problems) > 0, o.findings}
}

// A row is the results for a module.
type row struct {
	checkout.Module
	tool outcome
	base outcome  // if there is a base
	vet  *outcome // the tool under go vet, if it runs
	fix  *fixing  // with -fix, if there is something to fix

	states []difference // with -states
}

// comparable returns whether both drivers could analyze the same code.
func (r *row) comparable() bool {
	return r.vet != nil && len(r.tool.problems)+len(r.vet.problems) == 0
}

// runModules runs everything on modules, one process at a time, since others would disturb the
// measurements.
func (o *options) runModules(ctx context.Context, modules []checkout.Module, progress io.Writer) ([]*row, error) {
	var rows []*row
	copies := checkout.Copies{Temp: filepath.Join(o.temp, "copies")}
	for i, m := range modules {
		fmt.Fprintf(progress, "%d/%d %s\n", i+1, len(modules), m.Name())
		r := &row{Module: m}
		for round := range o.rounds {
			// The second one finds warm caches, so take turns.
			if err := o.round(ctx, r, (i+round)%2 == 1); err != nil {
				return nil, err
			}
		}
		if o.vet {
			vet, err := o.runVet(ctx, o.tool, m, nil)
			if err != nil {
				return nil, err
			}
			r.vet = &vet
		}
		if o.states {
			root, err := copies.Of(m.Checkout)
			if err != nil {
				return nil, err
			}
			if r.states, err = o.runStates(ctx, m, root); err != nil {
				return nil, err
			}
		}
		if o.fix && r.tool.fixable {
			root, err := copies.Of(m.Checkout)
			if err != nil {
				return nil, err
			}
			if r.fix, err = o.runFix(ctx, m, root, r.tool.report); err != nil {
				return nil, err
			}
		}
		rows = append(rows, r)
	}
	return rows, copies.Remove()
}

// round runs the tool and the base once, in either order.
func (o *options) round(ctx context.Context, r *row, baseFirst bool) error {
	runs := []struct {
		binary string
		to     *outcome
	}{{o.tool, &r.tool}, {o.base, &r.base}}
	if baseFirst {
		runs[0], runs[1] = runs[1], runs[0]
	}
	for _, run := range runs {
		if run.binary == "" {
			continue
		}
		// Who finds results of the run before would be measured in something else.
		if err := os.RemoveAll(o.results); err != nil {
			return err
		}
		next, err := o.runStandalone(ctx, run.binary, r.Dir(), nil)
		if err != nil {
			return err
		}
		next.costs = append(run.to.costs, next.costs...)
		*run.to = next
	}
	return nil
}

// runStandalone runs binary, an awserrlint, on all packages of the module in dir. It keeps its
// results for the next run in a folder of this run of the command, unless env says otherwise.
func (o *options) runStandalone(ctx context.Context, binary, dir string, env []string, flags ...string) (outcome, error) {
	args := slices.Concat([]string{binary, "-format", "json"}, flags, []string{"./..."})
	p, err := checkout.Run(ctx, o.timeout, dir, append(o.resultsEnv(o.results), env...), args...)
	if err != nil {
		return outcome{}, err
	}
	return decode(p, dir), nil
}

// resultsEnv returns the variables that have awserrlint keep its results below the folder dir. It takes
// only the user's cache folder from the environment, where the build cache should stay.
func (o *options) resultsEnv(dir string) []string {
	return []string{"XDG_CACHE_HOME=" + dir, "GOCACHE=" + o.buildCache}
}

// decode returns the outcome of p, an awserrlint that ran in dir.
func decode(p checkout.Process, dir string) outcome {
	report, err := decodeStandalone(p.Stdout, dir)
	// Without JSON it could not run, or panicked, and has said why in a line.
	if err != nil || p.Failure != "" {
		report.problems = append(p.Complaints(), report.problems...)
		if len(report.problems) == 0 {
			report.problems = []string{"no findings and no reason are printed"}
		}
	}
	return outcome{report, p.Exit, []checkout.Cost{p.Cost}}
}

// runVet runs binary, an awserrlint, under go vet on all packages of m.
func (o *options) runVet(ctx context.Context, binary string, m checkout.Module, env []string) (outcome, error) {
	p, err := checkout.Run(ctx, o.timeout, m.Dir(), env, "go", "vet", "-vettool="+binary, "-json", "./...")
	if err != nil {
		return outcome{}, err
	}
	report, err := decodeVettool(bytes.NewReader(p.Stdout), m.Dir())
	if err != nil {
		report.problems = append(report.problems, "what go vet prints is no JSON: "+err.Error())
	}
	if p.Exit != 0 || p.Failure != "" {
		report.problems = append(p.Complaints(), report.problems...)
	}
	return outcome{report, p.Exit, []checkout.Cost{p.Cost}}, nil
}
