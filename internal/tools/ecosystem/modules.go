package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strings"
)

// A checkout is a repository on disk.
type checkout struct {
	root       string // absolute, without symbolic links
	repository string // owner/name
	commit     string // short hash, or "-" if unknown
}

// openCheckouts returns the checkouts in the folders dirs.
func openCheckouts(dirs []string) ([]checkout, error) {
	var all []checkout
	seen := make(map[string]bool)
	for _, dir := range dirs {
		c, err := openCheckout(dir)
		if err != nil {
			return nil, err
		}
		if seen[c.repository] {
			return nil, fmt.Errorf("%s: there are two checkouts of %s", dir, c.repository)
		}
		seen[c.repository] = true
		all = append(all, c)
	}
	return all, nil
}

func openCheckout(dir string) (checkout, error) {
	root, err := filepath.Abs(dir)
	if err != nil {
		return checkout{}, err
	}
	// Positions are compared as text, and the go command resolves some links.
	if root, err = filepath.EvalSymlinks(root); err != nil {
		return checkout{}, err
	}
	c := checkout{root: root, repository: strings.Replace(filepath.Base(root), "+", "/", 1), commit: "-"}
	// A folder inside a repository would get the commit of that repository.
	if _, err := os.Lstat(filepath.Join(root, ".git")); err != nil {
		return c, nil
	}
	hash, err := exec.Command("git", "-C", root, "rev-parse", "--short=12", "HEAD").Output()
	if err != nil {
		return checkout{}, fmt.Errorf("%s: no commit: %w", dir, err)
	}
	c.commit = strings.TrimSpace(string(hash))
	return c, nil
}

// A module is a folder of a checkout with a go.mod.
type module struct {
	checkout
	folder string // relative to the root, with slashes; "." for the root itself
}

// dir returns the folder of the module on disk.
func (m module) dir() string { return filepath.Join(m.root, filepath.FromSlash(m.folder)) }

// heading returns the heading of what is found in m.
func (m module) heading() heading { return heading{m.repository, m.commit, m.folder} }

// name returns owner/name/folder.
func (m module) name() string { return path.Join(m.repository, m.folder) }

// findModules returns the modules in checkouts whose names match, in the order of
// checkouts and folders.
func findModules(checkouts []checkout, names *regexp.Regexp) ([]module, error) {
	var all []module
	for _, c := range checkouts {
		err := filepath.WalkDir(c.root, func(file string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case d.IsDir() && file != c.root && isIgnored(d.Name()):
				return fs.SkipDir
			case d.IsDir() || d.Name() != "go.mod":
				return nil
			}
			folder, err := filepath.Rel(c.root, filepath.Dir(file))
			if err != nil {
				return err
			}
			if m := (module{c, filepath.ToSlash(folder)}); names.MatchString(m.name()) {
				all = append(all, m)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	if len(all) == 0 {
		return nil, errors.New("there are no modules to run on")
	}
	return all, nil
}

// isIgnored returns whether a folder called name holds code of others, or code that the go command
// ignores.
func isIgnored(name string) bool {
	return name == "vendor" || name == "testdata" || name == "node_modules" || strings.HasPrefix(name, "_") || strings.HasPrefix(name, ".")
}
