package lsp

import (
	"iter"
	"maps"
	"slices"
	"strconv"

	"go.lsp.dev/uri"

	"github.com/awserrlint/awserrlint/internal/lazyregexp"
	"github.com/awserrlint/awserrlint/internal/lsp/protocol"
	"github.com/awserrlint/awserrlint/internal/printable"
	"github.com/awserrlint/awserrlint/internal/program"
)

// inFile matches what is wrong with a file of settings: its name, perhaps a line, and the rest. inYAML matches the line in that,
// where only the reader of YAML tells it.
var (
	inFile = lazyregexp.New(`(?s)^(.+\.ya?ml):(?:(\d+):)? (.+)$`)
	inYAML = lazyregexp.New(`\bline (\d+): `)
)

// publishSettings shows what is wrong with the settings in the unit at root, as far as a file is to blame in that file.
func (s *server) publishSettings(root string, invalid []error) {
	byFile := make(map[string][]protocol.Diagnostic)
	for _, err := range invalid {
		for err := range each(err) {
			m := inFile().FindStringSubmatch(err.Error())
			if m == nil {
				s.show(protocol.MessageError, program.Name+": "+err.Error())
				continue
			}
			at := m[2]
			if y := inYAML().FindStringSubmatch(m[3]); at == "" && y != nil {
				at = y[1]
			}
			n, _ := strconv.Atoi(at)
			n = max(n, 1)
			byFile[m[1]] = append(byFile[m[1]], protocol.Diagnostic{
				Range:    protocol.Range{Start: protocol.Position{Line: uint32(n - 1)}, End: protocol.Position{Line: uint32(n)}},
				Severity: protocol.SeverityError, Source: program.Name, Message: printable.Lines(m[3]),
			})
		}
	}
	s.publishing.Lock()
	defer s.publishing.Unlock()
	s.mu.Lock()
	before, now := s.settings[root], make(map[string]string)
	for name, diagnostics := range byFile {
		now[name] = string(protocol.Raw(diagnostics))
	}
	s.settings[root] = now
	s.mu.Unlock()
	for name := range before {
		if now[name] == "" {
			byFile[name] = []protocol.Diagnostic{}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(byFile)) {
		if now[name] == "" || now[name] != before[name] {
			s.notify("textDocument/publishDiagnostics", protocol.PublishDiagnosticsParams{URI: uri.File(name).String(), Diagnostics: byFile[name]})
		}
	}
}

// each yields the errors that err joins. To split its text would not do: names of files may have line feeds.
func each(err error) iter.Seq[error] {
	return func(yield func(error) bool) {
		joined, ok := err.(interface{ Unwrap() []error })
		if !ok {
			yield(err)
			return
		}
		for _, err := range joined.Unwrap() {
			for err := range each(err) {
				if !yield(err) {
					return
				}
			}
		}
	}
}
