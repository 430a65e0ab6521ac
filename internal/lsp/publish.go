package lsp

import (
	"maps"
	"path/filepath"
	"slices"

	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/lsp/protocol"
	"github.com/awserrlint/awserrlint/internal/printable"
	"github.com/awserrlint/awserrlint/internal/program"
	"github.com/awserrlint/awserrlint/internal/readfile"
)

// A file is what has been found in a file.
type file struct {
	root      string    // of its unit
	doc       *document // that was analyzed, nil if it was the file on the disk
	text      string    // that was analyzed, if something was found
	findings  []finding.Finding
	names     map[string]string // see found
	published string            // the diagnostics and their version as they were sent, as JSON
}

// publish sends the diagnostics of the files of the unit that were analyzed. A file whose document has changed
// meanwhile will be analyzed again.
func (s *server) publish(snap *snapshot, root string, res *found, analyzed func(name string) bool) {
	texts := &texts{snap: snap, encoding: s.encoding, mappers: make(map[string]*protocol.Mapper)}
	byFile := make(map[string][]finding.Finding)
	for _, f := range res.findings {
		byFile[f.Pos.Filename] = append(byFile[f.Pos.Filename], f)
	}
	s.publishing.Lock()
	defer s.publishing.Unlock()
	s.mu.Lock()
	names := make(map[string]bool)
	for name := range byFile {
		names[name] = true
	}
	for name, f := range s.files {
		names[name] = names[name] || f.root == root
	}
	for name := range snap.docs {
		names[name] = names[name] || unitOf(name) == root
	}
	var changes []protocol.PublishDiagnosticsParams
	for _, name := range slices.Sorted(maps.Keys(names)) {
		doc := snap.docs[name]
		if !names[name] || !analyzed(name) || s.docs[name] != doc {
			continue
		}
		before := s.files[name]
		text, ok := texts.of(name)
		if !ok && len(byFile[name]) > 0 {
			continue // removed since, of which the client will tell
		}
		if before != nil && res.broken[filepath.Dir(name)] && before.text == text && len(before.findings) > 0 {
			before.doc = doc
			continue // found when the package was not broken, and still true
		}
		now := &file{root: root, doc: doc, findings: byFile[name], names: res.names}
		if len(now.findings) > 0 {
			now.text = text
		}
		params := protocol.PublishDiagnosticsParams{URI: uriOf(s.docs, name), Diagnostics: []protocol.Diagnostic{}}
		for _, f := range now.findings {
			params.Diagnostics = append(params.Diagnostics, s.diagnostic(texts, f))
		}
		if doc != nil {
			params.Version = &doc.version
		}
		now.published = string(protocol.Raw(params))
		if before == nil && len(now.findings) == 0 && doc == nil {
			continue
		}
		if s.files[name] = now; doc == nil && len(now.findings) == 0 {
			delete(s.files, name)
		}
		if before == nil || before.published != now.published {
			changes = append(changes, params)
		}
	}
	close(s.news)
	s.news = make(chan struct{})
	s.mu.Unlock()
	s.publishAll(changes)
}

func (s *server) publishAll(changes []protocol.PublishDiagnosticsParams) {
	for _, params := range changes {
		s.notify("textDocument/publishDiagnostics", params)
	}
}

// withdraw forgets what was found in a file, and returns what to send for that. s.mu must be held.
func (s *server) withdraw(name string, f *file) []protocol.PublishDiagnosticsParams {
	delete(s.files, name)
	if len(f.findings) == 0 {
		return nil
	}
	return []protocol.PublishDiagnosticsParams{{URI: uriOf(s.docs, name), Diagnostics: []protocol.Diagnostic{}}}
}

// severities are those of the protocol.
var severities = map[finding.Severity]protocol.Severity{
	finding.Error: protocol.SeverityError, finding.Warning: protocol.SeverityWarning, finding.Info: protocol.SeverityInformation,
}

// A diagnosticData is what clients are told of a finding beyond what diagnostics have fields for.
type diagnosticData struct {
	Operation string `json:"operation,omitempty"`
	Fix       string `json:"fix,omitempty"` // what the fix does
}

// diagnostic returns f as a diagnostic. Of a call that takes several lines the first one is marked: clients underline, or
// hide behind their hints, all that a diagnostic covers. s.mu must be held.
func (s *server) diagnostic(texts *texts, f finding.Finding) protocol.Diagnostic {
	d := protocol.Diagnostic{
		Range:           texts.mapper(f.Pos.Filename).FirstLine(f.Pos.Offset, f.End.Offset),
		Severity:        severities[f.Severity],
		Code:            f.Rule,
		CodeDescription: &protocol.CodeDescription{Href: f.URL},
		Source:          program.Name,
		Message:         printable.Line(f.Message),
	}
	for _, r := range f.Related {
		d.RelatedInformation = append(d.RelatedInformation, protocol.RelatedInformation{
			Location: protocol.Location{URI: uriOf(s.docs, r.Pos.Filename), Range: texts.mapper(r.Pos.Filename).Range(r.Pos.Offset, r.End.Offset)},
			Message:  printable.Line(r.Message),
		})
	}
	data := diagnosticData{Operation: f.Operation}
	if len(f.Fixes) > 0 {
		data.Fix = printable.Line(f.Fixes[0].Message)
	}
	if data != (diagnosticData{}) {
		d.Data = protocol.Raw(data)
	}
	return d
}

// texts are the texts of files as a snapshot has them.
type texts struct {
	snap     *snapshot
	encoding protocol.Encoding
	mappers  map[string]*protocol.Mapper
}

// of returns the text of a file, false where it cannot be read.
func (t *texts) of(name string) (string, bool) {
	if d := t.snap.docs[name]; d != nil {
		return d.text, true
	}
	data, err := readfile.Source(name)
	return string(data), err == nil
}

func (t *texts) mapper(name string) *protocol.Mapper {
	m := t.mappers[name]
	if m == nil {
		text, _ := t.of(name)
		m = protocol.NewMapper(text, t.encoding)
		t.mappers[name] = m
	}
	return m
}
