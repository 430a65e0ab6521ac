package govet

import (
	"errors"
	"fmt"
	"go/build"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"strings"

	"golang.org/x/tools/go/gcexportdata"
	"golang.org/x/tools/go/packages"

	"github.com/awserrlint/awserrlint/internal/load"
)

// An unreadable is the error for export data that cannot be read: there is none, or a newer Go has
// written it.
type unreadable struct{ error }

// An exportData imports packages from the export data that the compiler has written. The reader of
// x/tools, unlike that of go/importer, knows what Go versions after the one that built this program
// write, as far as they were released before x/tools.
type exportData struct {
	cfg        *vetConfig
	fset       *token.FileSet
	packages   map[string]*types.Package // by path
	unreadable error                     // the first such error
}

// unlisted is the error for an import that the go command has not listed, because a fix has
// added it. What the fix uses of it cannot be checked.
const unlisted = "import is not listed by the go command"

// Import implements types.Importer for paths as the source spells them.
func (d *exportData) Import(path string) (pkg *types.Package, err error) {
	mapped, ok := d.cfg.ImportMap[path] // to a vendored package, or a test variant
	if !ok {
		return nil, errors.New(unlisted)
	}
	if d.unreadable != nil {
		return nil, d.unreadable
	}
	defer func() {
		if v := recover(); v != nil { // that is how the reader says that it does not know a version
			err = fmt.Errorf("%v", v)
		}
		if err != nil {
			d.unreadable = unreadable{err}
		}
	}()
	return d.read(mapped)
}

// read returns the package with the path.
func (d *exportData) read(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if pkg := d.packages[path]; pkg != nil && pkg.Complete() {
		return pkg, nil
	}
	name, ok := d.cfg.PackageFile[path]
	if !ok {
		return nil, errors.New("the go command lists none")
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	r, err := gcexportdata.NewReader(file)
	if err != nil {
		return nil, err
	}
	return gcexportdata.Read(r, d.fset, d.packages, path)
}

// fromExportData parses and type-checks the package that cfg describes, with the content of files in
// overlay and the types of imports from export data. The error is an unreadable where these cannot
// be had.
func fromExportData(cfg *vetConfig, overlay map[string][]byte) (*packages.Package, error) {
	fset := token.NewFileSet()
	pkg := &packages.Package{
		PkgPath:    cfg.ImportPath,
		GoFiles:    cfg.GoFiles,
		Fset:       fset,
		Module:     &packages.Module{Path: cfg.module().Path, Version: cfg.module().Version, GoVersion: cfg.GoVersion},
		TypesSizes: types.SizesFor("gc", build.Default.GOARCH),
		TypesInfo:  load.NewInfo(),
	}
	for _, name := range cfg.GoFiles {
		var src any // nil: the file itself
		if content, ok := overlay[name]; ok {
			src = content
		}
		f, err := parser.ParseFile(fset, name, src, parser.ParseComments)
		if err != nil {
			return nil, err
		}
		pkg.Syntax = append(pkg.Syntax, f)
	}
	imports := &exportData{cfg: cfg, fset: fset, packages: make(map[string]*types.Package)}
	var errs []error
	config := &types.Config{Importer: imports, Sizes: pkg.TypesSizes, GoVersion: load.LanguageVersion(cfg.GoVersion), Error: func(err error) {
		if !strings.Contains(err.Error(), unlisted) {
			errs = append(errs, err)
		}
	}}
	pkg.Types, _ = config.Check(cfg.ImportPath, fset, pkg.Syntax, pkg.TypesInfo)
	switch {
	case imports.unreadable != nil:
		return nil, imports.unreadable
	case len(errs) > 0:
		return nil, errs[0]
	}
	pkg.Name = pkg.Types.Name()
	return pkg, nil
}
