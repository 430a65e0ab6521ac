package checkout

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

// A Checkout is a repository on disk.
type Checkout struct {
	Root       string // absolute, without symbolic links
	Repository string // owner/name
	Commit     string // short hash, or "-" if unknown
}

// Open returns the checkouts in the folders dirs.
func Open(dirs []string) ([]Checkout, error) {
	var all []Checkout
	seen := make(map[string]bool)
	for _, dir := range dirs {
		c, err := openCheckout(dir)
		if err != nil {
			return nil, err
		}
		if seen[c.Repository] {
			return nil, fmt.Errorf("%s: there are two checkouts of %s", dir, c.Repository)
		}
		seen[c.Repository] = true
		all = append(all, c)
	}
	return all, nil
}

func openCheckout(dir string) (Checkout, error) {
	root, err := filepath.Abs(dir)
	if err != nil {
		return Checkout{}, err
	}
	// Positions are compared as text, and the go command resolves some links.
	if root, err = filepath.EvalSymlinks(root); err != nil {
		return Checkout{}, err
	}
	c := Checkout{Root: root, Repository: strings.Replace(filepath.Base(root), "+", "/", 1), Commit: "-"}
	// A folder inside a repository would get the commit of that repository.
	if _, err := os.Lstat(filepath.Join(root, ".git")); err != nil {
		return c, nil
	}
	hash, err := exec.Command("git", "-C", root, "rev-parse", "--short=12", "HEAD").Output()
	if err != nil {
		return Checkout{}, fmt.Errorf("%s: no commit: %w", dir, err)
	}
	c.Commit = strings.TrimSpace(string(hash))
	return c, nil
}

// A Module is a folder of a checkout with a go.mod.
type Module struct {
	Checkout
	Folder string // relative to the root, with slashes; "." for the root itself
}

// Dir returns the folder of the module on disk.
func (m Module) Dir() string { return filepath.Join(m.Root, filepath.FromSlash(m.Folder)) }

// Name returns owner/name/folder.
func (m Module) Name() string { return path.Join(m.Repository, m.Folder) }

// FindModules returns the modules in checkouts whose names match, in the order of
// checkouts and folders.
func FindModules(checkouts []Checkout, names *regexp.Regexp) ([]Module, error) {
	var all []Module
	for _, c := range checkouts {
		err := filepath.WalkDir(c.Root, func(file string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case d.IsDir() && file != c.Root && isIgnored(d.Name()):
				return fs.SkipDir
			case d.IsDir() || d.Name() != "go.mod":
				return nil
			}
			folder, err := filepath.Rel(c.Root, filepath.Dir(file))
			if err != nil {
				return err
			}
			if m := (Module{c, filepath.ToSlash(folder)}); names.MatchString(m.Name()) {
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
