package lsp

import (
	"context"
	"maps"
	"path/filepath"
	"slices"

	"github.com/awserrlint/awserrlint/internal/config"
	"github.com/awserrlint/awserrlint/internal/engine"
	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/load"
	"github.com/awserrlint/awserrlint/internal/lsp/protocol"
	"github.com/awserrlint/awserrlint/internal/scope"
)

// A found is what an analysis of packages has found.
type found struct {
	findings []finding.Finding
	names    map[string]string // of the packages that analyzed packages import, by path
	broken   map[string]bool   // folders with files that cannot be analyzed as a whole
}

// analyzeFolders analyzes the packages of files that were edited.
func (s *server) analyzeFolders(ctx context.Context, snap *snapshot, root string, p *pending) error {
	if len(p.folders) == 0 {
		return nil
	}
	res, err := s.analyze(ctx, root, snap.overlay, slices.Sorted(maps.Keys(p.folders)))
	if ctx.Err() != nil {
		return err
	}
	folders := maps.Clone(p.folders)
	clear(p.folders)
	if res == nil {
		return err
	}
	s.publish(snap, root, res, func(name string) bool { return folders[filepath.Dir(name)] })
	s.mu.Lock()
	defer s.mu.Unlock()
	if before, done := s.whole[root]; done {
		for dir := range res.broken {
			p.withheld = p.withheld || !before[dir]
		}
	}
	return err
}

// analyzeWhole analyzes a unit. It is put off while the code that is being written does not compile: what is found
// elsewhere would vanish, only to come back with the next keys.
func (s *server) analyzeWhole(ctx context.Context, snap *snapshot, root string, p *pending) error {
	if !p.whole || p.withheld {
		return nil
	}
	res, err := s.analyze(ctx, root, snap.overlay, everything(root))
	if ctx.Err() != nil {
		return err
	}
	p.whole = false
	if res == nil {
		return err
	}
	s.publish(snap, root, res, func(string) bool { return true })
	s.mu.Lock()
	defer s.mu.Unlock()
	s.whole[root] = res.broken
	return err
}

// analyze runs the rules on what patterns select in the unit at root, with the settings that hold there. It returns nil
// without an error where the settings are invalid.
func (s *server) analyze(ctx context.Context, root string, overlay map[string][]byte, patterns []string) (*found, error) {
	s.analyzing.Lock() // settings are those of the rules, of which there is one set in a process
	defer s.analyzing.Unlock()
	selections, err := s.selections(ctx, root, patterns)
	if err != nil {
		return nil, err
	}
	res := &found{names: make(map[string]string), broken: make(map[string]bool)}
	var problems []finding.Problem
	var invalid []error
	for _, selection := range selections {
		if err := config.Apply(s.Rules, s.Flags, selection.Settings); err != nil {
			invalid = append(invalid, err)
			continue
		}
		part, err := s.run(ctx, selection, overlay)
		if err != nil {
			return nil, err
		}
		findings, rest, err := selection.DropShared(s.Rules.Judge(part.Findings), part.Problems)
		if err != nil {
			return nil, err
		}
		res.findings, problems = append(res.findings, findings...), append(problems, rest...)
		maps.Copy(res.names, part.Names)
	}
	s.publishSettings(root, invalid)
	if len(invalid) > 0 {
		return nil, nil
	}
	s.logProblems(problems)
	for _, p := range problems {
		if file, ok := fileOfProblem(p); ok {
			res.broken[filepath.Dir(file)] = true
		}
	}
	res.findings = finding.Sort(res.findings)
	return res, nil
}

// run runs the rules, as they are set now, on a selection.
func (s *server) run(ctx context.Context, selection scope.Selection, overlay map[string][]byte) (*engine.Result, error) {
	analyzers, err := s.Rules.Enabled()
	if err != nil {
		return nil, err
	}
	return engine.Run(ctx, engine.Config{
		Load: load.Config{
			Dir: selection.Dir, Patterns: selection.Patterns(), BuildTags: s.BuildTags, Overlay: overlay,
			Tests: s.Rules.Tests(), Calls: s.Rules.Words("calls"),
		},
		Analyzers: analyzers,
		Severity:  s.Rules.Most,
		Cache:     s.Cache,
		Memory:    s.memory,
	})
}

// fileOfProblem returns the Go file that has p in a line, false where there is none.
func fileOfProblem(p finding.Problem) (string, bool) {
	at := finding.ParsePosition(p.Pos)
	return at.Filename, at.Line > 0 && filepath.Ext(at.Filename) == ".go"
}

// logProblems logs what kept packages from being analyzed, except packages that somebody is writing at: the editor shows what the compiler
// says of these.
func (s *server) logProblems(problems []finding.Problem) {
	s.mu.Lock()
	open := make(map[string]bool) // packages
	for _, p := range problems {
		if file, ok := fileOfProblem(p); ok && s.docs[file] != nil {
			open[p.Package] = true
		}
	}
	s.mu.Unlock()
	for _, p := range problems {
		if !open[p.Package] {
			s.log(protocol.MessageLog, p.String())
		}
	}
}
