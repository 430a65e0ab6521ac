package lsp

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"go.lsp.dev/uri"

	"github.com/awserrlint/awserrlint/internal/lazyregexp"
	"github.com/awserrlint/awserrlint/internal/lsp/protocol"
	"github.com/awserrlint/awserrlint/internal/program"
)

// inFile matches what is wrong with a file of settings: its name, perhaps a line, and the rest. inYAML matches the line in that,
// where only the reader of YAML tells it.
var (
	inFile = lazyregexp.New(`^(.+\.ya?ml):(?:(\d+):)? (.+)$`)
	inYAML = lazyregexp.New(`\bline (\d+): `)
)

// publishSettings shows what is wrong with the settings in the unit at root, as far as a file is to blame in that file.
func (s *server) publishSettings(root string, invalid []error) {
	byFile := make(map[string][]protocol.Diagnostic)
	for _, err := range invalid {
		for line := range strings.Lines(err.Error()) {
			line = strings.TrimSpace(line)
			m := inFile().FindStringSubmatch(line)
			if m == nil {
				s.show(protocol.MessageError, program.Name+": "+line)
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
				Severity: protocol.SeverityError, Source: program.Name, Message: m[3],
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
