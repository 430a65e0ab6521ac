package load

import (
	"go/token"
	"go/types"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"sync"

	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/load/source"
	"github.com/awserrlint/awserrlint/internal/load/topdecl"
)

// A pkg is a package to analyze, or one that such a package imports, directly or not. Of the
// latter, only the declarations that something demands are kept.
type pkg struct {
	loc      source.Location
	analyzed *analyzed            // nil for a package that is read on demand
	missing  *source.MissingError // if the package cannot be had; only its path is known

	open    sync.Once // guards what follows, set by index
	err     error
	name    string
	files   []*file
	decls   map[string]*decl   // by name
	methods map[string][]*decl // by name of the receiver's type

	deferred deferred

	mu    sync.Mutex // guards what follows
	inbox []*decl
	asked map[string]bool // names demanded so far
	todo  []string
	busy  bool // a goroutine serves it, or will

	pruned  []*prunedFile
	imports map[string]*pkg // by path as written, if kept declarations use them
	doubts  doubts
	types   *types.Package
}

// A file is a file of a pkg that is read on demand.
type file struct {
	*source.File
	pkg        *pkg
	decls      []*decl
	qualifiers map[string]*pkg // by name; nil for names that are no imports
	used       []string        // names of qualifiers that kept declarations use
}

// A decl is a declaration that is kept once it is demanded.
type decl struct {
	topdecl.Decl
	file *file
	kept bool

	operation string // if this stands for the deferred file of an operation
}

// index reads the files of p and splits them into declarations, once.
func (l *loader) index(p *pkg) error {
	p.open.Do(func() { p.err = l.readIndex(p) })
	return p.err
}

func (l *loader) readIndex(p *pkg) error {
	folder, err := l.tree.Folder(p.loc)
	if err != nil {
		return err
	}
	p.decls = make(map[string]*decl)
	p.methods = make(map[string][]*decl)
	withTests := l.augmented[p.loc.Path]
	for _, name := range folder.GoFiles {
		if knowledge.IsTestFile(name) && !withTests {
			continue
		}
		if p.deferred.put(p.loc.Path, name) {
			continue
		}
		src, err := l.tree.File(folder.Dir, name)
		if err != nil {
			l.noteUnreadable(p, filepath.Join(folder.Dir, name), err)
			continue
		}
		if src == nil || src.Test() && strings.HasSuffix(src.Package, "_test") {
			continue
		}
		// Not in add: others read these while the deferred files are added, which say the same.
		p.name = strings.Clone(src.Package) // not a part of the source
		p.add(src, l.tree.Decls(src))
	}
	if len(p.files) == 0 {
		p.lose(&source.MissingError{Path: p.loc.Path, Reason: "no Go files in " + folder.Dir})
	}
	p.joinAliases()
	p.deferMethods()
	return nil
}

// add indexes a file, whose declarations are split.
func (p *pkg) add(src *source.File, split []topdecl.Decl) *file {
	f := &file{File: src, pkg: p, qualifiers: make(map[string]*pkg)}
	p.files = append(p.files, f)
	decls := make([]decl, len(split))
	f.decls = make([]*decl, len(split))
	for i, s := range split {
		d := &decls[i]
		d.Decl, d.file = s, f
		f.decls[i] = d
		if s.Recv != "" {
			p.methods[s.Recv] = append(p.methods[s.Recv], d)
			continue
		}
		for _, name := range s.Names {
			p.decls[name] = d
		}
	}
	return f
}

// all returns all declarations of p but those of deferred files.
func (p *pkg) all() []*decl {
	var all []*decl
	for _, f := range p.files {
		all = append(all, f.decls...)
	}
	for _, methods := range p.methods {
		all = append(all, methods...) // some stand for a file
	}
	return all
}

// lose makes p a package that cannot be had.
func (p *pkg) lose(err *source.MissingError) {
	p.missing, p.doubts = err, lacks
	p.types = types.NewPackage(p.loc.Path, path.Base(p.loc.Path)) // never looked at
}

// joinAliases gives each type the methods that are declared for an alias of it:
// type A = B; func (A) M() is a method of B.
func (p *pkg) joinAliases() {
	for name, methods := range p.methods {
		for d := p.decls[name]; d != nil && d.Alias != ""; d = p.decls[d.Alias] {
			p.methods[d.Alias] = append(p.methods[d.Alias], methods...)
		}
	}
}

// qualifier returns the package that name means in name.Selector in f, nil if it is not
// the name of an import.
func (l *loader) qualifier(f *file, name string) (*pkg, error) {
	if p, ok := f.qualifiers[name]; ok {
		return p, nil
	}
	p, err := l.findQualifier(f, name)
	f.qualifiers[name] = p
	return p, err
}

func (l *loader) findQualifier(f *file, name string) (*pkg, error) {
	for _, imp := range f.Imports {
		if imp.Name == name {
			return l.imported(f, imp.Path)
		}
	}
	// The path usually ends in the name, but need not: try likely imports first, then all.
	var unknown *pkg // cannot be had, so it may have any name
	for _, likely := range []bool{true, false} {
		for _, imp := range f.Imports {
			if imp.Name != "" || imp.Path == "C" || looksLike(imp.Path, name) != likely {
				continue
			}
			p, err := l.imported(f, imp.Path)
			switch {
			case err != nil && likely:
				return nil, err
			case err != nil:
			case p.name == name || p.missing != nil && likely:
				return p, nil
			case p.missing != nil:
				unknown = p
			}
		}
	}
	return unknown, nil
}

// imported returns the package that an import of path in f means, indexed.
func (l *loader) imported(f *file, path string) (*pkg, error) {
	p, err := l.resolve(path, f.pkg.loc.Std)
	if err == nil {
		err = l.index(p)
	}
	if err == nil && p.missing != nil {
		l.noteMissing(f.pkg, p, importPosition(f.File, path))
	}
	return p, err
}

// importPosition returns the position of an import of path.
func importPosition(f *source.File, path string) token.Position {
	pos := token.Position{Filename: f.Name}
	if before, _, ok := strings.Cut(f.Src, strconv.Quote(path)); ok {
		pos.Line = strings.Count(before, "\n") + 1
		pos.Column = len(before) - strings.LastIndexByte(before, '\n')
	}
	return pos
}

// looksLike reports whether the import path suggests a package called name.
func looksLike(importPath, name string) bool {
	base := path.Base(importPath)
	if len(base) > 1 && base[0] == 'v' && strings.Trim(base[1:], "0123456789") == "" {
		base = path.Base(path.Dir(importPath))
	}
	return strings.Contains(base, name)
}
