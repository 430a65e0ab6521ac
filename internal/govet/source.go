package govet

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"

	"github.com/awserrlint/awserrlint/internal/load"
	"github.com/awserrlint/awserrlint/internal/program"
)

// check parses and type-checks the package that cfg describes, with the content of files in
// overlay. The types of its imports come from export data or, where this cannot be read, from
// source.
func check(cfg *vetConfig, overlay map[string][]byte) (*packages.Package, error) {
	pkg, err := fromExportData(cfg, overlay)
	if reason, ok := errors.AsType[unreadable](err); ok {
		pkg, err = fromSource(cfg, overlay, reason)
	}
	if err != nil {
		return nil, err
	}
	pkg.ID, pkg.OtherFiles, pkg.IgnoredFiles = cfg.ID, cfg.NonGoFiles, cfg.IgnoredFiles
	return pkg, nil
}

// fromSource is as fromExportData, with the types of imports from source, for the given reason.
func fromSource(cfg *vetConfig, overlay map[string][]byte, reason unreadable) (*packages.Package, error) {
	res, err := load.Package(context.Background(), load.PackageConfig{
		Path: cfg.ImportPath, Dir: cfg.Dir, GoFiles: cfg.GoFiles, Overlay: overlay,
	})
	switch {
	case err != nil:
	case len(res.Problems) == 0:
		return res.Packages[0], nil
	default:
		problem := res.Problems[0]
		err = errors.New(problem.Pos + ": " + problem.Message) // the go command makes the name relative
		inFile := slices.ContainsFunc(cfg.GoFiles, func(name string) bool { return strings.HasPrefix(problem.Pos, name+":") })
		if inFile && !res.Lacking[cfg.ImportPath] {
			return nil, err // nothing is wrong with the types of imports
		}
	}
	err = fmt.Errorf("%s: no types of imports, neither from export data (%w) nor from source (%w)", cfg.ImportPath, reason, err)
	if newer := os.Getenv("GOVERSION"); newer != runtime.Version() { // the go command sets it
		err = fmt.Errorf("%w: build %s with %s, not %s", err, program.Name, newer, runtime.Version())
	}
	return nil, err
}
