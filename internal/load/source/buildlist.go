package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/mod/modfile"
	"golang.org/x/mod/module"
	"golang.org/x/mod/semver"

	"github.com/awserrlint/awserrlint/internal/readfile"
)

// A buildList finds the modules that main modules require, directly or not.
type buildList struct {
	tree   *Tree
	mains  []*mainFile
	work   *workspace // nil for a single module
	root   string     // the folder of go.mod or go.work
	goLine string     // the go line there, may be ""
}

// modules returns the required modules by path. Those in cache may have to be downloaded.
func (b *buildList) modules(cache string) (map[string]*Module, error) {
	if len(b.mains) == 1 && b.mains[0].complete() {
		return b.listed(cache)
	}
	list, err := b.ask()
	if err != nil {
		t := b.tree
		if t.ctx.Err() != nil {
			return nil, t.ctx.Err()
		}
		for _, m := range b.mains {
			if m.lax {
				return nil, errors.New(m.name + " cannot be read") // the go command cannot either
			}
		}
		if len(t.problems) == 0 { // otherwise one of them is the cause
			t.problems = append(t.problems, err.Error())
		}
		return b.listed(cache)
	}
	modules := make(map[string]*Module)
	for _, l := range list {
		if l.Main {
			continue
		}
		m, err := newModule(cache, module.Version{Path: l.Path, Version: l.Version}, l.source(b.root))
		if err != nil {
			return nil, err
		}
		m.GoVersion = l.GoVersion
		modules[m.Path] = m
		if m.cached.Path == "" {
			b.tree.reads.stat(filepath.Join(m.Dir, "go.mod")) // the go command has read it
		}
		if l.Error != nil && m.cached.Path != "" {
			b.tree.downloads.fail(m.cached, firstLine(l.Error.Err))
		}
	}
	return modules, nil
}

// listed returns the modules that the go.mod files list, the highest version of each.
func (b *buildList) listed(cache string) (map[string]*Module, error) {
	var replaces []replaceFile
	if b.work != nil {
		replaces = append(replaces, replaceFile{b.root, b.work.file.Replace})
	}
	selected := make(map[string]string)
	for _, m := range b.mains {
		replaces = append(replaces, replaceFile{m.Dir, m.file.Replace})
		for _, mod := range m.required() {
			if v, ok := selected[mod.Path]; !ok || semver.Compare(mod.Version, v) > 0 {
				selected[mod.Path] = mod.Version
			}
		}
	}
	modules := make(map[string]*Module)
	for path, version := range selected {
		mod := module.Version{Path: path, Version: version}
		m, err := newModule(cache, mod, replacement(replaces, mod))
		if err != nil {
			return nil, err
		}
		if m.cached.Path == "" {
			if file, err := b.tree.readMain(m.Dir, ""); err == nil { // otherwise the go command fails
				m.GoVersion = file.GoVersion
			}
		}
		modules[path] = m
	}
	return modules, nil
}

// A listedModule is what go list -m -json prints of a module.
type listedModule struct {
	Path, Version, Dir, GoVersion string
	Main                          bool
	Replace                       *struct{ Path, Version string }
	Error                         *struct{ Err string }
}

// source returns where the source of the module comes from. If it has no version, its path is a
// folder; root is what folders in replace lines are relative to.
func (l *listedModule) source(root string) module.Version {
	switch {
	case l.Replace == nil:
		return module.Version{Path: l.Path, Version: l.Version}
	case l.Replace.Version != "":
		return module.Version{Path: l.Replace.Path, Version: l.Replace.Version}
	case l.Dir != "":
		return module.Version{Path: l.Dir}
	case filepath.IsAbs(l.Replace.Path):
		return module.Version{Path: l.Replace.Path}
	}
	return module.Version{Path: filepath.Join(root, filepath.FromSlash(l.Replace.Path))}
}

