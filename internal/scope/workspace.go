package scope

import (
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/mod/modfile"

	"github.com/awserrlint/awserrlint/internal/config"
	"github.com/awserrlint/awserrlint/internal/readfile"
)

// WorkspaceAt returns the go.work that holds in the folder dir, "" if none does.
func WorkspaceAt(dir string) (string, error) {
	switch file := os.Getenv("GOWORK"); file {
	case "off":
		return "", nil
	case "":
		return config.Above(dir, "go.work")
	default:
		return file, nil
	}
}

// selectInWorkspace adds all args. They are loaded together, since modules of a workspace call each
// other. But if different settings hold in its modules, they are analyzed once with each.
func (sc *Scope) selectInWorkspace(dir, work string) error {
	modules, err := UsedModules(work)
	if err != nil {
		return err
	}
	patterns, err := sc.workspacePatterns(dir, filepath.Dir(work), modules)
	if err != nil || len(patterns) == 0 {
		return err
	}
	seen := make(map[string]bool) // files of settings
	for _, module := range modules {
		file, err := config.Find(module)
		if err != nil {
			return err
		}
		if sc.mayMatch(dir, module) && !seen[file] {
			seen[file] = true
			sc.Selections = append(sc.Selections, Selection{Dir: dir, patterns: patterns, Settings: module})
		}
	}
	if len(sc.Selections) == 0 { // to match nothing
		sc.Selections = []Selection{{Dir: dir, patterns: patterns, Settings: dir}}
	}
	for i := range sc.Selections {
		sc.Selections[i].Shared = len(sc.Selections) > 1
	}
	return nil
}

// workspacePatterns returns the patterns for all args. ./... in the folder of the workspace, or in
// one that is in no module, means the modules below that the workspace uses, where the go command
// would see only one or none.
func (sc *Scope) workspacePatterns(dir, work string, modules []string) ([]pattern, error) {
	var patterns []pattern
	for _, arg := range sc.args {
		folder, recursive, ok := splitPattern(arg)
		abs := absolute(dir, folder)
		root, err := config.ModuleRoot(abs)
		if err != nil {
			return nil, err
		}
		if !isFolder(arg) || !recursive || !ok || root != "" && abs != work {
			patterns = append(patterns, pattern{text: arg, args: []string{arg}})
			continue
		}
		none := true
		for _, module := range modules {
			if !isWithin(module, abs) {
				continue
			}
			none = false
			text, err := patternOf(dir, module, true)
			if err != nil {
				return nil, err
			}
			patterns = append(patterns, pattern{text: text, args: []string{arg}})
		}
		if none {
			sc.noMatch(arg, "go.work uses no module in its folder or below")
		}
	}
	return patterns, nil
}

// UsedModules returns the folders of the modules that the workspace uses, sorted.
func UsedModules(work string) ([]string, error) {
	data, err := readfile.All(work)
	if err != nil {
		return nil, err
	}
	file, err := modfile.ParseWork(work, data, nil)
	if err != nil {
		return nil, err
	}
	var modules []string
	for _, use := range file.Use {
		module := absolute(filepath.Dir(work), filepath.FromSlash(use.Path))
		modules = append(modules, module)
	}
	slices.Sort(modules)
	return modules, nil
}

// mayMatch reports whether an arg may match packages of the module.
func (sc *Scope) mayMatch(dir, module string) bool {
	return slices.ContainsFunc(sc.args, func(arg string) bool {
		folder, recursive, ok := splitPattern(arg)
		if !isFolder(arg) || !ok {
			return true
		}
		folder = absolute(dir, folder)
		return isWithin(folder, module) || recursive && isWithin(module, folder)
	})
}
