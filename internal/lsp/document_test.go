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
