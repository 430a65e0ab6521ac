package load

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"

	"github.com/awserrlint/awserrlint/internal/finding"
)

// add adds to res the loaded packages whose ID is in analyzed, dependencies first, and
// all errors of loaded packages.
func (res *Result) add(loaded []*packages.Package, analyzed map[string]bool) {
	paths := make(map[string]bool)
	for pkg := range packages.Postorder(loaded) {
		if !isTestMain(pkg) {
			res.addErrors(pkg) // dependencies included: an error there explains what the others lack
		}
		if !analyzed[pkg.ID] {
			continue
		}
		paths[pkg.PkgPath] = true
		if pkg.Types != nil && len(pkg.Syntax) > 0 {
			res.Packages = append(res.Packages, pkg)
		}
	}
	// An importer of a package needs its facts, whichever variant of it is analyzed.
	full := make(map[*packages.Package]bool)
	for _, pkg := range loaded {
		full[pkg] = paths[pkg.PkgPath]
	}
	linkImports(full)
}

// linkImports changes the Imports of each full package to full packages only. An
// import that is not full is replaced by the full packages that it imports, directly
// or not, since their facts are needed as well.
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

// addErrors adds the errors of pkg as problems, but
//   - of a file with syntax errors only the first, since the others follow from it,
//   - the errors of the go command only if the parser and the type checker have none: they
//     would say the same again,
//   - of a missing package, which has no folder, only those of the go command:
//     go/packages attributes to it the files that import it.
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
		res.addProblem(finding.Problem{Package: pkg.PkgPath, Pos: strings.TrimPrefix(err.Pos, "-"), Message: oneLine(err.Msg)})
	}
}

// addProblem adds p, unless a variant of the package has the same problem.
func (res *Result) addProblem(p finding.Problem) {
	same := func(q finding.Problem) bool { return p.Pos == q.Pos && p.Message == q.Message }
	if !slices.ContainsFunc(res.Problems, same) {
		res.Problems = append(res.Problems, p)
	}
}

// oneLine returns the first message in msg, which may be a whole output of the go
// command, on one line and without a full stop.
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
