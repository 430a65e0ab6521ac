package knowledge

import (
	"slices"
	"strings"
)

// IsStd reports whether path is that of a package of the standard library. The form of
// the path does not tell: a module may be called shop, without a dot.
//
// The go command takes an import of such a path for the standard library, whatever modules
// there are, so an imported package with the path is always std's. Only the package that is
// analyzed may have it by chance, as the root of a module called log does: who can meet
// that package rules it out first. A later Go has packages that the table lacks; they count
// as packages of which nothing is known.
func IsStd(path string) bool {
	if _, ok := slices.BinarySearch(stdPackages, path); ok {
		return true
	}
	if strings.HasPrefix(path, "vendor/") {
		return true // such as vendor/golang.org/x/net/idna
	}
	parent, _, ok := strings.Cut("/"+path+"/", "/internal/")
	if !ok {
		return false
	}
	if parent == "" {
		return true // such as internal/poll
	}
	// crypto/internal/fips140, go/internal/gcimporter: std has the parent or something below it.
	parent = parent[1:]
	i, found := slices.BinarySearch(stdPackages, parent)
	return found || i < len(stdPackages) && strings.HasPrefix(stdPackages[i], parent+"/")
}

// ReservedForStd reports whether the form of path, a first element without a dot, is one
// that is meant for the standard library, though modules such as shop have it, too. The go
// command looks for such a path in GOROOT first, and goimports puts its imports into the
// group of std. Nothing more follows from the form.
//
// Source: IsStandardImportPath in cmd/go/internal/search; importGroup in
// internal/imports/fix.go of golang.org/x/tools.
func ReservedForStd(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return !strings.Contains(first, ".")
}
