package analyzers_test

import (
	"bytes"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// maxLines is how long a file may be. Whoever needs more has two ideas.
const maxLines = 300

// TestHouse demands of every package that doc.go, and no other file, says its one job in the
// package comment, that no file is longer than can be read in one sitting, and that none is named
// for being small.
func TestHouse(t *testing.T) {
	documented := make(map[string]bool) // folders with Go files that are not tests
	err := fs.WalkDir(os.DirFS(".."), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			switch base := d.Name(); {
			case base == "testdata" || base == "examples" || base == "node_modules" || base != "." && strings.HasPrefix(base, "."):
				return fs.SkipDir
			case base == "util" || base == "utils" || base == "helper" || base == "helpers" || base == "common":
				t.Errorf("%s: say what is in the package", name)
			}
			return nil
		}
		if path.Ext(name) == ".go" {
			checkFile(t, name, documented)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for folder, ok := range documented {
		if !ok {
			t.Errorf("%s has no doc.go with a package comment", folder)
		}
	}
}

// checkFile checks one file, and notes in documented whether its folder has a package comment.
func checkFile(t *testing.T, name string, documented map[string]bool) {
	t.Helper()
	src, err := os.ReadFile(filepath.Join("..", filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(src, []byte("\n")); n > maxLines {
		t.Errorf("%s has %d lines, more than %d", name, n, maxLines)
	}
	f, err := parser.ParseFile(token.NewFileSet(), name, src, parser.PackageClauseOnly|parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	folder, base := path.Split(name)
	switch isDoc := base == "doc.go"; {
	case knowledge.IsTestFile(name):
	case isDoc && f.Doc == nil:
		t.Errorf("%s has no package comment", name)
	case !isDoc && f.Doc != nil:
		t.Errorf("%s: the package comment belongs into doc.go", name)
	default:
		documented[folder] = documented[folder] || isDoc
	}
}
