package load

import (
	"errors"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/packages"

	"github.com/awserrlint/awserrlint/internal/finding"
)

// repairLoaded repairs packages that the go command has loaded. They keep their Errors. A package
// that cannot be repaired stays IllTyped.
func repairLoaded(loaded []*packages.Package) {
	full := make(map[*packages.Package]bool)
	for _, pkg := range loaded {
		full[pkg] = true
	}
	for pkg := range packages.Postorder(loaded) {
		if pkg.IllTyped && pkg.TypesInfo != nil {
			check := func() []token.Pos { return checkAgain(pkg, full[pkg]) }
			repair(pkg.Syntax, append(unparsed(pkg), check()...), check)
		}
	}
}

// unparsed returns the positions of syntax errors.
func unparsed(pkg *packages.Package) (at []token.Pos) {
	for _, err := range pkg.Errors {
		if err.Kind != packages.ParseError {
			continue
		}
		pos := finding.ParsePosition(err.Pos)
		for _, f := range pkg.Syntax {
			if file := pkg.Fset.File(f.FileStart); 0 < pos.Line && 0 < pos.Column && file.Name() == pos.Filename && pos.Line <= file.LineCount() {
				at = append(at, file.LineStart(pos.Line)+token.Pos(pos.Column-1))
			}
		}
	}
	return at
}

// checkAgain type-checks pkg, whose imports have been checked, with or without the bodies of its
// functions. It returns the positions of hard errors.
func checkAgain(pkg *packages.Package, bodies bool) []token.Pos {
	var errs []types.Error
	config := &types.Config{
		Sizes:            pkg.TypesSizes,
		IgnoreFuncBodies: !bodies,
		Importer: importerFunc(func(path string) (*types.Package, error) {
			if path == "unsafe" {
				return types.Unsafe, nil
			}
			if imp := pkg.Imports[path]; imp != nil && imp.Types != nil && imp.Types.Complete() {
				return imp.Types, nil
			}
			return nil, errors.New("there is no package " + path)
		}),
		Error: func(err error) {
			if err, ok := errors.AsType[types.Error](err); ok {
				errs = append(errs, err)
			}
		},
	}
	if pkg.Module != nil && pkg.Module.GoVersion != "" {
		config.GoVersion = LanguageVersion("go" + pkg.Module.GoVersion)
	}
	pkg.Types = types.NewPackage(pkg.PkgPath, pkg.Name)
	pkg.TypesInfo = NewInfo()
	// config.Error has seen the error.
	_ = types.NewChecker(config, pkg.Fset, pkg.Types, pkg.TypesInfo).Files(pkg.Syntax)
	at := hard(errs)
	pkg.IllTyped = len(at) > 0
	return at
}
