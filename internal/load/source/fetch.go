package source

import "golang.org/x/mod/module"

// Prefetch starts to download the modules that provide the packages with these import paths, as
// far as they are not in the module cache. It does not wait for them.
func (t *Tree) Prefetch(importPaths []string) {
	if t.vendor != "" {
		return
	}
	var wanted []module.Version
	for _, importPath := range importPaths {
		for mod := range t.candidates(importPath) {
			if !t.present(mod) {
				wanted = append(wanted, mod.cached)
			}
			break // mostly this one has it
		}
	}
	t.downloads.want(wanted)
}

// fetch makes sure that the source of mod is there. If it cannot be had, it returns why, in one
// line.
func (t *Tree) fetch(mod *Module) (reason string) {
	if mod.cached.Path == "" && !t.reads.isDir(mod.Dir) {
		return "it is replaced by " + mod.Dir + ", which is not there"
	}
	if t.present(mod) {
		return ""
	}
	l := t.downloads.want([]module.Version{mod.cached})[0]
	<-l.done
	return l.reason
}

// present reports whether the source of mod is there, as far as the module cache goes.
func (t *Tree) present(mod *Module) bool {
	if mod.cached.Path == "" {
		return true
	}
	if _, ok := t.known.Load(mod); ok {
		return true
	}
	// While the go command unpacks a module, or if it was stopped meanwhile, there is a file partial.
	there := t.reads.isDir(mod.Dir) && !t.reads.isFile(mod.partial)
	if there {
		t.known.Store(mod, true)
	}
	return there
}
