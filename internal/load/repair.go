package load

import (
	"errors"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/packages"
)

// repair removes what has errors from loaded packages, so that the rest can be
// analyzed. A function with an error in its body loses the body if Go allows
// that; any other declaration with an error is removed whole. Packages keep their Errors. A package
// that cannot be repaired stays IllTyped.
func repair(loaded []*packages.Package) {
	full := make(map[*packages.Package]bool)
	for _, pkg := range loaded {
		full[pkg] = true
	}
	for pkg := range packages.Postorder(loaded) {
		if !pkg.IllTyped || pkg.TypesInfo == nil {
			continue
		}
		r := repairer{pkg: pkg, bodies: full[pkg]}
		r.remove(r.unparsed())
		// Other declarations may depend on what a round removes.
		for pos := r.check(); r.remove(pos); pos = r.check() {
		}
	}
}

type repairer struct {
	pkg    *packages.Package
	bodies bool // check the bodies of functions as well
}

// unparsed returns the positions of syntax errors.
func (r *repairer) unparsed() (at []token.Pos) {
	for _, err := range r.pkg.Errors {
		if err.Kind != packages.ParseError {
			continue
		}
		name, column, _ := lastNumber(err.Pos)
		name, line, ok := lastNumber(name)
		for _, f := range r.pkg.Syntax {
			if file := r.pkg.Fset.File(f.FileStart); ok && file.Name() == name && 0 < line && line <= file.LineCount() {
				at = append(at, file.LineStart(line)+token.Pos(column-1))
			}
		}
	}
	return at
}

// lastNumber splits "a.go:3:14" into "a.go:3" and 14.
func lastNumber(pos string) (rest string, number int, ok bool) {
	i := strings.LastIndexByte(pos, ':')
	if i < 0 {
		return pos, 0, false
	}
	number, err := strconv.Atoi(pos[i+1:])
	return pos[:i], number, err == nil
}

// check type-checks the package again, and returns the positions of its errors, without
// unused variables and imports: these do not hinder analysis.
func (r *repairer) check() (at []token.Pos) {
	pkg := r.pkg
	config := &types.Config{
		Sizes:            pkg.TypesSizes,
		IgnoreFuncBodies: !r.bodies,
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
			if err, ok := errors.AsType[types.Error](err); ok && !err.Soft {
				at = append(at, err.Pos)
			}
		},
	}
	if pkg.Module != nil && pkg.Module.GoVersion != "" {
		config.GoVersion = "go" + pkg.Module.GoVersion
	}
	pkg.Types = types.NewPackage(pkg.PkgPath, pkg.Name)
	pkg.TypesInfo = NewInfo()
	// config.Error has seen the error.
	_ = types.NewChecker(config, pkg.Fset, pkg.Types, pkg.TypesInfo).Files(pkg.Syntax)
	pkg.IllTyped = len(at) > 0
	return at
}

// remove removes what is at the given positions, and reports whether anything was.
func (r *repairer) remove(at []token.Pos) (done bool) {
	within := func(n ast.Node) bool {
		return slices.ContainsFunc(at, func(pos token.Pos) bool { return n.Pos() <= pos && pos <= n.End() })
	}
	for _, f := range r.pkg.Syntax {
		f.Decls = slices.DeleteFunc(f.Decls, func(decl ast.Decl) bool {
			if !within(decl) {
				return false
			}
			done = true
			switch decl := decl.(type) {
			case *ast.FuncDecl:
				return !removeBody(decl, within)
			case *ast.GenDecl:
				if decl.Tok != token.CONST { // in a const group, iota counts the specs
					decl.Specs = slices.DeleteFunc(decl.Specs, func(spec ast.Spec) bool { return within(spec) })
					return len(decl.Specs) == 0
				}
			}
			return true
		})
		f.Imports = slices.DeleteFunc(f.Imports, func(spec *ast.ImportSpec) bool { return within(spec) })
	}
	return done
}

// removeBody removes the body of fn and reports true, if all errors of fn are in its body and
// fn may be declared without one.
func removeBody(fn *ast.FuncDecl, within func(ast.Node) bool) bool {
	if fn.Body == nil || !within(fn.Body) || within(fn.Type) || fn.Recv != nil && within(fn.Recv) ||
		fn.Type.TypeParams != nil || fn.Recv == nil && (fn.Name.Name == "init" || fn.Name.Name == "main") {
		return false
	}
	fn.Body = nil
	return true
}
