package scope

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"

	"github.com/awserrlint/awserrlint/internal/config"
	"github.com/awserrlint/awserrlint/internal/load/source"
)

// selectModules adds what the args name in modules at or below dir, which belongs to no module
// itself: ./... means every module below it.
func (sc *Scope) selectModules(ctx context.Context, dir string) error {
	for _, arg := range sc.args {
		folder, recursive, ok := splitPattern(arg)
		if !isFolder(arg) {
			sc.noMatch(arg, "no module (go.mod) is in this folder or above")
			if isDir(absolute(dir, folder)) {
				sc.unmatched[arg] = &source.NoMatchError{Pattern: arg, Meant: "./" + arg}
			}
			continue
		}
		if !ok {
			return fmt.Errorf("%s: outside of a module, \"...\" can only be the end of a pattern", arg)
		}
		abs := absolute(dir, folder)
		if !isDir(abs) {
			sc.noMatch(arg, "there is no folder "+filepath.ToSlash(folder))
			continue
		}
		if err := sc.selectFolder(ctx, abs, recursive, arg); err != nil {
			return err
		}
	}
	return nil
}

// selectFolder adds the packages in dir and, if recursive, all below it, for arg.
func (sc *Scope) selectFolder(ctx context.Context, dir string, recursive bool, arg string) error {
	root, err := config.ModuleRoot(dir)
	if err != nil {
		return err
	}
	if root != "" {
		text, err := patternOf(root, dir, recursive)
		if err != nil {
			return err
		}
		sc.add(root, text, arg)
	}
	if !recursive {
		if root == "" {
			sc.noMatch(arg, "no module (go.mod) is in its folder or above")
		}
		return nil
	}
	modules, err := modulesBelow(ctx, dir)
	if err != nil {
		return err
	}
	for _, module := range modules {
		sc.add(module, "./...", arg)
	}
	if root == "" && len(modules) == 0 {
		sc.noMatch(arg, "no module (go.mod) is in its folder, above or below")
	}
	return nil
}

// modulesBelow returns the folders of all modules below dir, except those that "..." would leave
// out and those that npm has installed.
func modulesBelow(ctx context.Context, dir string) ([]string, error) {
	var modules []string
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case errors.Is(err, fs.ErrPermission) || errors.Is(err, fs.ErrNotExist):
			return nil // what cannot be read is not of interest, unlike in a module
		case err != nil:
			return err
		case e.IsDir() && name != dir && (isLeftOut(e.Name()) || e.Name() == "node_modules"):
			return fs.SkipDir
		case e.Name() == "go.mod" && !e.IsDir() && filepath.Dir(name) != dir:
			modules = append(modules, filepath.Dir(name))
		}
		return nil
	})
	slices.Sort(modules)
	return modules, err
}

// isLeftOut reports whether "..." leaves out folders with the name.
func isLeftOut(name string) bool {
	return name == "testdata" || name == "vendor" || name[0] == '_' || name[0] == '.'
}
