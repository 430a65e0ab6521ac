package load

import (
	"errors"
	"go/ast"
	"go/token"
	"go/types"
	"go/version"
	"path"
	"runtime"
	"strings"

	"github.com/awserrlint/awserrlint/internal/crash"
)

// checkPackage type-checks p after its imports.
func (l *loader) checkPackage(p *pkg) error {
	if p.name == "" { // imported as _, so never read
		p.name = path.Base(p.loc.Path)
	}
	p.inherit()
	if p.analyzed != nil {
		l.checkAnalyzed(p)
		l.fill(p.analyzed)
		return l.visitNow(p.analyzed)
	}
	files, err := l.parsePruned(p)
	if err != nil {
		return err
	}
	l.noteImported(p, l.typeCheck(p, files, nil))
	return nil
}

// checkAnalyzed type-checks a package to analyze, and removes what cannot be analyzed from its
// syntax.
func (l *loader) checkAnalyzed(p *pkg) {
	c := p.analyzed
	check := func() (errs []types.Error, at []token.Pos) {
		c.info = NewInfo()
		errs = l.typeCheck(p, c.syntax, c.info)
		at = hard(errs)
		if p.doubts != 0 || len(at) > 0 {
			at = append(at, unknowns(c.info, c.syntax)...)
		}
		return errs, at
	}
	errs, at := check()
	l.noteAnalyzed(p, errs)
	if len(at) > 0 && len(hard(errs))+len(c.unparsed) == 0 && p.doubts&(lacks|cgo|reduced) == 0 {
		p.doubts |= touched
	}
	whole, done := repair(c.syntax, append(at, c.unparsed...), func() []token.Pos {
		_, at := check()
		return at
	})
	if !whole {
		p.doubts |= reduced
	}
	c.illTyped = !done
}

// typeCheck type-checks files as p. The errors do not include those that follow from missing
// packages.
func (l *loader) typeCheck(p *pkg, files []*ast.File, info *types.Info) (errs []types.Error) {
	lost := false // a package is missing
	config := &types.Config{
		Sizes:            l.sizes,
		FakeImportC:      true,
		IgnoreFuncBodies: p.analyzed == nil,
		Importer: importerFunc(func(path string) (*types.Package, error) {
			switch imp := p.imports[path]; {
			case imp == nil:
				return nil, errors.New("it was not found before")
			case imp.missing != nil:
				lost = true
				// With an error, the type checker takes any selector of the package as unknown.
				return types.NewPackage(imp.loc.Path, imp.name), imp.missing
			default:
				return imp.types, nil
			}
		}),
		Error: func(err error) {
			if err, ok := errors.AsType[types.Error](err); ok && !(lost && strings.HasPrefix(err.Msg, "could not import ")) {
				errs = append(errs, err)
			}
		},
	}
	if p.analyzed != nil {
		config.GoVersion = LanguageVersion("go" + p.loc.Module.GoVersion)
	}
	p.types = types.NewPackage(p.loc.Path, p.name)
	crashed := crash.Guard(func() error {
		_ = types.NewChecker(config, l.fset, p.types, info).Files(files) // config.Error has seen the error
		return nil
	})
	if crashed != nil {
		errs = append(errs, types.Error{Fset: l.fset, Pos: files[0].Package, Msg: "type checker failed: " + crashed.Error()})
	}
	return errs
}

// LanguageVersion returns v, such as "go1.26", for the type checker, or the newest version that it
// knows, if v is newer.
func LanguageVersion(v string) string {
	if tooNew(v) {
		return version.Lang(runtime.Version())
	}
	return v
}

// tooNew reports whether v, such as "go1.26", is newer than the Go that the type checker knows.
func tooNew(v string) bool {
	known := version.Lang(runtime.Version()) // "" for a development version of Go
	return known != "" && version.Compare(version.Lang(v), known) > 0
}

// hard returns the positions of errs, but for unused variables and imports: these do not
// hinder the analysis.
func hard(errs []types.Error) (at []token.Pos) {
	for _, err := range errs {
		if !err.Soft {
			at = append(at, err.Pos)
		}
	}
	return at
}

type importerFunc func(path string) (*types.Package, error)

func (f importerFunc) Import(path string) (*types.Package, error) { return f(path) }

// NewInfo returns the maps that the type checker fills in for analyzers.
func NewInfo() *types.Info {
	return &types.Info{
		Types:        make(map[ast.Expr]types.TypeAndValue),
		Defs:         make(map[*ast.Ident]types.Object),
		Uses:         make(map[*ast.Ident]types.Object),
		Implicits:    make(map[ast.Node]types.Object),
		Instances:    make(map[*ast.Ident]types.Instance),
		Scopes:       make(map[ast.Node]*types.Scope),
		Selections:   make(map[*ast.SelectorExpr]*types.Selection),
		FileVersions: make(map[*ast.File]string),
	}
}
