package model

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/mod/modfile"

	"github.com/awserrlint/awserrlint/internal/readfile"
)

// A mainModule is a go.mod or go.work file that decides which source is compiled.
type mainModule struct {
	file    string
	require []*modfile.Require
	replace []*modfile.Replace
}

// replaces says whether the file replaces a module by something else.
func (m mainModule) replaces(path, version string) bool {
	for _, r := range m.replace {
		if r.Old.Path == path && (r.Old.Version == "" || r.Old.Version == version) {
			return true
		}
	}
	return false
}

// Required returns the version of the module called path that the module of the folder from, or all
// modules of its workspace that do, require. It is "" where none does or they differ, and where
// something is replaced, which can lead to another version.
func Required(from, path string) string {
	main, err := mainModules(from)
	if err != nil {
		return ""
	}
	version := ""
	for _, m := range main {
		if len(m.replace) > 0 {
			return ""
		}
		for _, r := range m.require {
			if r.Mod.Path != path {
				continue
			}
			if version != "" && version != r.Mod.Version {
				return ""
			}
			version = r.Mod.Version
		}
	}
	return version
}

// Requires reports whether the module of the folder from requires the one called path, in whatever version and
// from wherever.
func Requires(from, path string) bool {
	file := upward(from, "go.mod")
	if file == "" {
		return false
	}
	m, err := readMod(file)
	return err == nil && slices.ContainsFunc(m.require, func(r *modfile.Require) bool { return r.Mod.Path == path })
}

// mainModules returns the files that hold for the folder from: its go.mod or, in a
// workspace, the go.work file and the go.mod files of its modules.
func mainModules(from string) ([]mainModule, error) {
	var found []mainModule
	if work := os.Getenv("GOWORK"); work != "off" {
		if work == "" {
			work = upward(from, "go.work")
		}
		if work != "" {
			src, err := readfile.All(work)
			if err != nil {
				return nil, err
			}
			f, err := modfile.ParseWork(work, src, nil)
			if err != nil {
				return nil, err
			}
			found = append(found, mainModule{work, nil, f.Replace})
			for _, use := range f.Use {
				dir := filepath.FromSlash(use.Path)
				if !filepath.IsAbs(dir) {
					dir = filepath.Join(filepath.Dir(work), dir)
				}
				m, err := readMod(filepath.Join(dir, "go.mod"))
				if err != nil {
					return nil, err
				}
				found = append(found, m)
			}
			return found, nil
		}
	}
	mod := upward(from, "go.mod")
	if mod == "" {
		return nil, fmt.Errorf("no go.mod above %s", from)
	}
	m, err := readMod(mod)
	if err != nil {
		return nil, err
	}
	return []mainModule{m}, nil
}

func readMod(file string) (mainModule, error) {
	src, err := readfile.All(file)
	if err != nil {
		return mainModule{}, err
	}
	f, err := modfile.Parse(file, src, nil)
	if err != nil {
		return mainModule{}, err
	}
	return mainModule{file, f.Require, f.Replace}, nil
}

// upward returns the file of that name in dir or the nearest folder above, or "".
func upward(dir, name string) string {
	for {
		file := filepath.Join(dir, name)
		if exists(file) {
			return file
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return ""
		}
		dir = parent
	}
}
