package source

import (
	"errors"
	"go/version"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/mod/modfile"
	"golang.org/x/mod/module"
)

// A Module is a module that packages come from.
type Module struct {
	Path      string
	Version   string // as required; "" for a main module
	Dir       string // where its source is, or will be once it is downloaded
	GoVersion string // its go line, "1.26", of a module of the program; otherwise perhaps ""

	ignored []string       // ignore lines of a main module
	cached  module.Version // what to download; its path is "" if Dir is a folder of the user's
	partial string         // a file that is there while the go command unpacks the module
}

// A mainFile is the go.mod of a main module.
type mainFile struct {
	*Module
	name string // of the file, go.mod or that of -modfile
	data []byte
	file *modfile.File
	lax  bool // the go command knows lines in it that this package does not
}

// readMain reads the go.mod of the module in root. The flag -modfile names another file, "" none.
func (t *Tree) readMain(root, other string) (*mainFile, error) {
	m := &mainFile{name: filepath.Join(root, "go.mod")}
	if other != "" {
		m.name = other
		if !filepath.IsAbs(other) {
			m.name = filepath.Join(t.Dir, other)
		}
	}
	var err error
	if m.data, err = t.ReadFile(m.name); err != nil {
		return nil, err
	}
	m.file, err = modfile.Parse(m.name, m.data, nil)
	if err != nil {
		m.lax = true
		m.file, err = modfile.ParseLax(m.name, m.data, nil)
	}
	if err != nil || m.file.Module == nil {
		return nil, errors.New(m.name + " cannot be read")
	}
	m.Module = &Module{Path: m.file.Module.Mod.Path, Dir: root}
	if m.file.Go != nil {
		m.GoVersion = m.file.Go.Version
	}
	for _, ignore := range m.file.Ignore {
		m.ignored = append(m.ignored, ignore.Path)
	}
	return m, nil
}

// complete reports whether go.mod lists every module that provides a package of the program, in
// its selected version, as it does since Go 1.17. Then no other go.mod need be read. If none
// of these modules provides an import, go.mod is not tidy.
func (m *mainFile) complete() bool {
	return !m.lax && m.GoVersion != "" && version.Compare("go"+m.GoVersion, "go1.17") >= 0
}

// required returns the modules that go.mod requires. An excluded version is not required.
func (m *mainFile) required() []module.Version {
	var mods []module.Version
	for _, req := range m.file.Require {
		if !slices.ContainsFunc(m.file.Exclude, func(ex *modfile.Exclude) bool { return ex.Mod == req.Mod }) {
			mods = append(mods, req.Mod)
		}
	}
	return mods
}

// parentWith returns the nearest folder, dir or one above it, that has a file called name, or
// "".
func (r *reads) parentWith(dir, name string) string {
	for {
		if r.isFile(filepath.Join(dir, name)) {
			return dir
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return ""
		}
		dir = parent
	}
}

// A replaceFile is a file with replace lines, and the folder that their paths are relative to.
type replaceFile struct {
	dir   string
	lines []*modfile.Replace
}

// replacement returns mod, or what the first of files that replaces it replaces it with. If the
// result has no version, its path is a folder.
func replacement(files []replaceFile, mod module.Version) module.Version {
	for _, file := range files {
		found := -1
		for i, r := range file.lines {
			if r.Old == mod || found < 0 && r.Old.Path == mod.Path && r.Old.Version == "" {
				found = i
			}
		}
		if found < 0 {
			continue
		}
		with := file.lines[found].New
		if with.Version == "" && !filepath.IsAbs(with.Path) {
			with.Path = filepath.Join(file.dir, filepath.FromSlash(with.Path))
		}
		return with
	}
	return mod
}

// newModule returns the module that is required as mod and replaced by with.
func newModule(cache string, mod, with module.Version) (*Module, error) {
	m := &Module{Path: mod.Path, Version: mod.Version, Dir: with.Path}
	if with.Version == "" {
		return m, nil
	}
	path, err := module.EscapePath(with.Path)
	if err != nil {
		return nil, errors.New("go.mod has a malformed path")
	}
	version, err := module.EscapeVersion(with.Version)
	if err != nil {
		return nil, errors.New("go.mod has a malformed version")
	}
	m.Dir = filepath.Join(cache, filepath.FromSlash(path)+"@"+version)
	m.partial = filepath.Join(cache, "cache", "download", filepath.FromSlash(path), "@v", version+".partial")
	m.cached = with
	return m, nil
}

// within returns what follows root in importPath, if root contains it.
func within(importPath, root string) (rest string, ok bool) {
	if importPath == root {
		return "", true
	}
	return strings.CutPrefix(importPath, root+"/")
}
