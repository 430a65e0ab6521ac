package lsp

import (
	"context"
	"path/filepath"
	"slices"

	"github.com/awserrlint/awserrlint/internal/config"
	"github.com/awserrlint/awserrlint/internal/scope"
)

// unitOf returns the root of what the file called name is analyzed together with: the folder of the go.work that uses its
// module or, without one, the folder of the module. It is "" for a file in no module.
func unitOf(name string) string {
	module, err := config.ModuleRoot(filepath.Dir(name))
	if err != nil || module == "" {
		return ""
	}
	if modules := workspaceOf(module); modules != nil {
		work, _ := scope.WorkspaceAt(module)
		return filepath.Dir(work)
	}
	return module
}

// workspaceOf returns the folders of the modules of the workspace that uses the module in the folder dir, nil if none does.
func workspaceOf(dir string) []string {
	work, err := scope.WorkspaceAt(dir)
	if err != nil || work == "" {
		return nil
	}
	modules, err := scope.UsedModules(work)
	if err != nil || !slices.Contains(modules, dir) {
		return nil
	}
	return modules
}

// everything returns the patterns of all packages of the unit at root.
func everything(root string) []string {
	if work, err := scope.WorkspaceAt(root); err == nil && work != "" && filepath.Dir(work) == root {
		if modules, err := scope.UsedModules(work); err == nil {
			var patterns []string
			for _, module := range modules {
				patterns = append(patterns, filepath.Join(module, "..."))
			}
			return patterns
		}
	}
	return []string{"./..."}
}

// selections returns what the patterns select in the unit at root.
func (s *server) selections(ctx context.Context, root string, patterns []string) ([]scope.Selection, error) {
	sc, err := scope.Select(ctx, root, s.BuildTags, patterns)
	if err != nil {
		return nil, err
	}
	return sc.Selections, nil
}
