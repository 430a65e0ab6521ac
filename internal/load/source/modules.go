package source

import (
	"errors"
	"path/filepath"
	"sync"
)

// modules says which modules a program is made of.
type modules struct {
	main     []*Module // more than one only in a workspace
	build    *buildList
	required map[string]*Module // by path; nil if packages come from vendor
	known    sync.Map           // *Module that is required and there, to true
	vendor   string             // the vendor folder, if packages come from there
	refill   string             // the command that fills it
	problems []string           // see Problems
}

// Problems returns what keeps the go command from building anything here, but not this package
// from finding sources: a vendor folder that does not fit, a Go that cannot be had. Each
// is one line.
func (t *Tree) Problems() []string { return t.problems }

// Required returns the modules that main modules require, by path, or nil if their packages come from
// a vendor folder.
func (t *Tree) Required() map[string]*Module { return t.required }

// findModules finds the main modules, the Go that they ask for, and the modules that they require.
func (t *Tree) findModules(env *environ, flags goflags) error {
	root := t.reads.parentWith(t.Dir, "go.mod")
	work, err := t.findWorkspace(env, root)
	if err != nil {
		return err
	}
	b := &buildList{tree: t, work: work}
	toolchain := ""
	switch {
	case work != nil:
		b.mains, b.root = work.mains, filepath.Dir(work.name)
		if work.file.Go != nil {
			b.goLine = work.file.Go.Version
		}
		if work.file.Toolchain != nil {
			toolchain = work.file.Toolchain.Name
		}
	case root == "":
		return errors.New("there is no go.mod")
	default:
		m, err := t.readMain(root, flags.modfile)
		if err != nil {
			return err
		}
		b.mains, b.root, b.goLine = []*mainFile{m}, root, m.GoVersion
		if m.file.Toolchain != nil {
			toolchain = m.file.Toolchain.Name
		}
	}
	for _, m := range b.mains {
		t.main = append(t.main, m.Module)
	}
	t.build = b
	if err := t.useGo(env, b.goLine, toolchain); err != nil {
		return err
	}
	t.version = env.version
	t.gocmd.use(t.reads, env.goroot)
	t.reads.fix(env.modcache())
	if !env.custom {
		t.reads.fix(env.goroot)
	}
	if vendor := filepath.Join(b.root, "vendor"); flags.mod == "vendor" || flags.mod == "" && t.reads.isDir(vendor) {
		list, err := t.readVendored(vendor)
		if err != nil {
			return err
		}
		if flags.mod == "vendor" || list.usedFor(b) {
			t.vendor, t.refill = vendor, "go mod vendor"
			if work != nil {
				t.refill = "go work vendor"
			}
			if !list.consistent(b) {
				t.problems = append(t.problems, "inconsistent vendoring: vendor/modules.txt differs from go.mod; run "+t.refill)
			}
			return nil
		}
	}
	t.downloads = newDownloads(t.gocmd, env, b.sums)
	t.required, err = b.modules(env.modcache())
	return err
}
