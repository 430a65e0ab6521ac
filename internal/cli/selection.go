package cli

import (
	"errors"
	"fmt"
	"go/build"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/config"
)

// A selection is package patterns, and the folder that they are relative to.
type selection struct {
	dir      string
	patterns []string
}

// selections returns the packages that args name. args are either package patterns or Go files: a
// file names its package. Files may be in several modules, which gives one selection for each
// module. Like "...", files do not select packages in folders called testdata or vendor, or
// packages without files in this build.
func selections(dir, tags string, args []string) ([]selection, error) {
	isFile := func(arg string) bool { return strings.HasSuffix(arg, ".go") }
	if !slices.ContainsFunc(args, isFile) {
		return []selection{{dir, args}}, nil
	}
	var list []selection
	for _, arg := range args {
		if !isFile(arg) {
			return nil, fmt.Errorf("%s is no Go file: name either files or packages", arg)
		}
		file := arg
		if !filepath.IsAbs(file) {
			file = filepath.Join(dir, file)
		}
		file, err := filepath.Abs(file)
		if err != nil {
			return nil, err
		}
		if _, err := os.Stat(file); err != nil {
			return nil, err
		}
		folder := filepath.Dir(file)
		module, err := config.ModuleRoot(folder)
		if err != nil {
			return nil, err
		}
		if module == "" {
			return nil, fmt.Errorf("%s belongs to no module: there is no go.mod in its folder or above", arg)
		}
		rel, err := filepath.Rel(module, folder)
		if err != nil {
			return nil, err
		}
		pattern := "./" + filepath.ToSlash(rel)
		if leftOut(pattern) || !hasPackage(folder, tags) {
			continue
		}
		i := slices.IndexFunc(list, func(s selection) bool { return s.dir == module })
		if i < 0 {
			i, list = len(list), append(list, selection{dir: module})
		}
		if !slices.Contains(list[i].patterns, pattern) {
			list[i].patterns = append(list[i].patterns, pattern)
		}
	}
	return list, nil
}

// leftOut reports whether "./..." would leave out pattern.
func leftOut(pattern string) bool {
	for elem := range strings.SplitSeq(strings.TrimPrefix(pattern, "./"), "/") {
		if elem == "testdata" || elem == "vendor" || strings.HasPrefix(elem, "_") || strings.HasPrefix(elem, ".") && elem != "." {
			return true
		}
	}
	return false
}

// hasPackage reports whether a file in dir is part of this build.
func hasPackage(dir, tags string) bool {
	ctx := build.Default
	ctx.BuildTags = strings.FieldsFunc(tags, func(r rune) bool { return r == ',' })
	_, err := ctx.ImportDir(dir, 0)
	_, none := errors.AsType[*build.NoGoError](err)
	return !none
}
