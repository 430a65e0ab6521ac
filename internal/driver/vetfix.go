package driver

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"maps"
	"os"
	"slices"

	"github.com/rogpeppe/go-internal/diff"
	"golang.org/x/tools/go/packages"
)

// fix applies the fixes of res to the package once: into the archive of the go
// command, which writes files when all packages are done, or into the files
// themselves where there is none. With diffOnly it prints the difference instead.
func (s *unitSource) fix(out *os.File, pkg *packages.Package, res *result, diffOnly bool) (int, error) {
	for _, p := range res.problems {
		fmt.Fprintln(os.Stderr, problemText(p))
	}
	names := make(map[string]string)
	packageNames(names, pkg.Types)
	files, err := rewrite(mergeFixes(res.findings, func(finding) bool { return false }), os.ReadFile, names)
	if err != nil {
		return exitFailed, err
	}
	if _, err := s.check(files); err != nil {
		return exitFailed, fmt.Errorf("%s: not fixed, the fixed code would not compile: %w", s.cfg.ImportPath, err)
	}
	var changes []change
	for _, name := range slices.Sorted(maps.Keys(files)) {
		old, err := os.ReadFile(name)
		if err != nil {
			return exitFailed, err
		}
		changes = append(changes, change{name, old, files[name]})
	}
	switch {
	case diffOnly:
		for _, ch := range changes {
			// Absolute: this runs in the folder of the package, wherever the user is.
			if _, err := out.Write(diff.Diff(ch.name, ch.old, ch.name, ch.fixed)); err != nil {
				return exitFailed, err
			}
		}
	case s.cfg.FixArchive != "":
		err = writeArchive(s.cfg.FixArchive, files)
	default:
		err = replaceFiles(context.Background(), changes)
	}
	if err != nil || len(res.problems) > 0 {
		return exitFailed, err
	}
	return exitClean, nil
}

// writeArchive writes an archive of fixed files for the go command.
func writeArchive(name string, files map[string][]byte) error {
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for _, file := range slices.Sorted(maps.Keys(files)) {
		f, err := w.Create(file)
		if err != nil {
			return err
		}
		if _, err := f.Write(files[file]); err != nil {
			return err
		}
	}
	if err := w.Close(); err != nil {
		return err
	}
	return os.WriteFile(name, buf.Bytes(), 0o666)
}
