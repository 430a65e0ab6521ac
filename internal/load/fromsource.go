package load

import (
	"context"
	"go/token"
	"go/types"
	"os"
	"path/filepath"

	"golang.org/x/tools/go/packages"

	"github.com/awserrlint/awserrlint/internal/load/source"
)

// loadSource loads what cfg names without the go command. An error is the reason
// why this cannot be done.
func loadSource(ctx context.Context, cfg Config) (*Result, error) {
	env := cfg.Env
	if env == nil {
		env = os.Environ()
	}
	tree, err := source.New(source.Config{Dir: cfg.Dir, Env: env, BuildTags: cfg.BuildTags, Overlay: cfg.Overlay})
	if err != nil {
		return nil, err
	}
	folders, err := tree.Match(patterns(cfg))
	if err != nil {
		return nil, err
	}
	units, err := scan(ctx, tree, folders, cfg.Tests)
	if err != nil {
		return nil, err
	}
	res := &Result{Fset: token.NewFileSet()}
	for _, u := range units {
		if !u.external {
			res.Matched++
		}
	}
	targets := targets(tree, units)
	if len(targets) == 0 {
		return res, nil
	}

	l := newLoader(ctx, tree, res.Fset)
	defer l.cancel()
	if err := l.demand(targets); err != nil {
		return nil, err
	}
	if err := l.check(); err != nil {
		return nil, err
	}
	res.Packages = l.packages(targets)
	return res, nil
}

// packages returns the targets as packages, dependencies first.
func (l *loader) packages(targets []*unit) []*packages.Package {
	shells := make(map[*pkg]*packages.Package)
	var roots []*packages.Package
	var shell func(p *pkg) *packages.Package
	shell = func(p *pkg) *packages.Package {
		out := shells[p]
		if out != nil {
			return out
		}
		out = &packages.Package{Imports: make(map[string]*packages.Package)}
		shells[p] = out
		for _, imp := range p.imports {
			if imp.loc.Main { // no other can import a target
				out.Imports[imp.loc.Path] = shell(imp)
			}
		}
		return out
	}
	full := make(map[*packages.Package]bool)
	for _, u := range targets {
		out := shell(u.pkg)
		l.fill(out, u)
		full[out] = true
		roots = append(roots, out)
	}
	var sorted []*packages.Package
	for out := range packages.Postorder(roots) {
		if full[out] {
			sorted = append(sorted, out)
		}
	}
	linkImports(full)
	return sorted
}

// fill sets all fields of out but Imports.
func (l *loader) fill(out *packages.Package, u *unit) {
	main := l.tree.Main
	out.ID, out.Name, out.PkgPath, out.ForTest, out.Dir = u.id, u.name, u.path, u.forTest, u.folder.Dir
	out.Module = &packages.Module{
		Path: main.Path, Main: true, Dir: main.Dir, GoMod: filepath.Join(main.Dir, "go.mod"), GoVersion: main.GoVersion,
	}
	for _, f := range u.files {
		out.GoFiles = append(out.GoFiles, f.Name)
	}
	out.CompiledGoFiles = out.GoFiles
	out.Fset, out.Syntax, out.Types, out.TypesInfo, out.TypesSizes = l.fset, u.syntax, u.pkg.types, u.info, l.sizes
}

func sizesFor(tree *source.Tree) types.Sizes {
	return types.SizesFor("gc", tree.Context.GOARCH)
}
