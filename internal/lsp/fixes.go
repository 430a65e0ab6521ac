package lsp

import (
	"context"
	"errors"
	"maps"
	"path/filepath"

	"github.com/awserrlint/awserrlint/internal/finding"
)

// maxRounds limits how often fixes are applied and the result is analyzed again. Each round applies the fixes that conflicted
// in the round before; three rounds are rare.
const maxRounds = 10

// errNoFix says that there is nothing to fix.
var errNoFix = errors.New("there is no fix")

// fixOne applies one fix of one finding.
func (s *server) fixOne(_ context.Context, t *target, data actionData) (map[string][]byte, error) {
	if data.Finding >= len(t.findings) {
		return nil, errNoFix
	}
	f := t.findings[data.Finding]
	if data.Fix < 0 || data.Fix >= len(f.Fixes) {
		return nil, errNoFix
	}
	f.Fixes = f.Fixes[data.Fix : data.Fix+1]
	edits, _ := finding.Edits([]finding.Finding{f}, func(finding.Finding) bool { return false })
	return edits.Rewrite(t.snap.read, t.names)
}

// inAll reports whether f is fixed with all of the document. Infos are not, as with -fix: who fixes all when a file is saved
// has not chosen them one by one.
func inAll(f finding.Finding) bool { return len(f.Fixes) > 0 && f.Severity != finding.Info }

// fixAll applies the fixes of all findings of a rule in the document, or all that inAll chooses, until none is left. It refuses
// what would not compile.
func (s *server) fixAll(ctx context.Context, t *target, data actionData) (map[string][]byte, error) {
	chosen := func(f finding.Finding) bool { return f.Rule == data.Rule }
	if data.Rule == "" {
		chosen = inAll
	}
	skip := func(f finding.Finding) bool { return f.Pos.Filename != t.doc.name || !chosen(f) }
	findings, names, fixed := t.findings, t.names, make(map[string][]byte)
	read := func(name string) ([]byte, error) {
		if content, ok := fixed[name]; ok {
			return content, nil
		}
		return t.snap.read(name)
	}
	overlay := unsaved(t.snap.docs)
	folder := filepath.Dir(t.doc.name)
	for range maxRounds {
		edits, _ := finding.Edits(findings, skip)
		if len(edits) == 0 {
			break
		}
		changed, err := edits.Rewrite(read, names)
		if err != nil {
			return nil, err
		}
		maps.Copy(fixed, changed)
		maps.Copy(overlay, fixed)
		res, err := s.analyze(ctx, t.root, overlay, []string{folder})
		switch {
		case err != nil:
			return nil, err
		case res == nil || res.broken[folder]:
			return nil, errors.New("the fixed code would not compile")
		}
		findings, names = res.findings, res.names
	}
	if len(fixed) == 0 {
		return nil, errNoFix
	}
	return fixed, nil
}
