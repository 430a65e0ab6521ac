package source

import (
	"sync"

	"github.com/awserrlint/awserrlint/internal/load/topdecl"
)

// Sources keeps the files of GOROOT and of the module cache that trees have read, which never change, for further trees of the same
// process. It may be used concurrently. A nil Sources keeps nothing.
type Sources struct {
	texts sync.Map // file name to string
	decls sync.Map // file name to []topdecl.Decl
}

func (s *Sources) text(name string) (string, bool) {
	if s == nil {
		return "", false
	}
	text, ok := s.texts.Load(name)
	if !ok {
		return "", false
	}
	return text.(string), true
}

func (s *Sources) keep(name, text string) {
	if s != nil {
		s.texts.Store(name, text)
	}
}

// Decls returns the top-level declarations of a file that has been read as a whole. Callers must not change the result.
func (t *Tree) Decls(f *File) []topdecl.Decl {
	kept := t.sources != nil && t.reads.isFixed(f.Name)
	if kept {
		if decls, ok := t.sources.decls.Load(f.Name); ok {
			return decls.([]topdecl.Decl)
		}
	}
	decls := topdecl.Split(f.Src, f.End)
	if kept {
		t.sources.decls.Store(f.Name, decls)
	}
	return decls
}
