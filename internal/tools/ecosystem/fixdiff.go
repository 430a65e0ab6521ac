package main

import (
	"crypto/sha256"
	"encoding/hex"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/diff"

	"github.com/awserrlint/awserrlint/internal/edit"
	"github.com/awserrlint/awserrlint/internal/tools/checkout"
)

// diffOf returns what f alone changes in the module in dir. Imports that only several fixes together make
// unused are still there.
func diffOf(f checkout.JSONFix, dir string) (string, error) {
	edits := make(edit.Merge)
	for _, e := range f.Edits {
		at := func(offset int) token.Position {
			return token.Position{Filename: checkout.FileName(e.File, dir), Offset: offset}
		}
		edits[at(0).Filename] = append(edits[at(0).Filename], edit.Edit{Pos: at(e.Start.Offset), End: at(e.End.Offset), New: e.New})
	}
	read := func(name string) ([]byte, error) { return os.ReadFile(filepath.Join(dir, filepath.FromSlash(name))) }
	fixed, err := edits.Rewrite(read, nil)
	if err != nil {
		return "", err
	}
	var all strings.Builder
	for _, name := range slices.Sorted(maps.Keys(fixed)) {
		before, err := read(name)
		if err != nil {
			return "", err
		}
		all.Write(diff.Diff(name, before, name, fixed[name]))
	}
	return all.String(), nil
}

// hashOf returns a short hash that tells texts apart.
func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:4])
}
