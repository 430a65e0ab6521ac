package cli

import (
	"context"
	"errors"
	"flag"

	"github.com/awserrlint/awserrlint/internal/baseline"
	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/load"
	"github.com/awserrlint/awserrlint/internal/scope"
	"github.com/awserrlint/awserrlint/internal/since"
)

// onlyNew are the values of the flags that report only what is new.
type onlyNew struct {
	rev, branch string
	baseline    string
	writes      bool
}

func (o *onlyNew) register(flags *flag.FlagSet) {
	flags.StringVar(&o.rev, "new-from-rev", "", "report only what lines have to do with that are new since this `revision` of git")
	flags.StringVar(&o.branch, "new-from-merge-base", "", "report only what is new since this `branch` of git was left")
	flags.StringVar(&o.baseline, "baseline", "", "report nothing that `file` accepts; with -unused, also what it accepts in vain")
	flags.BoolVar(&o.writes, "write-baseline", false, "write all findings to the file of -baseline, which accepts them from then on")
}

// check returns an error if flags contradict each other.
func (o *onlyNew) check(others options) error {
	switch {
	case o.rev != "" && o.branch != "":
		return errors.New("-new-from-rev and -new-from-merge-base exclude each other")
	case o.writes && o.baseline == "":
		return errors.New("-write-baseline needs -baseline file")
	case o.writes && (others.fix || others.diff):
		return errors.New("-write-baseline and fixes exclude each other: fix first")
	case o.writes && (o.rev != "" || o.branch != ""):
		return errors.New("-write-baseline writes all findings, not only new ones")
	}
	return nil
}

// A newFilter drops the findings of a run that are not new.
type newFilter struct {
	*invocation
	overlay map[string][]byte
	match   *baseline.Match           // nil if there is no baseline
	changes map[string]*since.Changes // by the top folder of a work tree
	covered []coverage                // of what a baseline is compared with
}

// newFilter returns the filter for a run on files with the contents in overlay.
func (inv *invocation) newFilter(overlay map[string][]byte) (*newFilter, error) {
	f := &newFilter{invocation: inv, overlay: overlay, changes: make(map[string]*since.Changes)}
	if inv.baseline == "" || inv.writes {
		return f, nil
	}
	file, err := inv.abs(inv.baseline)
	if err != nil {
		return nil, err
	}
	b, err := baseline.Read(file)
	if err != nil {
		return nil, err
	}
	f.match = b.NewMatch(func(name string) ([]byte, error) { return load.Read(overlay, name) })
	return f, nil
}

// drop removes from res, the result for s, the findings that are not new. The settings for s must be
// applied.
func (f *newFilter) drop(ctx context.Context, s scope.Selection, res *result) error {
	if f.baseline != "" {
		f.covered = append(f.covered, f.coverage(s, res.Problems))
	}
	res.Findings = finding.Sort(res.Findings) // a file in two variants of a package has each finding once
	if f.rev != "" || f.branch != "" {
		changes, err := f.since(ctx, s.Dir)
		if err != nil {
			return err
		}
		var touched []finding.Finding
		for _, found := range res.Findings {
			if touches(changes, found) {
				touched = append(touched, found)
			}
		}
		res.Findings = touched
	}
	if f.match == nil {
		return nil
	}
	res.Findings = f.match.New(res.Findings)
	return nil
}

// since returns what is new in the work tree of the folder dir.
func (f *newFilter) since(ctx context.Context, dir string) (*since.Changes, error) {
	top, err := since.Top(ctx, dir)
	if err != nil {
		return nil, err
	}
	if f.changes[top] == nil {
		var changes *since.Changes
		if f.rev != "" {
			changes, err = since.Rev(ctx, top, f.rev)
		} else {
			changes, err = since.MergeBase(ctx, top, f.branch)
		}
		if err != nil {
			return nil, err
		}
		if f.changes[top], err = changes.With(f.overlay); err != nil {
			return nil, err
		}
	}
	return f.changes[top], nil
}

// touches reports whether changes touch the finding: a line of it, or of a place that it is related to. A
// call that has become another may make a match below impossible, which is then new.
func touches(changes *since.Changes, f finding.Finding) bool {
	if changes.Touch(f.Pos.Filename, f.Pos.Line, f.End.Line) {
		return true
	}
	for _, r := range f.Related {
		if changes.Touch(r.Pos.Filename, r.Pos.Line, r.End.Line) {
			return true
		}
	}
	return false
}
