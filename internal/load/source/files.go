package source

import (
	"errors"
	"go/build"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/load/topdecl"
)

// A File is a Go file that belongs to a build.
type File struct {
	topdecl.Header
	Name string // absolute
	Src  string // its content, or a part that holds the header
	Cgo  bool
}

// Test reports whether the file is for tests only.
func (f *File) Test() bool { return knowledge.IsTestFile(f.Name) }

// Header reads the file called name in dir up to the end of its imports. It returns nil if
// build constraints exclude the file.
func (t *Tree) Header(dir, name string) (*File, error) { return t.file(dir, name, prefix) }

// File is like Header, but reads the whole file.
func (t *Tree) File(dir, name string) (*File, error) { return t.file(dir, name, 0) }

// prefix is how much of a file Header reads at first. It nearly always holds all imports.
const prefix = 8 << 10

func (t *Tree) file(dir, name string, max int) (*File, error) {
	f := &File{Name: filepath.Join(dir, name)}
	_, named := t.named.Load(f.Name)
	if !named && !t.suffixes.match(name) {
		return nil, nil
	}
	src, err := t.read(f.Name, max)
	if err != nil {
		return nil, errors.New("file " + f.Name + " cannot be read")
	}
	header, more, err := topdecl.ParseHeader(src)
	if more && len(src) == max {
		return t.file(dir, name, 0)
	}
	if err != nil {
		return nil, errors.New("file " + f.Name + " has no import clauses that can be read")
	}
	f.Header, f.Src = header, src
	if header.Package == "documentation" {
		return nil, nil // go/build ignores such a file
	}
	f.Cgo = slices.ContainsFunc(header.Imports, func(i topdecl.Import) bool { return i.Path == "C" })
	if f.Cgo && !t.Context.CgoEnabled {
		return nil, nil
	}
	if header.Constrained && !named {
		match, err := matchFile(t.Context, "x.go", src[:header.Clause])
		if err != nil {
			return nil, errors.New("file " + f.Name + " has a build constraint that cannot be read")
		}
		if !match {
			return nil, nil
		}
	}
	return f, nil
}

// read returns the content of a file, or its first max bytes if max is not 0.
func (t *Tree) read(name string, max int) (string, error) {
	if data, ok := t.overlay[name]; ok {
		if max > 0 && max < len(data) {
			data = data[:max]
		}
		return text(data), nil
	}
	fixed := t.sources != nil && t.reads.isFixed(name)
	if src, ok := t.sources.text(name); ok && fixed {
		if max > 0 && max < len(src) {
			src = src[:max]
		}
		return src, nil
	}
	data, err := t.reads.readFile(name, max)
	if fixed && max == 0 && err == nil {
		t.sources.keep(name, text(data))
	}
	// Tens of thousands of declarations are slices of this string.
	return text(data), err
}

// matchFile reports whether a file with the name and the header is part of the build.
func matchFile(ctxt build.Context, name, header string) (bool, error) {
	ctxt.OpenFile = func(string) (io.ReadCloser, error) {
		return io.NopCloser(strings.NewReader(header + "\npackage p\n")), nil
	}
	return ctxt.MatchFile("", name)
}

// suffixes tells which file names are part of the build, by their last two words: _linux_arm64.
// It remembers each pair, since there are few.
type suffixes struct {
	context build.Context
	known   sync.Map // string to bool
}

func (s *suffixes) match(name string) bool {
	base, _, _ := strings.Cut(name, ".") // as go/build does
	i := strings.IndexByte(base, '_')
	if i < 0 {
		return true
	}
	key := strings.TrimSuffix(base[i:], "_test")
	if j := strings.LastIndexByte(key, '_'); j > 0 {
		if j = strings.LastIndexByte(key[:j], '_'); j > 0 {
			key = key[j:]
		}
	}
	if known, ok := s.known.Load(key); ok {
		return known.(bool)
	}
	match, err := matchFile(s.context, name, "")
	match = match && err == nil
	s.known.Store(key, match)
	return match
}
