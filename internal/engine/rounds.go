package engine

import (
	"context"
	"fmt"
	"slices"

	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/load"
)

// maxRounds is how often packages are analyzed because facts are not what they were, before all
// are. Each round settles at least the packages whose imports are settled, and usually all.
const maxRounds = 8

// analyzeChanged analyzes the packages of plan for which there is no entry.
//
// The facts of a package that has to be analyzed are not known before. Until then they count as
// what they were in the last run, as most changes leave them. So a first round analyzes all
// packages that changed, and further rounds those that import a package whose facts turn out to be
// different.
func (e *engine) analyzeChanged(ctx context.Context, plan *load.Plan) (*Result, error) {
	pkgs := pkgsOf(plan)
	end := e.begin("look up the results of " + counted(len(pkgs)))
	e.readMemo(pkgs)
	e.setOwn(pkgs, e.global(plan))
	e.readEntries(plan, pkgs)
	end()

	res := &Result{Matched: plan.Matched, Unmatched: plan.Unmatched, Problems: slices.Clone(plan.Problems)}
	for range maxRounds {
		missing := settle(pkgs)
		if len(missing) == 0 {
			e.finish(plan, pkgs, res)
			return res, nil
		}
		loaded, all, err := e.analyze(ctx, plan, missing, pkgs)
		if err != nil || all != nil {
			return all, err
		}
		e.setContent(plan, missing)
		for _, p := range missing {
			p.export()
		}
		for _, p := range missing {
			p.entry.Key, _ = p.keyNow()
		}
		for _, problem := range loaded.Problems {
			if !slices.Contains(res.Problems, problem) {
				res.Problems = append(res.Problems, problem)
			}
		}
	}
	return e.analyzeAll(ctx, plan)
}

// readEntries reads the entries of pkgs.
func (e *engine) readEntries(plan *load.Plan, pkgs []*pkg) {
	parallel(len(pkgs), 1, func(i int) {
		pkgs[i].entry = e.getEntry(pkgs[i].own)
	})
	e.setContent(plan, slices.DeleteFunc(slices.Clone(pkgs), func(p *pkg) bool { return p.entry == nil }))
}

// settle returns the packages whose entries do not hold: their content is new, or the facts of
// their imports are not what the entry goes by.
func settle(pkgs []*pkg) (missing []*pkg) {
	for _, p := range pkgs {
		if key, ok := p.keyNow(); !ok || p.entry == nil || p.entry.Key != key {
			missing = append(missing, p)
			continue
		}
		p.export()
	}
	return missing
}

// export makes known what the entry of p exports.
func (p *pkg) export() { p.know(exports{p.entry.Facts, p.services}) }

func candidates(pkgs []*pkg) []*load.Candidate {
	var list []*load.Candidate
	for _, p := range pkgs {
		list = append(list, p.Candidate)
	}
	return list
}

// finish adds the results of pkgs to res, and keeps what is new.
func (e *engine) finish(plan *load.Plan, pkgs []*pkg, res *Result) {
	analyzed := slices.DeleteFunc(slices.Clone(pkgs), func(p *pkg) bool { return !p.fresh })
	defer e.begin("keep results")()
	e.tell(fmt.Sprintf("packages: %d analyzed, %d from the cache", len(analyzed), len(pkgs)-len(analyzed)))
	broken := slices.DeleteFunc(slices.Clone(res.Problems), func(p finding.Problem) bool { return slices.Contains(plan.Problems, p) })
	for _, p := range pkgs {
		if !p.FactsOnly {
			res.add(p.entry)
			res.Problems = append(res.Problems, p.problems...)
		}
	}
	res.withholdFixes()
	e.keep(analyzed, broken)
	e.keepRun(plan, pkgs, res)
}
