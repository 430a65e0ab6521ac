package engine

import (
	"context"
	"maps"
	"sync"

	"golang.org/x/tools/go/packages"

	"github.com/awserrlint/awserrlint/internal/edit"
	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/load"
	"github.com/awserrlint/awserrlint/internal/runner"
)

// analyzeAll loads and analyzes all packages of plan, and keeps nothing.
func (e *engine) analyzeAll(ctx context.Context, plan *load.Plan) (*Result, error) {
	loaded, results, err := e.load(ctx, plan, plan.Packages, nil)
	if err != nil {
		return nil, err
	}
	return resultOf(plan, loaded, results), nil
}

// resultOf returns the result of a load of all packages of plan.
func resultOf(plan *load.Plan, loaded *load.Result, results map[string]*packageResult) *Result {
	res := &Result{Matched: loaded.Matched, Unmatched: loaded.Unmatched, Problems: loaded.Problems, Fallback: loaded.Fallback}
	for _, p := range loaded.Packages {
		if plan.FactsOnly(p.ID) {
			continue
		}
		r := results[p.ID]
		res.add(&r.entry)
		res.Problems = append(res.Problems, r.problems...)
	}
	res.withholdFixes()
	return res
}

// withholdFixes drops the fixes of packages with problems, such as a module that cannot be had: nobody could tell
// whether such a package compiles after them.
func (res *Result) withholdFixes() {
	broken := make(map[string]bool)
	for _, p := range res.Problems {
		broken[p.Package] = true
	}
	for i, f := range res.Findings {
		if broken[f.Package] {
			res.Findings[i].Fixes = nil
		}
	}
}

// add adds what was found in a package.
func (res *Result) add(found *entry) {
	res.Packages++
	res.Findings = append(res.Findings, found.Findings...)
	if res.Names == nil {
		res.Names = make(map[string]string)
	}
	maps.Copy(res.Names, found.Names)
	if res.Sums == nil {
		res.Sums = make(map[string]load.Sum)
	}
	maps.Copy(res.Sums, found.Sums)
}

// analyze loads and analyzes the packages in missing, with the facts of the others in pkgs, and
// replaces their entries by ones without a key. If there is a Fallback, it analyzes all packages
// instead, and returns the result.
func (e *engine) analyze(ctx context.Context, plan *load.Plan, missing, pkgs []*pkg) (*load.Result, *Result, error) {
	known := make(map[string][]byte)
	for _, p := range pkgs {
		known[p.Path] = p.exports.Facts
	}
	for _, p := range missing {
		delete(known, p.Path)
	}
	loaded, results, err := e.load(ctx, plan, candidates(missing), known)
	if err != nil {
		return nil, nil, err
	}
	if loaded.Fallback != "" {
		return loaded, resultOf(plan, loaded, results), nil
	}
	needs := loaded.Needs()
	for _, p := range missing {
		r := results[p.ID]
		if r == nil { // a problem of the load says why, unless it is untold
			r = new(packageResult)
		}
		p.entry, p.problems, p.fresh = &r.entry, r.problems, true
		p.entry.Needs, p.lacks, p.untold = needs[p.ID], loaded.Lacking[p.ID], loaded.Untold[p.ID]
	}
	return loaded, nil, nil
}

// A packageResult is the result of the analysis of a package.
type packageResult struct {
	entry    entry // without what it depends on
	problems []finding.Problem
}

// load loads pkgs and runs the analyzers on them. It returns the results by ID. known holds the
// facts of other packages by path. If it is nil, there are no facts in the results.
func (e *engine) load(ctx context.Context, plan *load.Plan, pkgs []*load.Candidate, known map[string][]byte) (*load.Result, map[string]*packageResult, error) {
	if len(pkgs) > 0 {
		defer e.begin("analyze " + counted(len(pkgs)))()
	}
	r := &runner.Runner{Analyzers: e.Analyzers, Severity: e.Severity, ReadFile: e.readFile}
	if known != nil {
		runner.RegisterFacts(e.Analyzers)
		r.Known = known
	}
	run := r.Start()
	var mu sync.Mutex
	results := make(map[string]*packageResult)
	loaded, err := plan.Load(ctx, pkgs, func(pkg *packages.Package) error {
		found, facts, err := run.Package(pkg)
		if err != nil {
			return err
		}
		r := &packageResult{entry{Findings: found.Findings, Names: make(map[string]string)}, found.Problems}
		edit.ImportNames(r.entry.Names, pkg.Types)
		if known != nil {
			if r.entry.Facts, err = facts.Encode(); err != nil {
				return err
			}
		}
		mu.Lock()
		defer mu.Unlock()
		results[pkg.ID] = r
		if e.Analyzed != nil {
			e.Analyzed(len(results), max(len(pkgs), len(results)))
		}
		return nil
	})
	if err != nil {
		return nil, nil, err
	}
	kept := make(map[string]*packageResult) // without those that the load has left out since
	for _, p := range loaded.Packages {
		kept[p.ID] = results[p.ID]
		kept[p.ID].entry.keepSums(loaded.Sums)
	}
	return loaded, kept, nil
}

// keepSums keeps those of sums that are of files which fixes change.
func (e *entry) keepSums(sums map[string]load.Sum) {
	e.Sums = make(map[string]load.Sum)
	for _, f := range e.Findings {
		for _, fix := range f.Fixes {
			for _, edit := range fix.Edits {
				e.Sums[edit.Pos.Filename] = sums[edit.Pos.Filename]
			}
		}
	}
}

func (e *engine) readFile(name string) ([]byte, error) { return load.Read(e.Load.Overlay, name) }
