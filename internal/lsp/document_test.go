package lsp

import (
	"os"
	"path/filepath"
	"testing"

	"go.lsp.dev/uri"

	"github.com/awserrlint/awserrlint/internal/lsp/protocol"
)

// TestOpenFirst demands that a file that is opened does not wait for the analysis of a whole module.
func TestOpenFirst(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module m\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, "a.go")
	ended := false
	s := &server{
		docs: make(map[string]*document), pending: make(map[string]*pending), wake: make(chan struct{}, 1),
		cancel: func() { ended = true },
	}
	err := s.didOpen(protocol.DidOpenParams{TextDocument: protocol.TextDocumentItem{URI: uri.File(name).String(), Text: "package a"}})
	if err != nil {
		t.Fatal(err)
	}
	if p := s.pending[dir]; !ended || p == nil || !p.folders[dir] || len(s.wake) != 1 {
		t.Errorf("the analysis goes on: ended is %t, pending %+v", ended, p)
	}
}

// TestChangeWhileAnalyzed demands that a file that changes on the disk while its unit is analyzed for the first time is analyzed again.
func TestChangeWhileAnalyzed(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module m\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	s := &server{pending: make(map[string]*pending), underway: map[string]*pending{dir: {whole: true}}, wake: make(chan struct{}, 1)}
	change := protocol.FileEvent{URI: uri.File(filepath.Join(dir, "a.go")).String()}
	if err := s.didChangeWatchedFiles(protocol.DidChangeWatchedFilesParams{Changes: []protocol.FileEvent{change}}); err != nil {
		t.Fatal(err)
	}
	if p := s.pending[dir]; p == nil || !p.whole || len(s.wake) != 1 {
		t.Errorf("pending is %+v", p)
	}
}

// TestFileOf demands that a URI gives the name of the file, which need not be UTF-8.
func TestFileOf(t *testing.T) {
	for _, name := range []string{"/a b.go", "/bad\xff.go", "/bad%FF.go", "/ü\xff%25.go", "/new\nline.go"} {
		if got, ok := fileOf(uri.File(name).String()); !ok || got != name {
			t.Errorf("%q becomes %q", name, got)
		}
	}
}
