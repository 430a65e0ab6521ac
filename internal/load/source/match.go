package source

import (
	"errors"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// A Folder is a folder of Go files.
type Folder struct {
	Location
	GoFiles []string // base names, sorted
}

// Match returns the folders that match patterns and have Go files, sorted by import path, and an
// error for each pattern that matches none.
func (t *Tree) Match(patterns []string) ([]Folder, []*NoMatchError, error) {
	var out []Folder
	var unmatched []*NoMatchError
	seen := make(map[string]bool)
	for _, pattern := range patterns {
		found, err := t.match(pattern)
		if none, ok := errors.AsType[*NoMatchError](err); ok {
			unmatched = append(unmatched, none)
			continue
		}
		if err != nil {
			return nil, nil, err
		}
		for _, f := range found {
			if !seen[f.Path] {
				seen[f.Path] = true
				out = append(out, f)
			}
		}
	}
	slices.SortFunc(out, func(a, b Folder) int { return strings.Compare(a.Path, b.Path) })
	return out, unmatched, nil
}

// match returns the folders that pattern matches.
func (t *Tree) match(pattern string) ([]Folder, error) {
	found, err := t.find(pattern)
	if err == nil && t.excluded(found) {
		err = &NoMatchError{Pattern: pattern, Reason: "build constraints exclude all Go files in " + t.Dir}
		if len(found) == 1 {
			err = &NoMatchError{Pattern: pattern, Reason: "build constraints exclude all Go files in " + found[0].Dir}
		}
	}
	return found, err
}

func (t *Tree) find(pattern string) ([]Folder, error) {
	dir, recursive, ok := t.parsePattern(pattern)
	if !ok {
		if meant := t.meant(pattern); meant != "" {
			return nil, &NoMatchError{Pattern: pattern, Meant: meant}
		}
		return t.list(pattern)
	}
	if !t.reads.isDir(dir) {
		return nil, &NoMatchError{Pattern: pattern, Reason: "there is no folder " + dir}
	}
	loc, err := t.Locate(dir)
	if err != nil {
		if root := t.reads.parentWith(dir, "go.mod"); root != "" && !t.requires(root) {
			return nil, &NoMatchError{Pattern: pattern, Reason: dir + " is in another module, " + root}
		}
		return t.list(pattern)
	}
	var found []Folder
	err = t.walk(loc.Module, dir, recursive, true, func(f Folder) { found = append(found, f) })
	if err == nil && len(found) == 0 {
		err = &NoMatchError{Pattern: pattern, Reason: "no Go files in " + dir}
	}
	return found, err
}

// meant returns the pattern that was meant if pattern lacks the leading "./" of a folder, which
// makes it the path of a package; else "".
func (t *Tree) meant(pattern string) string {
	name := strings.TrimSuffix(filepath.ToSlash(pattern), "/...")
	if name == "" || strings.HasPrefix(name, ".") || filepath.IsAbs(pattern) || strings.Contains(name, "...") {
		return ""
	}
	for range t.candidates(name) {
		return ""
	}
	if !t.reads.isDir(filepath.Join(t.Dir, filepath.FromSlash(name))) {
		return ""
	}
	return "./" + filepath.ToSlash(pattern)
}

// requires reports whether a required module is in dir.
func (t *Tree) requires(dir string) bool {
	for _, mod := range t.required {
		if mod.Dir == dir {
			return true
		}
	}
	return false
}

// excluded reports whether build constraints exclude all files in folders.
func (t *Tree) excluded(folders []Folder) bool {
	for _, folder := range folders {
		for _, name := range folder.GoFiles {
			if f, err := t.Header(folder.Dir, name); f != nil || err != nil {
				return false
			}
		}
	}
	return true
}

// parsePattern returns the folder that pattern names, and whether it includes those below:
// "./store/..." is the folder store, recursive. ok tells whether pattern names a folder.
func (t *Tree) parsePattern(pattern string) (dir string, recursive, ok bool) {
	name, recursive := strings.CutSuffix(filepath.ToSlash(pattern), "/...")
	if strings.Contains(name, "...") || strings.ContainsAny(name, "@=") || strings.HasSuffix(name, ".go") ||
		slices.Contains(strings.Split(name, "/"), "vendor") {
		return "", false, false
	}
	switch {
	case filepath.IsAbs(pattern):
		return filepath.Clean(filepath.FromSlash(name)), recursive, true
	case name == "." || name == ".." || strings.HasPrefix(name, "./") || strings.HasPrefix(name, "../"):
		return filepath.Join(t.Dir, filepath.FromSlash(name)), recursive, true
	}
	for _, mod := range t.main {
		rest, ok := within(name, mod.Path)
		if !ok {
			continue
		}
		// The pattern may name, or match, packages of other modules.
		below := func(other *Module) bool {
			_, ok := within(other.Path, mod.Path)
			return ok && other != mod
		}
		if slices.ContainsFunc(t.main, below) {
			return "", false, false
		}
		for _, other := range t.required {
			if below(other) {
				return "", false, false
			}
		}
		return filepath.Join(mod.Dir, filepath.FromSlash(rest)), recursive, true
	}
	return "", false, false // names another module, or is a word such as all
}

// walk calls yield for dir, a folder of mod, and, if recursive, for each folder below it that
// belongs to mod and that "..." matches. top says that dir is the folder of the pattern.
func (t *Tree) walk(mod *Module, dir string, recursive, top bool, yield func(Folder)) error {
	entries, err := t.reads.readDir(dir)
	if err != nil {
		return errors.New("folder " + dir + " cannot be read")
	}
	if !top && slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == "go.mod" && !e.IsDir() }) {
		return nil
	}
	rel, err := filepath.Rel(mod.Dir, dir)
	if err != nil {
		return err
	}
	rel = filepath.ToSlash(rel)
	if recursive && mod.ignores(rel) {
		return nil
	}
	folder := t.newFolder(Location{Path: path.Join(mod.Path, rel), Dir: dir, Main: true, Module: mod}, entries)
	if len(folder.GoFiles) > 0 {
		yield(folder)
	}
	for _, e := range entries {
		if !recursive || !e.IsDir() {
			continue
		}
		name := e.Name()
		if name[0] == '.' || name[0] == '_' || name == "testdata" || name == "vendor" {
			continue
		}
		if err := t.walk(mod, filepath.Join(dir, name), true, false, yield); err != nil {
			return err
		}
	}
	return nil
}

