package load

import (
	"context"
	"errors"
	"os"
	"slices"

	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/load/source"
	"github.com/awserrlint/awserrlint/internal/readfile"
)

// A Plan tells which packages have to be analyzed. To make one, only import clauses are read.
type Plan struct {
	// Packages are the packages to analyze, sorted by path: those that the patterns match, and
	// those of modules of the program that these import, directly or not, which have FactsOnly.
	// So what is found in a package does not depend on what else is asked for.
	Packages []*Candidate

	// Matched is the number of packages that the patterns match, including those that
	// cannot reach AWS.
	Matched int

	// Unmatched has an error for each pattern that matches no package.
	Unmatched []*source.NoMatchError

	// Problems are what kept packages from being planned.
	Problems []finding.Problem

	// Fallback says why packages cannot be found or loaded without the compiler. Then there are no
	// Packages, Matched is 0, and Load loads all that the patterns match. It is "" as a rule.
	Fallback string

	cfg   Config
	tree  *source.Tree     // nil if there is a Fallback
	nodes map[string]*node // packages that others import, by path
}

// NewPlan finds the packages that cfg names and that have to be analyzed. The error is that of ctx, or of
// a file, such as go.mod, that the go command should not read either.
func NewPlan(ctx context.Context, cfg Config) (*Plan, error) {
	p := &Plan{cfg: cfg}
	if err := p.find(ctx); err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if readfile.Refused(err) {
			return nil, err
		}
		return &Plan{cfg: cfg, Fallback: oneLine(err.Error())}, nil
	}
	return p, nil
}

// find finds the packages. The error says why that is not possible.
func (p *Plan) find(ctx context.Context) error {
	env := p.cfg.Env
	if env == nil {
		env = os.Environ()
	}
	var err error
	p.tree, err = source.New(ctx, source.Config{
		Dir: p.cfg.Dir, Env: env, BuildTags: p.cfg.BuildTags, Overlay: p.cfg.Overlay, Steps: p.cfg.Steps, Cache: p.cfg.Cache, Sources: p.cfg.Sources,
	})
	if err != nil {
		return err
	}
	for _, problem := range p.tree.Problems() {
		p.Problems = append(p.Problems, finding.Problem{Message: problem})
	}
	folders, unmatched, err := p.tree.Match(patterns(p.cfg))
	if err != nil {
		return err
	}
	p.Unmatched = unmatched
	candidates, problems, err := scan(ctx, p.tree, folders, p.cfg.Tests)
	if err != nil {
		return err
	}
	p.Problems = append(p.Problems, problems...)
	for _, c := range candidates {
		if !c.external {
			p.Matched++
		}
	}
	imported, err := beyond(ctx, p.tree, folders, candidates)
	if err != nil {
		return err
	}
	candidates = append(candidates, imported...)
	p.Problems = append(p.Problems, cycles(candidates)...)
	p.Packages = toAnalyze(p.tree, candidates, p.cfg.Calls)
	p.keepReached()
	return nil
}

// Reads returns what was looked at so far, by the plan and by its loads, see source.Tree.Reads.
func (p *Plan) Reads() []source.Read { return p.tree.Reads() }

// Load loads pkgs, which are in p.Packages; the packages that they import are read as far as they
// need them. Load may be called several times; what each call returns stands apart from the rest.
//
// If visit is not nil, it is called for each package of the result. It may be called again for a
// package that turns out to have been loaded wrong; then the last call counts.
//
// Load returns an error only if visit does or nothing can be loaded: there is no module, the folder
// does not exist, the go command fails. If Fallback of the result is not "", it holds all packages
// that the patterns match, whatever pkgs are.
//
// A package with FactsOnly never makes a load fail, and is no reason to compile or to tell a
// problem. Where analyzing it would be, it is left out: then it is read on demand, and not in the
// result.
func (p *Plan) Load(ctx context.Context, pkgs []*Candidate, visit Visit) (*Result, error) {
	res, err := p.load(ctx, pkgs, visit)
	if err == nil && visit != nil {
		err = visit.all(ctx, res.Packages)
	}
	if err != nil {
		return nil, err
	}
	return res, nil
}

// load is Load, but not all packages have been visited.
func (p *Plan) load(ctx context.Context, pkgs []*Candidate, visit Visit) (*Result, error) {
	reason := p.Fallback
	if reason == "" {
		res, err := p.loadSource(ctx, pkgs, visit)
		if err == nil {
			return res, nil
		}
		if failed, ok := errors.AsType[*visitError](err); ok {
			return nil, failed.error
		}
		if err == errNewerStd {
			return nil, err // the export data is newer, too
		}
		reason = oneLine(err.Error())
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	defer source.Begin(p.cfg.Steps, "compiling with go list -export, since "+reason, true)()
	cfg := p.cfg
	for _, err := range p.Unmatched {
		cfg.Patterns = slices.DeleteFunc(slices.Clone(cfg.Patterns), func(text string) bool { return text == err.Pattern })
	}
	res, err := loadExport(ctx, cfg, reason)
	if err != nil {
		return nil, err
	}
	res.Unmatched = p.Unmatched
	for i, problem := range res.Problems {
		res.Problems[i].Pos = absolute(p.cfg.Dir, problem.Pos)
	}
	return res, nil
}
