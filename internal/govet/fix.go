package govet

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"maps"
	"os"
	"slices"

	"golang.org/x/tools/go/packages"

	"github.com/awserrlint/awserrlint/internal/config"
	"github.com/awserrlint/awserrlint/internal/edit"
	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/load"
	"github.com/awserrlint/awserrlint/internal/program"
	"github.com/awserrlint/awserrlint/internal/runner"
)

// applyFixes applies the fixes of the findings to the package, once. It writes the fixed files to the
// archive of the go command, which copies them when all packages are done, or in place if
// there is no archive. With diffOnly it prints the changes instead.
//
// before are the contents of the files that were analyzed.
func applyFixes(cfg *vetConfig, out *os.File, pkg *packages.Package, found runner.Result, before map[string][]byte, diffOnly bool) (int, error) {
	foreign := func(f finding.Finding) bool {
		if len(f.Fixes) == 0 {
			return false
		}
		file, err := edit.Foreign(f.Fixes[0].Edits, config.RootOf)
		if p := (finding.Problem{Pos: file, Message: fmt.Sprintf("not fixed: %v", err)}); err != nil && !slices.Contains(found.Problems, p) {
			found.Problems = append(found.Problems, p)
		}
		return err != nil
	}
	m, _ := finding.Edits(found.Findings, foreign)
	for _, p := range found.Problems {
		fmt.Fprintln(os.Stderr, p)
	}
	names := make(map[string]string)
	edit.ImportNames(names, pkg.Types)
	read := func(name string) ([]byte, error) { return load.Read(before, name) }
	files, err := m.Rewrite(read, names)
	if err != nil {
		return program.Failed, err
	}
	overlay := maps.Clone(before)
	maps.Copy(overlay, files)
	if _, err := check(cfg, overlay); err != nil {
		return program.Failed, fmt.Errorf("%s: not fixed, the fixed code would not compile: %w", cfg.ImportPath, err)
	}
	changes, err := edit.Changes(files, read)
	if err != nil {
		return program.Failed, err
	}
	switch {
	case diffOnly:
		for _, ch := range changes {
			// The names stay absolute, since this process runs in the folder of the package, not in the user's.
			if _, err := out.Write(ch.Diff(ch.Name, ch.Name)); err != nil {
				return program.Failed, err
			}
		}
	case cfg.FixArchive != "":
		err = writeArchive(cfg.FixArchive, files)
	default:
		err = edit.Write(context.Background(), changes, config.RootOf)
	}
	if err != nil || len(found.Problems) > 0 {
		return program.Failed, err
	}
	return program.Clean, nil
}

// writeArchive writes the archive of fixed files for the go command.
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
