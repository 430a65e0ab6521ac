package source

import (
	"errors"
	"go/version"
	"path/filepath"
	"strings"

	"golang.org/x/mod/modfile"
	"golang.org/x/mod/module"
)

// readModule finds the main module and the folders of the modules it requires.
//
// Since Go 1.17, go.mod lists every module that provides a package of the program, in its
// selected version. So no other go.mod is read. If none of these modules provides an
// import, the go command has to explain why.
func (t *Tree) readModule(env *environ, flags goflags) error {
	root := t.reads.parentWith(t.Dir, "go.mod")
	if root == "" {
		return errors.New("there is no go.mod")
	}
	switch env.get("GOWORK") {
	case "off":
	case "":
		if t.reads.parentWith(t.Dir, "go.work") != "" {
			return errors.New("there is a go.work")
		}
	default:
		return errors.New("GOWORK is set")
	}

	name := filepath.Join(root, "go.mod")
	data, err := t.ReadFile(name)
	if err != nil {
		return err
	}
	file, err := modfile.Parse(name, data, nil)
	if err != nil || file.Module == nil {
		return errors.New("go.mod cannot be read")
	}
	if err := checkVersions(file, env.version); err != nil {
		return err
	}
	main := &Module{Path: file.Module.Mod.Path, Dir: root, GoVersion: file.Go.Version}
	for _, ignore := range file.Ignore {
		main.ignored = append(main.ignored, ignore.Path)
	}
	t.main = []*Module{main}

	vendor := filepath.Join(root, "vendor")
	if flags.mod == "vendor" || flags.mod == "" && t.reads.isDir(vendor) {
		t.vendor = vendor
		return t.checkVendor(filepath.Join(vendor, "modules.txt"), file)
	}
	cache := env.modcache()
	t.modules = make(map[string]*Module)
	for _, req := range file.Require {
		dir, err := moduleDir(root, cache, replacement(file, req.Mod))
		if err != nil {
			return err
		}
		t.modules[req.Mod.Path] = &Module{Path: req.Mod.Path, Version: req.Mod.Version, Dir: dir}
	}
	return nil
}

// checkVersions returns an error if go.mod is too old to list all modules, or if the go
// command would switch to another toolchain.
func checkVersions(file *modfile.File, installed string) error {
	if file.Go == nil || version.Compare("go"+file.Go.Version, "go1.17") < 0 {
		return errors.New("the go line of go.mod is older than 1.17")
	}
	if version.Compare("go"+file.Go.Version, installed) > 0 {
		return errors.New("go.mod needs a newer Go than the one on the path")
	}
	if file.Toolchain != nil && file.Toolchain.Name != "default" && version.Compare(file.Toolchain.Name, installed) > 0 {
		return errors.New("go.mod asks for the toolchain " + file.Toolchain.Name)
	}
	return nil
}

// modcache returns the folder of the module cache.
func (env *environ) modcache() string {
	if dir := env.get("GOMODCACHE"); dir != "" {
		return dir
	}
	return filepath.Join(env.gopath(), "pkg", "mod")
}

// gopath returns the first folder of GOPATH.
func (env *environ) gopath() string {
	if list := filepath.SplitList(env.get("GOPATH")); len(list) > 0 {
		return list[0]
	}
	home := env.get("HOME")
	if home == "" {
		home = env.get("USERPROFILE")
	}
	return filepath.Join(home, "go")
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

// replacement returns mod, or what file replaces it with. If that has no version, its path is a
// folder.
func replacement(file *modfile.File, mod module.Version) module.Version {
	new := mod
	for _, r := range file.Replace {
		if r.Old.Path != mod.Path {
			continue
		}
		if r.Old.Version == mod.Version {
			return r.New
		}
		if r.Old.Version == "" {
			new = r.New
		}
	}
	return new
}

// moduleDir returns the folder of a module, which need not exist.
func moduleDir(root, cache string, mod module.Version) (string, error) {
	if mod.Version == "" {
		if filepath.IsAbs(mod.Path) {
			return mod.Path, nil
		}
		return filepath.Join(root, filepath.FromSlash(mod.Path)), nil
	}
	path, err := module.EscapePath(mod.Path)
	if err != nil {
		return "", errors.New("go.mod has a malformed path")
	}
	version, err := module.EscapeVersion(mod.Version)
	if err != nil {
		return "", errors.New("go.mod has a malformed version")
	}
	return filepath.Join(cache, filepath.FromSlash(path)+"@"+version), nil
}

// checkVendor returns an error if modules.txt in a vendor folder does not match go.mod: each
// required module must be marked as explicit there, with its replacement. The go command
// checks the same.
func (t *Tree) checkVendor(name string, file *modfile.File) error {
	data, err := t.reads.readFile(name, 0)
	if err != nil {
		return errors.New("vendor has no modules.txt")
	}
	listed := make(map[string]string) // "path version" to what follows "=>"
	explicit := make(map[string]bool)
	last := ""
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if rest, ok := strings.CutPrefix(line, "## "); ok {
			explicit[last] = explicit[last] || strings.Contains(rest, "explicit")
		} else if rest, ok := strings.CutPrefix(line, "# "); ok {
			old, new, _ := strings.Cut(rest, " => ")
			last = old
			listed[old] = new
		}
	}
	for _, req := range file.Require {
		if key := req.Mod.Path + " " + req.Mod.Version; !explicit[key] {
			return errors.New("vendor/modules.txt differs from go.mod")
		}
	}
	for _, r := range file.Replace {
		old := strings.TrimSpace(r.Old.Path + " " + r.Old.Version)
		new := strings.TrimSpace(r.New.Path + " " + r.New.Version)
		if listed[old] != new {
			return errors.New("vendor/modules.txt differs from go.mod")
		}
	}
	return nil
}
