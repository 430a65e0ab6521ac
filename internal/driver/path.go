package driver

import (
	"os"
	"path/filepath"
	"strings"
)

// relative returns name as seen from the current folder, or as it is where the two
// have nothing in common.
func relative(name string) string {
	dir, err := os.Getwd()
	if err != nil {
		return name
	}
	rel, err := filepath.Rel(dir, name)
	if err != nil || len(rel) > len(name) && strings.HasPrefix(rel, "..") {
		return name
	}
	return rel
}

// relativePosition returns position, "file:line:col" or "file", with a relative file.
func relativePosition(position string) string {
	if !filepath.IsAbs(position) {
		return position
	}
	return relative(position)
}
