package govet

import (
	"errors"
	"go/build"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"strings"

	"golang.org/x/tools/go/analysis/unitchecker"
	"golang.org/x/tools/go/packages"

	"github.com/awserrlint/awserrlint/internal/load"
)

// A packageSource type-checks the package that the go command describes. Its imports come from
// the export data that the compiler has written.
type packageSource struct {
	cfg      *unitchecker.Config
	fset     *token.FileSet
	importer types.Importer
}

func newPackageSource(cfg *unitchecker.Config) *packageSource {
	s := &packageSource{cfg: cfg, fset: token.NewFileSet()}
	s.importer = importer.ForCompiler(s.fset, "gc", func(path string) (io.ReadCloser, error) {
		file, ok := cfg.PackageFile[path]
		if !ok {
			return nil, errors.New("no export data")
		}
		return os.Open(file)
	})
	return s
}

// unlisted is the error for an import that the go command has not listed, because a fix has
// added it. What the fix uses of it cannot be checked.
const unlisted = "import is not listed by the go command"

// Import implements types.Importer for paths as the source spells them.
func (s *packageSource) Import(path string) (*types.Package, error) {
	mapped, ok := s.cfg.ImportMap[path] // to a vendored package, or a test variant
	if !ok {
		return nil, errors.New(unlisted)
	}
	return s.importer.Import(mapped)
}

// check parses and type-checks the package, with the content of files in overlay.
func (s *packageSource) check(overlay map[string][]byte) (*packages.Package, error) {
	pkg := &packages.Package{
		ID:           s.cfg.ID,
		PkgPath:      s.cfg.ImportPath,
		GoFiles:      s.cfg.GoFiles,
		OtherFiles:   s.cfg.NonGoFiles,
		IgnoredFiles: s.cfg.IgnoredFiles,
		Fset:         s.fset,
		Module:       &packages.Module{Path: s.cfg.ModulePath, Version: s.cfg.ModuleVersion, GoVersion: s.cfg.GoVersion},
		TypesSizes:   types.SizesFor("gc", build.Default.GOARCH),
		TypesInfo:    load.NewInfo(),
	}
	for _, name := range s.cfg.GoFiles {
		var src any // nil: the file itself
		if content, ok := overlay[name]; ok {
			src = content
		}
		f, err := parser.ParseFile(s.fset, name, src, parser.ParseComments)
		if err != nil {
			return nil, err
		}
		pkg.Syntax = append(pkg.Syntax, f)
	}
	var errs []error
	config := &types.Config{Importer: s, Sizes: pkg.TypesSizes, GoVersion: s.cfg.GoVersion, Error: func(err error) {
		if !strings.Contains(err.Error(), unlisted) {
			errs = append(errs, err)
		}
	}}
	pkg.Types, _ = config.Check(s.cfg.ImportPath, s.fset, pkg.Syntax, pkg.TypesInfo)
	if len(errs) > 0 {
		return nil, errs[0]
	}
	pkg.Name = pkg.Types.Name()
	return pkg, nil
}
