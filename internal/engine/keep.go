package engine

import (
	"bytes"
	"encoding/gob"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/cache"
	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/load"
	"github.com/awserrlint/awserrlint/internal/load/source"
)

// encode returns values one after the other.
func encode(values ...any) ([]byte, error) {
	var buf bytes.Buffer
	enc := gob.NewEncoder(&buf)
	for _, v := range values {
		if err := enc.Encode(v); err != nil {
			return nil, err
		}
	}
	return buf.Bytes(), nil
}

// decode returns the value that encode returned as data.
func decode[T any](data []byte) (*T, error) {
	v := new(T)
	if err := gob.NewDecoder(bytes.NewReader(data)).Decode(v); err != nil {
		return nil, err
	}
	return v, nil
}

// put keeps values as an entry of the cache, unless there is none or that has failed before.
func (e *engine) put(key cache.Key, values ...any) {
	if e.Cache == nil || e.readOnly {
		return
	}
	data, err := encode(values...)
	if err == nil {
		err = e.Cache.Put(key, data)
	}
	e.works(err)
}

// keep keeps the entries of pkgs, which were analyzed in this run, except where
//   - the package lacks something, which may be there in the next run,
//   - there is a problem with the package or one that it needs, which the next run has to tell, or
//     one that selects the package,
//   - a file has changed since,
//   - something found is in a file of another package, where lines move without a change of its
//     declarations.
//
// Where there is a memory, entries that depend on a file of the overlay stay there: that may never be saved.
func (e *engine) keep(pkgs []*pkg, problems []finding.Problem) {
	broken := make(map[string]bool)
	for _, p := range problems {
		broken[p.Package] = true
	}
	files := make(map[string]bool)
	for _, p := range pkgs {
		for _, name := range p.inputs {
			files[name] = true
		}
	}
	changed := e.sums.changed(files)
	for _, p := range pkgs {
		if p.lacks || p.untold || len(p.problems) > 0 || broken[p.Path] || p.entry.leaves(p.Files()) ||
			slices.ContainsFunc(p.entry.Needs, func(path string) bool { return broken[path] }) ||
			slices.ContainsFunc(p.inputs, func(name string) bool { return changed[name] }) {
			continue
		}
		e.putEntry(p)
	}
}

// putEntry keeps the entry of p.
func (e *engine) putEntry(p *pkg) {
	unsaved := slices.ContainsFunc(p.inputs, func(name string) bool { _, unsaved := e.Load.Overlay[name]; return unsaved })
	if e.Memory == nil || !unsaved {
		e.put(p.own, p.entry)
	}
	if e.Memory != nil {
		if data, err := encode(p.entry); err == nil {
			if unsaved {
				e.Memory.putUnsaved(p.ID, p.own, data)
			} else {
				e.Memory.put(p.own, data)
			}
		}
	}
}

// getEntry returns what putEntry kept, nil if there is nothing.
func (e *engine) getEntry(key cache.Key) *entry {
	data, ok := e.Memory.get(key)
	if !ok && e.Cache != nil {
		if data, ok = e.Cache.Get(key); ok && e.Memory != nil {
			e.Memory.put(key, data)
		}
	}
	if !ok {
		return nil
	}
	found, _ := decode[entry](data)
	return found
}

// leaves reports whether something found is not in one of files.
func (e *entry) leaves(files []string) bool {
	for _, f := range e.Findings {
		if !slices.Contains(files, f.Pos.Filename) {
			return true
		}
		for _, r := range f.Related {
			if !slices.Contains(files, r.Pos.Filename) {
				return true
			}
		}
	}
	return false
}

// keepRun keeps what was read and found in this run, and what helps the next one after a change. A
// run is not kept if another one may find more though nothing that was read has changed.
func (e *engine) keepRun(plan *load.Plan, pkgs []*pkg, res *Result) {
	e.Memory.remember(e.sums, pkgs)
	if len(e.Load.Overlay) > 0 || e.Cache == nil {
		return
	}
	e.keepMemo(pkgs)
	if len(plan.Problems)+len(res.Unmatched) > 0 || slices.ContainsFunc(pkgs, func(p *pkg) bool { return p.lacks || len(p.problems) > 0 }) {
		return
	}
	if r, ok := newRecord(reads(plan, pkgs), e.start); ok {
		e.put(e.run, r, res)
	}
	if !e.readOnly {
		e.works(e.Cache.Trim())
	}
}

// reads returns what this run has read: what plan knows of, and the packages of the SDK outside of
// the module cache, of which rules read the bodies.
func reads(plan *load.Plan, pkgs []*pkg) []source.Read {
	list := plan.Reads()
	services := make(map[string]bool)
	for _, p := range pkgs {
		for _, path := range p.needs() {
			if awspath.IsSDK(path) && !services[path] {
				services[path] = true
				for _, name := range plan.FilesOf(p.Candidate, path) {
					list = append(list, readNow(name))
				}
			}
		}
	}
	return list
}

// readNow returns a file as it is now. If it has changed since the run began, it is not settled.
func readNow(name string) source.Read {
	var info fs.FileInfo
	if now, err := os.Stat(name); err == nil {
		info = now
	}
	return source.Read{Name: name, Info: info}
}

// A memo is what a run knew and the next one may still know: hashes of files that do not change,
// and facts that most changes leave as they are.
type memo struct {
	Sums    sumTable
	Exports map[string]exports // by ID
}

func (e *engine) memoKey() cache.Key {
	d := newDigest("memo")
	d.add(string(e.run[:]))
	return d.key()
}

// readMemo sets the hashes of files, and the exports that pkgs had in the last run.
func (e *engine) readMemo(pkgs []*pkg) {
	last := new(memo)
	if e.Cache != nil && e.Memory.first(e.run) {
		if data, ok := e.Cache.Get(e.memoKey()); ok {
			if found, err := decode[memo](data); err == nil {
				last = found
			}
		}
	}
	e.sums = newSums(e.Load.Overlay, last.Sums)
	for _, p := range pkgs {
		if known, ok := last.Exports[p.ID]; ok {
			p.know(known)
		}
	}
	e.Memory.recall(e.sums, pkgs)
}

func (e *engine) keepMemo(pkgs []*pkg) {
	now := memo{Sums: e.sums.table(), Exports: make(map[string]exports)}
	for _, p := range pkgs {
		now.Exports[p.ID] = p.exports
	}
	e.put(e.memoKey(), now)
}

// global returns the key of what the results of all packages depend on: this program, the rules,
// the settings of the build, and the files that are no source, such as go.mod.
func (e *engine) global(plan *load.Plan) cache.Key {
	d := newDigest("global")
	d.add(e.tool, plan.Build())
	e.addRules(d)
	files := make(map[string]wants)
	for _, read := range plan.Reads() {
		if read.Info != nil && read.Info.Mode().IsRegular() && !strings.HasSuffix(read.Name, ".go") && !isProgram(read.Info) {
			files[read.Name] = wants{content: true}
		}
	}
	e.sums.want(files)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		d.add(name, e.sums.content(name))
	}
	return d.key()
}

// isProgram reports whether a file is the go command or a C compiler. plan.Build and the file
// VERSION tell what matters of these.
func isProgram(info fs.FileInfo) bool { return info.Mode()&0o111 != 0 && info.Size() > 1<<20 }
