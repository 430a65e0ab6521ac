package lsp

import (
	"context"
	"errors"
	"go/ast"
	"maps"
	"path/filepath"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/packages"

	"github.com/awserrlint/awserrlint/internal/crash"
	"github.com/awserrlint/awserrlint/internal/edit"
	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/load"
)

// A loaded is the type-checked package of a document, with the documents as they were.
type loaded struct {
	docs     map[string]*document
	pkg      *packages.Package
	problems []finding.Problem
	file     *ast.File // the syntax of the document
	pass     *analysis.Pass
	root     inspector.Cursor
}

// errNotLoaded says that a document cannot be type-checked: it does not parse, no build has it, or it does not reach AWS.
var errNotLoaded = errors.New("the file belongs to no package that uses AWS and can be type-checked")

// load returns the package of the document of snap called name. The package that was asked for last is kept.
func (s *server) load(ctx context.Context, snap *snapshot, name string) (*loaded, error) {
	s.loading.Lock()
	defer s.loading.Unlock()
	s.mu.Lock()
	last := s.loaded
	s.mu.Unlock()
	if last != nil && maps.Equal(last.docs, snap.docs) && last.choose(name) {
		return last, nil
	}
	l, err := s.loadNow(ctx, snap.docs, unsaved(snap.docs), name)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.loaded = l
	return l, nil
}

// loadNow loads the package of the file called name.
func (s *server) loadNow(ctx context.Context, docs map[string]*document, overlay map[string][]byte, name string) (l *loaded, err error) {
	err = crash.Guard(func() (err error) {
		l, err = s.loadUnguarded(ctx, docs, overlay, name)
		return err
	})
	return l, err
}

func (s *server) loadUnguarded(ctx context.Context, docs map[string]*document, overlay map[string][]byte, name string) (*loaded, error) {
	plan, err := load.NewPlan(ctx, load.Config{
		Dir: filepath.Dir(name), Patterns: []string{"."}, BuildTags: s.BuildTags, Tests: true, Calls: s.Rules.Words("calls"), Overlay: overlay, Cache: s.Cache, Sources: s.memory.Sources(),
	})
	if err != nil {
		return nil, err
	}
	wanted := slices.DeleteFunc(slices.Clone(plan.Packages), func(c *load.Candidate) bool {
		return c.FactsOnly || !slices.Contains(c.Files(), name)
	})
	if len(wanted) == 0 && plan.Fallback == "" {
		return nil, errNotLoaded
	}
	res, err := plan.Load(ctx, wanted, nil)
	if err != nil {
		return nil, err
	}
	for _, pkg := range res.Packages {
		l := &loaded{docs: docs, pkg: pkg, problems: res.Problems}
		l.pass = &analysis.Pass{
			Fset: pkg.Fset, Files: pkg.Syntax, Pkg: pkg.Types, TypesInfo: pkg.TypesInfo, TypesSizes: pkg.TypesSizes,
			ReadFile: func(name string) ([]byte, error) { return load.Read(overlay, name) },
		}
		if l.choose(name) {
			return l, nil
		}
	}
	return nil, errNotLoaded
}

// choose makes the file called name the one that is asked about, and reports whether it is part of the package.
func (l *loaded) choose(name string) bool {
	for _, f := range l.pkg.Syntax {
		if l.pkg.Fset.File(f.FileStart).Name() == name {
			l.file, l.root = f, inspector.New([]*ast.File{f}).Root()
			return true
		}
	}
	return false
}

// snapshot returns the documents as they are now.
func (s *server) snapshot() *snapshot {
	s.mu.Lock()
	defer s.mu.Unlock()
	return &snapshot{docs: maps.Clone(s.docs)}
}

// checked returns the document with edits, by its name, unless its package, which is l, would have an error more.
func (s *server) checked(ctx context.Context, t *target, l *loaded, edits []edit.Edit) (map[string][]byte, error) {
	after, err := edit.Apply([]byte(t.doc.text), edits)
	if err != nil {
		return nil, err
	}
	overlay := unsaved(t.snap.docs)
	overlay[t.doc.name] = after
	then, err := s.loadNow(ctx, t.snap.docs, overlay, t.doc.name)
	if err != nil {
		return nil, err
	}
	if len(then.problems) > len(l.problems) {
		return nil, errors.New("the code would not compile: " + then.problems[len(then.problems)-1].Message)
	}
	return map[string][]byte{t.doc.name: after}, nil
}
