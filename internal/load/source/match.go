package source

import (
	"errors"
	"os"
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

// Match returns the folders of the main module that match patterns and have Go files, sorted
// by import path.
func (t *Tree) Match(patterns []string) ([]Folder, error) {
	var out []Folder
	seen := make(map[string]bool)
	for _, pattern := range patterns {
		dir, recursive, err := t.parsePattern(pattern)
		if err != nil {
			return nil, err
		}
		if _, err := os.Stat(dir); err != nil {
			return nil, errors.New("pattern " + pattern + " names no folder")
		}
		if dir != t.Main.Dir && nested(t.Main.Dir, dir) {
			return nil, errors.New("pattern " + pattern + " is outside the main module")
		}
		found := len(out)
		err = t.walk(dir, recursive, true, func(f Folder) {
			if !seen[f.Dir] {
				seen[f.Dir] = true
				out = append(out, f)
			}
			found = -1
		})
		if err != nil {
			return nil, err
		}
		if found == len(out) && !recursive {
			return nil, errors.New("pattern " + pattern + " names a folder without Go files")
		}
	}
	slices.SortFunc(out, func(a, b Folder) int { return strings.Compare(a.Path, b.Path) })
	return out, nil
}

// parsePattern returns the folder that pattern names, and whether it includes those below:
// "./store/..." is the folder store, recursive.
func (t *Tree) parsePattern(pattern string) (dir string, recursive bool, err error) {
	unsupported := errors.New("pattern " + pattern)
	name := filepath.ToSlash(pattern)
	if name == "..." {
		return "", false, unsupported
	}
	name, recursive = strings.CutSuffix(name, "/...")
	if strings.Contains(name, "...") || strings.ContainsAny(name, "@=") || strings.HasSuffix(name, ".go") ||
		slices.Contains(strings.Split(name, "/"), "vendor") {
		return "", false, unsupported
	}
	switch {
	case filepath.IsAbs(pattern):
		dir = filepath.FromSlash(name)
	case name == "." || name == ".." || strings.HasPrefix(name, "./") || strings.HasPrefix(name, "../"):
		dir = filepath.Join(t.Dir, filepath.FromSlash(name))
	default:
		rest, ok := within(name, t.Main.Path)
		if !ok {
			return "", false, unsupported // names another module, or is a word such as all
		}
		for other := range t.modules {
			if _, below := within(other, t.Main.Path); below {
				return "", false, unsupported // the pattern may name that module
			}
		}
		dir = filepath.Join(t.Main.Dir, filepath.FromSlash(rest))
	}
	dir = filepath.Clean(dir)
	if dir != t.Main.Dir && !strings.HasPrefix(dir, t.Main.Dir+string(filepath.Separator)) {
		return "", false, errors.New("pattern " + pattern + " is outside the main module")
	}
	return dir, recursive, nil
}

// walk calls yield for dir and, if recursive, for each folder below it that belongs to the same
// module and that "..." matches. top says that dir is the folder of the pattern.
func (t *Tree) walk(dir string, recursive, top bool, yield func(Folder)) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return errors.New("folder " + dir + " cannot be read")
	}
	if !top && slices.ContainsFunc(entries, func(e os.DirEntry) bool { return e.Name() == "go.mod" && !e.IsDir() }) {
		return nil
	}
	rel, err := filepath.Rel(t.Main.Dir, dir)
	if err != nil {
		return err
	}
	if recursive && t.ignores(filepath.ToSlash(rel)) {
		return nil
	}
	folder := newFolder(Location{Path: path.Join(t.Main.Path, filepath.ToSlash(rel)), Dir: dir, Main: true}, entries)
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
		if err := t.walk(filepath.Join(dir, name), true, false, yield); err != nil {
			return err
		}
	}
	return nil
}

// ignores reports whether an ignore line of go.mod excludes the folder rel, which is relative
// to the module, from "...".
func (t *Tree) ignores(rel string) bool {
	rel += "/"
	return slices.ContainsFunc(t.ignored, func(pattern string) bool {
		if rooted, ok := strings.CutPrefix(pattern, "./"); ok {
			return strings.HasPrefix(rel, path.Clean(rooted)+"/")
		}
		return strings.Contains("/"+rel, "/"+path.Clean(pattern)+"/")
	})
}

// Folder returns the folder of a package.
func (t *Tree) Folder(loc Location) (Folder, error) {
	entries, err := os.ReadDir(loc.Dir)
	if err != nil {
		return Folder{}, errors.New("folder " + loc.Dir + " cannot be read")
	}
	return newFolder(loc, entries), nil
}

func newFolder(loc Location, entries []os.DirEntry) Folder {
	f := Folder{Location: loc}
	for _, e := range entries {
		name := e.Name()
		if name[0] == '.' || name[0] == '_' || !strings.HasSuffix(name, ".go") || e.IsDir() {
			continue
		}
		if e.Type()&os.ModeSymlink != 0 && isDir(filepath.Join(loc.Dir, name)) {
			continue
		}
		f.GoFiles = append(f.GoFiles, name)
	}
	return f
}
