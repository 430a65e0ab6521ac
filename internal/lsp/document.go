package lsp

import (
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"go.lsp.dev/uri"

	"github.com/awserrlint/awserrlint/internal/lsp/protocol"
)

// A document is a Go file that the user has open. It does not change: an edit makes another one.
type document struct {
	uri     string // as the client has it
	name    string // of the file
	version int32
	text    string
}

// fileOf returns the name of the file at a URI, false where that is none.
func fileOf(name string) (string, bool) {
	u, err := uri.Parse(name)
	if err != nil || !u.IsFile() {
		return "", false
	}
	if raw, err := url.Parse(name); err == nil && !utf8.ValidString(raw.Path) { // FsPath would leave such bytes encoded
		return filepath.Clean(raw.Path), true
	}
	return filepath.Clean(u.FsPath()), true
}

// uriOf returns the URI of the file called name: the one that the client has for it, if it is open.
func uriOf(docs map[string]*document, name string) string {
	if d := docs[name]; d != nil {
		return d.uri
	}
	return uri.File(name).String()
}

// isBelow reports whether the file called name is dir or below it.
func isBelow(name, dir string) bool {
	return name == dir || strings.HasPrefix(name, strings.TrimSuffix(dir, string(filepath.Separator))+string(filepath.Separator))
}

// didOpen analyzes what the user wants to see before the rest of a module.
func (s *server) didOpen(params protocol.DidOpenParams) error {
	item := params.TextDocument
	name, ok := fileOf(item.URI)
	if !ok || filepath.Ext(name) != ".go" {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.docs[name] = &document{uri: item.URI, name: name, version: item.Version, text: item.Text}
	s.edited(name)
	s.interrupt(0)
	return nil
}

// didChange makes the changes, and ends an analysis of what was there before.
func (s *server) didChange(params protocol.DidChangeParams) error {
	name, ok := fileOf(params.TextDocument.URI)
	if !ok {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	d := s.docs[name]
	if d == nil && filepath.Ext(name) == ".go" && len(params.ContentChanges) > 0 && params.ContentChanges[0].Range == nil {
		d = &document{uri: params.TextDocument.URI} // its text is known again, see below
	}
	if d == nil {
		return nil
	}
	text := d.text
	for _, change := range params.ContentChanges {
		if change.Range == nil {
			text = change.Text
			continue
		}
		start, end, err := protocol.NewMapper(text, s.encoding).Offsets(*change.Range)
		if err != nil {
			// What the client shows is not known any more. To guess would put findings and fixes in wrong places.
			delete(s.docs, name)
			return fmt.Errorf("%s is ignored until the whole text comes: %w", name, err)
		}
		text = text[:start] + change.Text + text[end:]
	}
	version := d.version + 1
	if params.TextDocument.Version != nil {
		version = *params.TextDocument.Version
	}
	s.docs[name] = &document{uri: d.uri, name: name, version: version, text: text}
	s.edited(name)
	s.interrupt(s.debounce)
	return nil
}

// didSave analyzes what depends on the file, which programs beside the editor see now.
func (s *server) didSave(params protocol.DocumentParams) error {
	s.changed(params, func(string) {})
	return nil
}

// didClose goes back to what is on the disk. Findings stay, as those of all files of the module do.
func (s *server) didClose(params protocol.DocumentParams) error {
	s.changed(params, func(name string) { delete(s.docs, name) })
	return nil
}

// changed does something about a document, if it is open, and analyzes its file again.
func (s *server) changed(params protocol.DocumentParams, do func(name string)) {
	name, ok := fileOf(params.TextDocument.URI)
	if !ok {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.docs[name] != nil {
		do(name)
		s.edited(name)
		s.begin(0)
	}
}
