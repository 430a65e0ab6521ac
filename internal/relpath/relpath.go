package relpath

import (
	"os"
	"path/filepath"
	"strings"
)

// File returns name as seen from the current folder, or unchanged if that is shorter than a
// name with "..".
func File(name string) string {
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

// Position returns position, "file:line:col" or "file", with the file as File returns it.
func Position(position string) string {
	if !filepath.IsAbs(position) {
		return position
	}
	return File(position)
}
