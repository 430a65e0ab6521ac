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

// loadSource loads what cfg names without the go command. The error says why that is not
// possible.
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
	candidates, err := scan(ctx, tree, folders, cfg.Tests)
	if err != nil {
		return nil, err
	}
	res := &Result{Fset: token.NewFileSet()}
	for _, c := range candidates {
		if !c.external {
			res.Matched++
		}
	}
	analyzed := toAnalyze(tree, candidates)
	if len(analyzed) == 0 {
		return res, nil
	}

	l := newLoader(ctx, tree, res.Fset)
	defer l.cancel()
	if err := l.demand(analyzed); err != nil {
		return nil, err
	}
	if err := l.check(); err != nil {
		return nil, err
	}
	res.Packages = l.packages(analyzed)
	return res, nil
}

// packages returns the result of the load, dependencies first.
func (l *loader) packages(analyzed []*candidate) []*packages.Package {
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
			if imp.loc.Main { // only these can import an analyzed package
				out.Imports[imp.loc.Path] = shell(imp)
			}
		}
		return out
	}
	full := make(map[*packages.Package]bool)
	for _, c := range analyzed {
		out := shell(c.pkg)
		l.fill(out, c)
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
func (l *loader) fill(out *packages.Package, c *candidate) {
	main := l.tree.Main
	out.ID, out.Name, out.PkgPath, out.ForTest, out.Dir = c.id, c.name, c.path, c.forTest, c.folder.Dir
	out.Module = &packages.Module{
		Path: main.Path, Main: true, Dir: main.Dir, GoMod: filepath.Join(main.Dir, "go.mod"), GoVersion: main.GoVersion,
	}
	for _, f := range c.files {
		out.GoFiles = append(out.GoFiles, f.Name)
	}
	out.CompiledGoFiles = out.GoFiles
	out.Fset, out.Syntax, out.Types, out.TypesInfo, out.TypesSizes = l.fset, c.syntax, c.pkg.types, c.info, l.sizes
}

func sizesFor(tree *source.Tree) types.Sizes {
	return types.SizesFor("gc", tree.Context.GOARCH)
}
