package checkout

import (
	"context"
	"fmt"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// PackagesWithout returns patterns for the packages of the module in dir none of whose files imports the package at path,
// such as the client of EC2, which takes as long to compile as a third of the other clients that the fixtures import.
func PackagesWithout(ctx context.Context, dir, path string) ([]string, error) {
	root, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	list := exec.CommandContext(ctx, "go", "list", "-e", "-f", `{{.Dir}}{{range .Imports}}|{{.}}{{end}}{{range .TestImports}}|{{.}}{{end}}{{range .XTestImports}}|{{.}}{{end}}`, "./...")
	list.Dir = root
	out, err := list.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	var patterns []string
	for line := range strings.Lines(string(out)) {
		pkg := strings.Split(strings.TrimSpace(line), "|")
		if slices.Contains(pkg[1:], path) {
			continue
		}
		name, err := filepath.Rel(root, pkg[0])
		if err != nil {
			return nil, err
		}
		patterns = append(patterns, "./"+filepath.ToSlash(name))
	}
	return patterns, nil
}
