package load

import (
	"context"
	"errors"
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"path/filepath"
	"slices"
	"sync/atomic"

	"golang.org/x/tools/go/packages"

	"github.com/awserrlint/awserrlint/internal/load/source"
)

// An analyzed is a package to analyze while it is loaded.
type analyzed struct {
	*Candidate
	pkg        *pkg
	dotImports atomic.Bool

	out      *packages.Package // the result
	syntax   []*ast.File
	unparsed []token.Pos // where syntax errors are
	info     *types.Info
	illTyped bool // errors are left
}

// loadSource loads pkgs without the compiler. The error says why that is not possible.
//
// Packages with FactsOnly that are unfit, all of them if the error may be theirs, are left out.
func (p *Plan) loadSource(ctx context.Context, pkgs []*Candidate, visit Visit) (*Result, error) {
	res := &Result{
		Fset: token.NewFileSet(), Lacking: make(map[string]bool), Untold: make(map[string]bool),
		Matched: p.Matched, Unmatched: p.Unmatched, Problems: slices.Clone(p.Problems),
	}
	for len(pkgs) > 0 {
		l, err := p.run(ctx, pkgs, nil, visit)
		if err == nil {
			l, err = p.verified(ctx, pkgs, l)
		}
		if _, failed := errors.AsType[*visitError](err); failed || err != nil && ctx.Err() != nil {
			return nil, err
		}
		var fit []*Candidate
		for _, c := range pkgs {
			if !c.FactsOnly || err == nil && !l.unfit(c) {
				fit = append(fit, c)
				continue
			}
			res.Untold[c.ID] = true
			if err == nil && l.lacking()[c.ID] {
				res.Lacking[c.ID] = true
			}
		}
		if len(fit) < len(pkgs) {
			pkgs = fit
			continue
		}
		if err != nil {
			return nil, err
		}
		for _, c := range pkgs {
			if c.FactsOnly && l.complains(c) {
				res.Untold[c.ID] = true
			}
		}
		res.Fset, res.Packages, res.Needs, res.Sums = l.fset, l.sorted, l.needs, l.sums
		maps.Copy(res.Lacking, l.lacking())
		for _, problem := range l.problems() {
			res.addProblem(problem)
		}
		break
	}
	return res, nil
}

// run loads pkgs with what they need of other packages, or, if there was a load before, with the
// whole of these.
//
// If visit is not nil, it visits packages as soon as they are type-checked, but for those whose
// types may turn out to be wrong.
func (p *Plan) run(ctx context.Context, pkgs []*Candidate, before *loader, visit Visit) (*loader, error) {
	l := newLoader(ctx, p.tree, before)
	l.visit = visit
	defer l.cancel()
	if err := l.demand(pkgs); err != nil {
		return nil, err
	}
	return l, l.check()
}

// outline sets the results of the load without what the type checker finds out.
func (l *loader) outline() {
	shells := make(map[*pkg]*packages.Package)
	var shell func(p *pkg) *packages.Package
	shell = func(p *pkg) *packages.Package {
		out := shells[p]
		if out != nil {
			return out
		}
		out = &packages.Package{Imports: make(map[string]*packages.Package)}
		shells[p] = out
		for _, imp := range p.imports {
			if imp.loc.InProgram() { // only these can import an analyzed package
				out.Imports[imp.loc.Path] = shell(imp)
			}
		}
		return out
	}
	full := make(map[*packages.Package]bool)
	var roots []*packages.Package
	for _, c := range l.analyzed {
		c.out = shell(c.pkg)
		c.describe()
		full[c.out] = true
		roots = append(roots, c.out)
	}
	for out := range packages.Postorder(roots) {
		if full[out] {
			l.sorted = append(l.sorted, out)
		}
	}
	linkImports(full)
}

// describe sets what is known of the result before it is type-checked.
func (c *analyzed) describe() {
	out, mod := c.out, c.folder.Module
	out.ID, out.Name, out.PkgPath, out.ForTest, out.Dir = c.ID, c.Name, c.Path, c.ForTest, c.folder.Dir
	if mod != nil { // the package is not vendored
		out.Module = &packages.Module{
			Path: mod.Path, Main: c.folder.Main, Dir: mod.Dir, GoMod: filepath.Join(mod.Dir, "go.mod"), GoVersion: mod.GoVersion,
		}
	}
	out.GoFiles = c.Files()
	out.CompiledGoFiles = out.GoFiles
}

// fill sets the rest of the result.
func (l *loader) fill(c *analyzed) {
	out := c.out
	out.Fset, out.Syntax, out.Types, out.TypesInfo, out.TypesSizes = l.fset, c.syntax, c.pkg.types, c.info, l.sizes
	out.IllTyped = c.illTyped
}

func sizesFor(tree *source.Tree) types.Sizes {
	return types.SizesFor("gc", tree.Context.GOARCH)
}