// ignores reports whether an ignore line of go.mod excludes the folder rel, which is relative
// to the module, from "...".
func (m *Module) ignores(rel string) bool {
	rel += "/"
	return slices.ContainsFunc(m.ignored, func(pattern string) bool {
		if rooted, ok := strings.CutPrefix(pattern, "./"); ok {
			return strings.HasPrefix(rel, path.Clean(rooted)+"/")
		}
		return strings.Contains("/"+rel, "/"+path.Clean(pattern)+"/")
	})
}

// Folder returns the folder of a package.
func (t *Tree) Folder(loc Location) (Folder, error) {
	entries, err := t.reads.readDir(loc.Dir)
	if err != nil {
		return Folder{}, errors.New("folder " + loc.Dir + " cannot be read")
	}
	return t.newFolder(loc, entries), nil
}

func (t *Tree) newFolder(loc Location, entries []fs.DirEntry) Folder {
	f := Folder{Location: loc}
	for _, e := range entries {
		name := e.Name()
		if !isSource(name) || e.IsDir() {
			continue
		}
		if e.Type()&fs.ModeSymlink != 0 && t.reads.isDir(filepath.Join(loc.Dir, name)) {
			continue
		}
		f.GoFiles = append(f.GoFiles, name)
	}
	for name := range t.overlay { // files that are not on disk yet
		base := filepath.Base(name)
		if filepath.Dir(name) == loc.Dir && isSource(base) && !slices.Contains(f.GoFiles, base) {
			f.GoFiles = append(f.GoFiles, base)
		}
	}
	slices.Sort(f.GoFiles)
	return f
}

// isSource reports whether the go command takes a file called name for Go source.
func isSource(name string) bool {
	return name[0] != '.' && name[0] != '_' && strings.HasSuffix(name, ".go")
}
