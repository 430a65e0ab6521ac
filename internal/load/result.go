package load

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"
)

// add adds to res, of the packages loaded and dependencies first, those whose ID
// is in targets, and what is wrong with them.
func (res *Result) add(loaded []*packages.Package, targets map[string]bool) {
	paths := make(map[string]bool)
	for pkg := range packages.Postorder(loaded) {
		if !isTestMain(pkg) {
			res.addErrors(pkg) // of dependencies too: targets may lack what they declare
		}
		if !targets[pkg.ID] {
			continue
		}
		paths[pkg.PkgPath] = true
		if pkg.Types != nil && len(pkg.Syntax) > 0 {
			res.Packages = append(res.Packages, pkg)
		}
	}
	// What a package without its test files is known for, its importers need.
	full := make(map[*packages.Package]bool)
	for _, pkg := range loaded {
		full[pkg] = paths[pkg.PkgPath]
	}
	linkImports(full)
}

// linkImports restricts the Imports of the packages that are full to such
// packages. An import that is not, because it cannot reach AWS by itself, stands
// for those that it imports: what is known of their functions must still arrive.
func linkImports(full map[*packages.Package]bool) {
	linked := make(map[*packages.Package]map[string]*packages.Package)
	for pkg, ok := range full {
		if !ok {
			continue
		}
		linked[pkg] = make(map[string]*packages.Package)
		seen := make(map[*packages.Package]bool)
		var follow func(imports map[string]*packages.Package)
		follow = func(imports map[string]*packages.Package) {
			for path, imp := range imports {
				if full[imp] {
					linked[pkg][path] = imp
				} else if !seen[imp] {
					seen[imp] = true
					follow(imp.Imports)
				}
			}
		}
		follow(pkg.Imports)
	}
	for pkg, imports := range linked {
		pkg.Imports = imports
	}
}

// addErrors notes the errors of pkg. Of a file with syntax errors it is the first
// only: the others follow from it. What the go command says of a package that does
// not compile is left out where parsing or checking it says the same. A package that is
// missing has no folder, and only the go command says so: what go/packages takes for its
// files are those that import it.
func (res *Result) addErrors(pkg *packages.Package) {
	listed := func(err packages.Error) bool { return err.Kind == packages.ListError }
	onlyListed := pkg.Dir == "" || !slices.ContainsFunc(pkg.Errors, func(err packages.Error) bool { return !listed(err) })
	unparsed := make(map[string]bool) // files
	for _, err := range pkg.Errors {
		file, _, _ := strings.Cut(err.Pos, ".go:")
		if unparsed[file] || listed(err) != onlyListed {
			continue
		}
		unparsed[file] = err.Kind == packages.ParseError
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
