package engine

import (
	"bytes"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/cache"
	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/load"
)

// A pkg is a package to analyze.
type pkg struct {
	*load.Candidate
	imports []*pkg    // packages to analyze that it imports, directly or not, sorted by ID
	own     cache.Key // of its own files, and of what all packages depend on
	entry   *entry    // nil if there is none, and nothing that replaces it yet

	inputs   []string  // files that the result in entry depends on
	content  cache.Key // of everything that it depends on but exports
	services cache.Key // see exports

	// What importing packages go by, as far as it is known: that of entry or, if that does not
	// hold, of an earlier run.
	known   bool
	exports exports
	sum     cache.Key // of exports

	fresh    bool              // analyzed in this run
	lacks    bool              // see load.Result.Lacking
	untold   bool              // see load.Result.Untold
	problems []finding.Problem // of its analysis in this run
}

// Exports are what importing packages go by, besides declarations.
type exports struct {
	Facts []byte // see runner.Facts.Encode

	// Services is a hash of the packages of the SDK that the package needs and that can change.
	// Facts name operations, of which rules read in the SDK what they can return.
	Services cache.Key
}

// An entry is what is kept of a package under the key of its own files.
type entry struct {
	// Needs are the paths of the packages whose declarations the result depends on. What else it
	// could depend on follows from the own files and from those declarations.
	Needs []string

	// Key is for own files, declarations, and exports of imported packages. The result holds only
	// while it is the same.
	Key cache.Key

	Findings []finding.Finding
	Facts    []byte
	Names    map[string]string   // of the packages that this one imports, by path
	Sums     map[string]load.Sum // of the files that fixes change
}

// pkgsOf returns the packages to analyze of plan, each after those that it imports. Through test
// files packages can import each other; then the order among these is any.
func pkgsOf(plan *load.Plan) []*pkg {
	all := make(map[*load.Candidate]*pkg)
	for _, c := range plan.Packages {
		all[c] = &pkg{Candidate: c}
	}
	direct := make(map[*pkg][]*pkg)
	var sorted []*pkg
	var visit func(p *pkg)
	visit = func(p *pkg) {
		if _, seen := direct[p]; seen {
			return
		}
		direct[p] = nil
		for _, c := range plan.Imports(p.Candidate) {
			direct[p] = append(direct[p], all[c])
			visit(all[c])
		}
		sorted = append(sorted, p)
	}
	for _, c := range plan.Packages {
		visit(all[c])
	}
	for _, p := range sorted {
		seen := map[*pkg]bool{p: true}
		var follow func(q *pkg)
		follow = func(q *pkg) {
			for _, imp := range direct[q] {
				if !seen[imp] {
					seen[imp] = true
					p.imports = append(p.imports, imp)
					follow(imp)
				}
			}
		}
		follow(p)
		slices.SortFunc(p.imports, func(a, b *pkg) int { return strings.Compare(a.ID, b.ID) })
	}
	return sorted
}

// setOwn sets the keys of the files of pkgs. global is what the results of all packages depend on.
func (e *engine) setOwn(pkgs []*pkg, global cache.Key) {
	files := make(map[string]wants)
	for _, p := range pkgs {
		for _, name := range p.Files() {
			files[name] = wants{content: true, declarations: true} // other packages may import p
		}
	}
	e.sums.want(files)
	var imports bytes.Buffer // there are as many pairs as may be: they are added at once
	for _, p := range pkgs {
		d := newDigest("package")
		d.add(string(global[:]), p.ID)
		imports.Reset()
		for _, imp := range p.imports { // another selection of packages leads to another result
			imports.WriteString(imp.ID + "\x00")
		}
		d.add("imports", imports.String())
		for _, name := range p.Files() {
			d.add(name, e.sums.content(name))
		}
		p.own = d.key()
	}
}

// setContent sets what the entries of pkgs depend on.
//
// Of an imported package these are the declarations: bodies of functions are not looked at, with
// two exceptions. What is known of the bodies of packages to analyze is in their facts, and
// packages of the SDK count as a whole, since their bodies tell what an operation can return.
func (e *engine) setContent(plan *load.Plan, pkgs []*pkg) {
	type need struct {
		path   string
		tested bool // with test files
	}
	seeing := make(map[need]*pkg)
	var needs []need
	for _, p := range pkgs {
		for _, path := range p.needs() {
			n := need{path, p.Tests(path)}
			if _, known := seeing[n]; !known {
				seeing[n] = p
				needs = append(needs, n)
			}
		}
	}
	files := make([][]string, len(needs))
	parallel(len(needs), 1, func(i int) { files[i] = plan.FilesOf(seeing[needs[i]].Candidate, needs[i].path) })
	wanted := make(map[string]wants)
	for i, n := range needs {
		for _, name := range files[i] {
			wanted[name] = wants{content: awspath.IsSDK(n.path), declarations: !awspath.IsSDK(n.path)}
		}
	}
	e.sums.want(wanted)

	filesOf, keys := make(map[need][]string), make(map[need]cache.Key)
	for i, n := range needs {
		filesOf[n], keys[n] = files[i], e.declarations(n.path, files[i])
	}
	for _, p := range pkgs {
		content, services := newDigest("content"), newDigest("services")
		content.add(string(p.own[:]))
		p.inputs = p.Files()
		for _, path := range p.needs() {
			n := need{path, p.Tests(path)}
			key := keys[n]
			content.add(string(key[:]))
			if awspath.IsSDK(path) {
				services.add(string(key[:]))
			}
			p.inputs = append(p.inputs, filesOf[n]...)
		}
		p.content, p.services = content.key(), services.key()
	}
}

// needs returns the paths of the packages that the entry depends on. Of a service, rules also read
// packages that nobody need import.
func (p *pkg) needs() []string {
	list := slices.Clone(p.entry.Needs)
	for _, path := range p.entry.Needs {
		if awspath.IsSDK(path) {
			list = append(list, path+"/types", path+"/schemas")
		}
	}
	return list
}

// declarations returns the key of what importing packages can depend on in a package.
func (e *engine) declarations(path string, files []string) cache.Key {
	d := newDigest("declarations of a package")
	d.add(path)
	whole := awspath.IsSDK(path)
	for _, name := range files {
		if whole {
			d.add(name, e.sums.content(name))
		} else {
			d.add(e.sums.declarations(name))
		}
	}
	return d.key()
}

// keyNow returns the key that an entry of p has if it goes by the content and by the exports of
// imports as they are known now. It is not ok as long as some are not known.
func (p *pkg) keyNow() (key cache.Key, ok bool) {
	d := newDigest("result")
	d.add(string(p.content[:]))
	for _, imp := range p.imports { // own stands for which these are
		if !imp.known {
			return cache.Key{}, false
		}
		d.hash.Write(imp.sum[:])
	}
	return d.key(), true
}

// know makes known what p exports.
func (p *pkg) know(x exports) {
	d := newDigest("exports")
	d.add(string(x.Facts), string(x.Services[:]))
	p.known, p.exports, p.sum = true, x, d.key()
}
