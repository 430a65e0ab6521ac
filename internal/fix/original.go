package fix

import (
	"bytes"
	"go/ast"
	"os"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/edit"
	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// An original is what fixes ask of the file that they edit. There may be thousands of them, so all of it is found out once.
type original struct {
	text  []byte
	crlf  bool                       // there are lines that end so
	tidy  func() bool                // gofmt would leave it as it is
	wraps func() (path, name string) // the function by which it wraps errors, see wrapper
	unit  func() string              // by which it indents

	constructors map[ast.Node]constructors // by scope, see constructorsIn
	common       map[string]bool           // results of fits, by edits
}

// original returns the original of f, nil where it cannot be edited.
func (b *Batch) original(f *ast.File) *original {
	s, ok := b.originals[f]
	if !ok {
		s = readOriginal(b.Pass, f)
		b.originals[f] = s
	}
	return s
}

func readOriginal(pass *analysis.Pass, f *ast.File) *original {
	tf := pass.Fset.File(f.FileStart)
	name := tf.Name()
	// A line directive means that another file was the source of this one.
	if !strings.HasSuffix(name, ".go") || pass.Fset.Position(f.Package).Filename != name {
		return nil
	}
	for _, imp := range f.Imports {
		if imp.Path.Value == `"C"` {
			return nil
		}
	}
	read := pass.ReadFile
	if read == nil { // as with nogo of Bazel
		read = os.ReadFile
	}
	text, err := read(name)
	if err != nil || len(text) != tf.Size() {
		return nil
	}
	return &original{
		text:         text,
		crlf:         bytes.Contains(text, []byte("\r\n")),
		tidy:         sync.OnceValue(func() bool { return edit.IsFormatted(text) }),
		wraps:        sync.OnceValues(func() (path, name string) { return wrapper(pass, f) }),
		unit:         sync.OnceValue(func() string { return unitOf(text) }),
		constructors: make(map[ast.Node]constructors),
		common:       make(map[string]bool),
	}
}

// wrapper returns the function by which the file wraps errors, the path of its package and its name,
// "" where that is fmt.Errorf or none.
func wrapper(pass *analysis.Pass, f *ast.File) (path, name string) {
	ast.Inspect(f, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return path == ""
		}
		if fn := typeutil.StaticCallee(pass.TypesInfo, call); fn != nil && fn.Pkg() != nil && knowledge.WrapsWithText(fn) {
			path, name = fn.Pkg().Path(), "Wrap"
		}
		return path == ""
	})
	return path, name
}
