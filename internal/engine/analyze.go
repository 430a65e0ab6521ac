package engine

import (
	"context"
	"errors"
	"maps"
	"os"
	"sync"

	"golang.org/x/tools/go/packages"

	"github.com/awserrlint/awserrlint/internal/edit"
	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/load"
	"github.com/awserrlint/awserrlint/internal/runner"
)

// analyzeAll loads and analyzes all packages of plan, and keeps nothing.
func (e *engine) analyzeAll(ctx context.Context, plan *load.Plan) (*Result, error) {
	loaded, err := e.loaded(ctx, plan, plan.Packages)
	if err != nil {
		return nil, err
	}
	return e.analyzeLoaded(ctx, loaded)
}

// loaded loads pkgs.
func (e *engine) loaded(ctx context.Context, plan *load.Plan, pkgs []*load.Candidate) (*load.Result, error) {
	if len(pkgs) > 0 {
		defer e.begin("load " + counted(len(pkgs)))()
	}
	return plan.Load(ctx, pkgs)
}

// analyzeLoaded analyzes all packages that are loaded, and keeps nothing.
func (e *engine) analyzeLoaded(ctx context.Context, loaded *load.Result) (*Result, error) {
	results, err := e.results(ctx, loaded, nil)
	if err != nil {
		return nil, err
	}
	res := &Result{Matched: loaded.Matched, Unmatched: loaded.Unmatched, Problems: loaded.Problems, Fallback: loaded.Fallback}
	for _, p := range loaded.Packages {
		r := results[p.ID]
		res.add(&r.entry)
		res.Problems = append(res.Problems, r.problems...)
	}
	return res, nil
}

// add adds what was found in a package.
func (res *Result) add(found *entry) {
	res.Packages++
	res.Findings = append(res.Findings, found.Findings...)
	if res.Names == nil {
		res.Names = make(map[string]string)
	}
	maps.Copy(res.Names, found.Names)
}

// analyze analyzes the packages in missing, which loaded holds, with the facts of the others in
// pkgs. It replaces their entries by ones without a key.
func (e *engine) analyze(ctx context.Context, missing, pkgs []*pkg, loaded *load.Result) error {
	known := make(map[string][]byte)
	for _, p := range pkgs {
		known[p.Path] = p.exports.Facts
	}
	for _, p := range missing {
		delete(known, p.Path)
	}
	results, err := e.results(ctx, loaded, known)
	if err != nil {
		return err
	}
	for _, p := range missing {
		r := results[p.ID]
		if r == nil { // a problem of the load says why
			r = new(packageResult)
		}
		p.entry, p.problems, p.fresh = &r.entry, r.problems, true
		p.entry.Needs, p.lacks = loaded.Needs[p.ID], loaded.Lacking[p.ID]
	}
	return nil
}

// A packageResult is the result of the analysis of a package.
type packageResult struct {
	entry    entry // without what it depends on
	problems []finding.Problem
}

// results runs the analyzers on the packages that are loaded, and returns the results by ID. known
// holds the facts of other packages by path. If it is nil, there are no facts in the results.
func (e *engine) results(ctx context.Context, loaded *load.Result, known map[string][]byte) (map[string]*packageResult, error) {
	defer e.begin("analyze " + counted(len(loaded.Packages)))()
	run := &runner.Runner{Analyzers: e.Analyzers, Severity: e.Severity, ReadFile: e.readFile}
	if known != nil {
		runner.RegisterFacts(e.Analyzers)
		run.Known = maps.All(known)
	}
	var mu sync.Mutex
	var failed error
	results := make(map[string]*packageResult)
	err := run.Packages(ctx, loaded.Packages, func(pkg *packages.Package, found runner.Result, facts *runner.Facts) {
		r := &packageResult{entry{Findings: found.Findings, Names: make(map[string]string)}, found.Problems}
		edit.ImportNames(r.entry.Names, pkg.Types)
		var err error
		if known != nil {
			r.entry.Facts, err = facts.Encode()
		}
		mu.Lock()
		defer mu.Unlock()
		failed = errors.Join(failed, err)
		results[pkg.ID] = r
		if e.Analyzed != nil {
			e.Analyzed(len(results), len(loaded.Packages))
		}
	})
	return results, errors.Join(err, failed)
}

func (e *engine) readFile(name string) ([]byte, error) {
	if content, ok := e.Load.Overlay[name]; ok {
		return content, nil
	}
	return os.ReadFile(name)
}
