package knowledge

import (
	"slices"
	"strings"
)

// IsStd reports whether path is the path of a package of the standard library. A path without a
// dot is not enough: a module may be called shop.
//
// An import of such a path always means the standard library, whatever modules there are. Only
// the analyzed package itself may have it by chance, if its module is called log: callers
// that may get that package must exclude it. Packages of a later Go are missing in the table
// and count as unknown.
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
	// crypto/internal/fips140, go/internal/gcimporter: std has the parent or a package below it.
	parent = parent[1:]
	i, found := slices.BinarySearch(stdPackages, parent)
	return found || i < len(stdPackages) && strings.HasPrefix(stdPackages[i], parent+"/")
}

// ReservedForStd reports whether the first element of path has no dot, a form that is meant for
// the standard library but that modules such as shop have, too. The go command looks for such
// a path in GOROOT first, and goimports groups its import with std. Nothing else follows from
// the form.
//
// Source: IsStandardImportPath in cmd/go/internal/search; importGroup in
// internal/imports/fix.go of golang.org/x/tools.
func ReservedForStd(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return !strings.Contains(first, ".")
}
