package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/awserrlint/awserrlint/internal/tools/checkout"
)

// A difference is what a run of awserrlint finds in addition (+) or not (-), where it should find the same as
// another run.
type difference struct {
	state string
	lines []string
}

// A stateRun runs awserrlint on one module in several states, and collects what differs.
type stateRun struct {
	*options
	ctx         context.Context
	module      checkout.Module // in a copy of its checkout
	results     string          // folder that awserrlint keeps results in
	differences []difference
}

// runStates demands that awserrlint finds the same in m, copied to root, whatever it has kept of runs
// before, and with all versions of Go. It returns what differs.
func (o *options) runStates(ctx context.Context, m checkout.Module, root string) ([]difference, error) {
	m.Root = root
	s := &stateRun{options: o, ctx: ctx, module: m, results: filepath.Join(o.temp, "states")}
	defer os.RemoveAll(s.results)
	fresh, err := s.fresh()
	if err != nil {
		return nil, err
	}
	for _, state := range []string{"no results kept yet", "nothing changed"} {
		if err := s.keeping(state, fresh); err != nil {
			return nil, err
		}
	}
	if err := s.edits(fresh); err != nil {
		return nil, err
	}
	for _, version := range o.goVersions {
		if err := s.goVersion(version, fresh); err != nil {
			return nil, err
		}
	}
	return s.differences, nil
}

// fresh returns what awserrlint reports without results of other runs.
func (s *stateRun) fresh() (report, error) {
	out, err := s.runStandalone(s.ctx, s.tool, s.module.Dir(), nil, "-cache=off")
	return out.report, err
}

// keeping runs awserrlint with the results that it has kept, and compares what it reports with want.
func (s *stateRun) keeping(state string, want report) error {
	out, err := s.runStandalone(s.ctx, s.tool, s.module.Dir(), s.resultsEnv(s.results))
	s.compare(state, want.lines(), out.lines())
	return err
}

func (s *stateRun) compare(state string, want, have []byte) {
	if lines := changedLines(want, have); len(lines) > 0 {
		s.differences = append(s.differences, difference{state, lines})
	}
}

// lines returns findings and problems, a line each.
func (r report) lines() []byte {
	text := section{findings: r.findings}.format(true)
	for _, p := range r.problems {
		text = fmt.Appendf(text, "\tproblem: %s\n", strings.ReplaceAll(p, "\n", " "))
	}
	return text
}

// edits makes edits in one file, one after the other, and takes them back.
func (s *stateRun) edits(fresh report) error {
	file, edits, err := editsOf(s.module.Dir(), fresh.findings)
	if err != nil || len(edits) == 0 {
		return err
	}
	original, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	for _, e := range edits {
		if err := os.WriteFile(file, e.text, 0o666); err != nil {
			return err
		}
		want, err := s.fresh()
		if err != nil {
			return err
		}
		if err := s.keeping(e.name, want); err != nil {
			return err
		}
	}
	if err := os.WriteFile(file, original, 0o666); err != nil {
		return err
	}
	return s.keeping("edits taken back", fresh)
}

// goVersion compares findings, not problems, of builds with another Go, and where another Go is in use.
func (s *stateRun) goVersion(version string, fresh report) error {
	want := section{findings: fresh.findings}.format(true)
	for _, run := range []struct {
		state, tool string
		env         []string
	}{
		{version + " in use", s.tool, toolchain(version)},
		{"built with " + version, s.toolBy[version], nil},
		{"built with " + version + ", and that in use", s.toolBy[version], toolchain(version)},
	} {
		out, err := s.runStandalone(s.ctx, run.tool, s.module.Dir(), run.env, "-cache=off")
		if err != nil {
			return err
		}
		s.compare(run.state, want, section{findings: out.findings}.format(true))
		if !s.vet {
			continue
		}
		vet, err := s.runVet(s.ctx, run.tool, s.module, run.env)
		if err != nil {
			return err
		}
		s.compare("go vet, "+run.state, want, section{findings: vet.findings}.format(true))
	}
	return nil
}

// printStates prints what differs between states. It returns whether nothing does.
func printStates(out io.Writer, rows []*row) (same bool) {
	same = true
	for _, r := range rows {
		for _, d := range r.states {
			if same {
				fmt.Fprint(out, "Findings depend on what they must not (- is only found with -cache=off):\n\n")
			}
			same = false
			fmt.Fprintf(out, "%s: %s\n%s\n\n", r.Name(), d.state, strings.Join(d.lines, "\n"))
		}
	}
	return same
}
