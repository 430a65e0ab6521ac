package lambdafix

import (
	"go/types"
	"path"
	"strings"

	"github.com/awserrlint/awserrlint/internal/lazyregexp"
)

// userHelper returns how the function that the user has named is called at the place of the fix. The fix is refused
// where it is known that the function does not make a t of an error.
func (e *Editor) userHelper(t types.Type) string {
	i := strings.LastIndexByte(e.kit.opts.Helper, '.')
	if i < 0 {
		e.Refuse()
		return ""
	}
	pkgPath, name := e.kit.opts.Helper[:i], e.kit.opts.Helper[i+1:]
	pkg := e.kit.pkg
	if pkg.Path() != pkgPath {
		pkg = nil
		for _, imp := range e.kit.pkg.Imports() {
			if imp.Path() == pkgPath {
				pkg = imp
			}
		}
	}
	if pkg != nil {
		fn, ok := pkg.Scope().Lookup(name).(*types.Func)
		if !ok || !types.Identical(fn.Signature(), signature([]types.Type{errorType}, t)) {
			e.Refuse()
			return ""
		}
	}
	if pkg == e.kit.pkg {
		if obj := e.Lookup(name, e.at.Pos()); obj == nil || obj.Parent() != pkg.Scope() {
			e.Refuse()
		}
		return name
	}
	return e.Import(pkgPath, packageName(pkgPath), e.at.Pos()) + "." + name
}

// packageName returns the name that the package at pkgPath most likely has.
func packageName(pkgPath string) string {
	if version().MatchString(path.Base(pkgPath)) {
		pkgPath = path.Dir(pkgPath)
	}
	return path.Base(pkgPath)
}

var version = lazyregexp.New(`^v[0-9]+$`)
