package fix

import (
	"go/token"
	"go/types"
	"strconv"
)

// Names returns the name of the package at path in a file. Where the file does not import it, that
// is the one a fix would give it, best name.
type Names func(path, name string) string

// Of is a types.Qualifier.
func (n Names) Of(pkg *types.Package) string { return n(pkg.Path(), pkg.Name()) }

// NamesAt returns the names of packages at pos, for messages.
func (b *Batch) NamesAt(pos token.Pos) Names {
	return func(path, name string) string {
		file := b.file(pos)
		if file == nil {
			return name
		}
		for _, spec := range file.Imports {
			if p, err := strconv.Unquote(spec.Path.Value); err != nil || p != path {
				continue
			}
			if pkg := b.Pass.TypesInfo.PkgNameOf(spec); pkg != nil && pkg.Name() != "_" && pkg.Name() != "." {
				return pkg.Name()
			}
			return name
		}
		scope := b.Pass.Pkg.Scope().Innermost(pos)
		for _, candidate := range aliases(path, name) {
			if scope == nil {
				break
			}
			if _, obj := scope.LookupParent(candidate, pos); obj == nil {
				return candidate
			}
		}
		return name
	}
}