// ask asks the go command for the build list.
func (b *buildList) ask() ([]listedModule, error) {
	question, err := b.question()
	if err != nil {
		return nil, err
	}
	return recall(b.tree.cache, question, func() (list []listedModule, keep bool, err error) {
		err = b.withCopies(func(env, flags []string) error {
			args := slices.Concat([]string{"list"}, flags, []string{"-m", "-e", "-json", "all"})
			out, err := b.tree.gocmd.run("go list -m all", true, b.tree.Dir, env, args...)
			if err != nil {
				return err
			}
			list, err = decodeAll[listedModule](out)
			return err
		})
		failed := func(l listedModule) bool { return l.Error != nil } // perhaps not for ever
		return list, !slices.ContainsFunc(list, failed), err
	})
}

// question returns all that the build list depends on: the go.mod files of main modules and of
// folders that replace modules, go.work, and the version of Go. The error is that of a file that the go command would read, and
// should not.
func (b *buildList) question() (question []string, refused error) {
	question = []string{"go list -m all", b.tree.version, b.root}
	read := func(name string) []byte {
		data, err := b.tree.ReadFile(name) // if it cannot be read, the go command says so
		if readfile.Refused(err) {
			refused = err
		}
		return data
	}
	replaces := func(dir string, lines []*modfile.Replace) {
		for _, r := range lines {
			if with := (replaceFile{dir, []*modfile.Replace{r}}); r.New.Version == "" {
				name := filepath.Join(replacement([]replaceFile{with}, r.Old).Path, "go.mod")
				question = append(question, name, string(read(name)))
			}
		}
	}
	if b.work != nil {
		question = append(question, b.work.name, string(b.work.copied()))
		replaces(b.root, b.work.file.Replace)
		for _, m := range b.mains {
			read(m.sumFile()) // of the others, it gets a copy
		}
	}
	for _, m := range b.mains {
		question = append(question, m.name, string(m.data))
		replaces(m.Dir, m.file.Replace)
	}
	return question, refused
}

// withCopies calls f with the environment and the flags that make the go command read copies of
// go.mod and go.work, and of their checksums, so that it changes nothing of the user's.
func (b *buildList) withCopies(f func(env, flags []string) error) error {
	if b.work != nil {
		files := map[string][]byte{"go.work": b.work.copied()}
		if sums, err := b.tree.ReadFile(b.work.name + ".sum"); err == nil {
			files["go.work.sum"] = sums
		}
		return inScratch(files, func(dir string) error {
			return f([]string{b.tree.gocmd.plain, "GOWORK=" + filepath.Join(dir, "go.work")}, nil)
		})
	}
	files := map[string][]byte{"go.mod": b.mains[0].data}
	if sums, err := b.tree.ReadFile(b.mains[0].sumFile()); err == nil {
		files["go.sum"] = sums
	}
	return inScratch(files, func(dir string) error {
		flags := []string{"-modfile=" + filepath.Join(dir, "go.mod")}
		switch {
		case !b.mains[0].complete():
			flags = append(flags, "-mod=mod") // may look for modules on the network
		case b.tree.reads.isDir(filepath.Join(b.root, "vendor")):
			flags = append(flags, "-mod=readonly") // otherwise the default, which complains in better words
		}
		return f([]string{b.tree.gocmd.plain, "GOWORK=off"}, flags)
	})
}

// sums returns all known checksums of modules, as in a go.sum.
func (b *buildList) sums() []byte {
	var names []string
	for _, m := range b.mains {
		names = append(names, m.sumFile())
	}
	if b.work != nil {
		names = append(names, b.work.name+".sum")
	}
	var all bytes.Buffer
	for _, name := range names {
		if data, err := b.tree.ReadFile(name); err == nil {
			all.Write(data)
			all.WriteByte('\n')
		}
	}
	return all.Bytes()
}

// sumFile returns the name of the go.sum that belongs to go.mod.
func (m *mainFile) sumFile() string { return strings.TrimSuffix(m.name, ".mod") + ".sum" }

// decodeAll decodes JSON values that follow each other.
func decodeAll[T any](data []byte) ([]T, error) {
	var all []T
	for dec := json.NewDecoder(bytes.NewReader(data)); ; {
		var v T
		if err := dec.Decode(&v); err == io.EOF {
			return all, nil
		} else if err != nil {
			return nil, err
		}
		all = append(all, v)
	}
}
