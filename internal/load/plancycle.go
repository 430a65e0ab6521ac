package load

import (
	"maps"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/load/source"
	"github.com/awserrlint/awserrlint/internal/load/topdecl"
)

// cycles returns the import cycles among candidates, and those that their test files make. With a cycle among the packages that it
// imports, no package can be built, though a load that reads only what it needs may never meet it. It takes test files that make one
// from their candidate, so that the rest is analyzed without compiling.
func cycles(candidates []*Candidate) (problems []finding.Problem) {
	byPath := make(map[string]*Candidate)
	var all []*Candidate
	for _, c := range candidates {
		if !c.external {
			byPath[c.Path] = c
			all = append(all, c)
		}
	}
	slices.SortFunc(all, func(a, b *Candidate) int { return strings.Compare(a.Path, b.Path) })
	known := make(map[*Candidate]map[string]*Candidate)
	imports := func(c *Candidate) map[string]*Candidate {
		of := known[c]
		if of != nil {
			return of
		}
		of = make(map[string]*Candidate)
		known[c] = of
		for _, path := range importPaths(withoutTests(c.files)) {
			if imp := byPath[path]; imp != nil {
				of[path] = imp
			}
		}
		return of
	}
	cyclic := make(map[*Candidate]bool)
	for path, cycle := range importCycles(all, imports) {
		var paths []string
		for _, c := range cycle {
			paths = append(paths, c.Path)
			cyclic[c] = true
		}
		last := cycle[len(cycle)-1]
		problems = append(problems, cycleProblem(last, path, cycleError(path, paths), withoutTests(last.files)))
	}
	for _, c := range all {
		if c.ForTest == "" || cyclic[c] {
			continue
		}
		tests := slices.DeleteFunc(slices.Clone(c.files), func(f *source.File) bool { return !f.Test() })
		for _, path := range importPaths(tests) {
			if way := wayTo(byPath[path], c, imports); way != nil {
				problems = append(problems, cycleProblem(c, path, cycleError(path, append([]string{c.Path}, way...)), tests))
				c.files, c.ForTest, c.ID = withoutTests(c.files), "", c.Path
				break
			}
		}
	}
	return problems
}

func withoutTests(files []*source.File) []*source.File {
	return slices.DeleteFunc(slices.Clone(files), (*source.File).Test)
}

// cycleProblem tells of err where one of files, of c, imports path.
func cycleProblem(c *Candidate, path string, err error, files []*source.File) finding.Problem {
	p := finding.Problem{Package: c.Path, Message: oneLine(err.Error())}
	for _, f := range files {
		if slices.ContainsFunc(f.Imports, func(imp topdecl.Import) bool { return imp.Path == path }) {
			p.Pos = importPosition(f, path).String()
			break
		}
	}
	return p
}

// wayTo returns the paths of the packages by which from imports to, those of from and not of to; nil if it does not.
func wayTo(from, to *Candidate, imports func(*Candidate) map[string]*Candidate) []string {
	way := []string{}
	seen := make(map[*Candidate]bool)
	var reaches func(c *Candidate) bool
	reaches = func(c *Candidate) bool {
		if c == nil || seen[c] {
			return false
		}
		if c == to {
			return true
		}
		seen[c] = true
		way = append(way, c.Path)
		of := imports(c)
		for _, path := range slices.Sorted(maps.Keys(of)) {
			if reaches(of[path]) {
				return true
			}
		}
		way = way[:len(way)-1]
		return false
	}
	if !reaches(from) {
		return nil
	}
	return way
}
