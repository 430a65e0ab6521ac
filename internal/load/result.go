package load

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"
)

// add adds to res, of the packages loaded and dependencies first, those whose ID
// is in targets, and what is wrong with them.
func (res *Result) add(loaded []*packages.Package, targets map[string]bool) {
	for pkg := range packages.Postorder(loaded) {
		if !targets[pkg.ID] {
			continue
		}
		res.addErrors(pkg)
		if pkg.Types != nil && len(pkg.Syntax) > 0 {
			res.Packages = append(res.Packages, pkg)
		}
	}
	linkImports(res.Packages)
}

// linkImports restricts the Imports of pkgs to packages loaded in full. An import
// that is not, because it cannot reach AWS itself, stands for those it imports:
// what they are known for must still arrive.
func linkImports(pkgs []*packages.Package) {
	linked := make(map[*packages.Package]bool)
	direct := make(map[*packages.Package]map[string]*packages.Package)
	var reach func(imports map[string]*packages.Package, seen map[*packages.Package]bool, out map[string]*packages.Package)
	reach = func(imports map[string]*packages.Package, seen map[*packages.Package]bool, out map[string]*packages.Package) {
		for path, imp := range imports {
			switch {
			case seen[imp]:
			case imp.TypesInfo != nil:
				out[path] = imp
			default:
				seen[imp] = true
				reach(imp.Imports, seen, out)
			}
		}
	}
	var link func(pkg *packages.Package)
	link = func(pkg *packages.Package) {
		if linked[pkg] {
			return
		}
		linked[pkg] = true
		out := make(map[string]*packages.Package)
		reach(pkg.Imports, make(map[*packages.Package]bool), out)
		direct[pkg] = out
		for _, imp := range out {
			link(imp)
		}
	}
	for _, pkg := range pkgs {
		link(pkg)
	}
	for pkg, imports := range direct {
		pkg.Imports = imports
	}
}

// addErrors notes the errors of pkg.
func (res *Result) addErrors(pkg *packages.Package) {
	for _, err := range pkg.Errors {
		res.addProblem(Problem{Package: pkg.PkgPath, Pos: strings.TrimPrefix(err.Pos, "-"), Message: oneLine(err.Msg)})
	}
}

// addProblem notes p, unless a variant of the package already gave it.
func (res *Result) addProblem(p Problem) {
	same := func(q Problem) bool { return p.Pos == q.Pos && p.Message == q.Message }
	if !slices.ContainsFunc(res.Problems, same) {
		res.Problems = append(res.Problems, p)
	}
}

// oneLine returns what msg, which may be a whole output of the go command, says
// first, in the form that messages have here.
func oneLine(msg string) string {
	said := ""
	for line := range strings.Lines(msg) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "# ") {
			continue // "# package" is a heading
		}
		said += strings.TrimPrefix(line, "go: ")
		if !strings.HasSuffix(said, ":") {
			break
		}
		said += " " // what follows the colon is on the next line
	}
	if said == "" {
		return "unknown error"
	}
	return strings.TrimSuffix(strings.TrimSpace(said), ".")
}
