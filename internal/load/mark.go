package load

import (
	"go/token"

	"github.com/awserrlint/awserrlint/internal/load/topdecl"
)

// A marker marks declarations of one package as kept, and all declarations of the package
// that they need. What they need of other packages goes to out.
type marker struct {
	*loader
	pkg   *pkg
	stack []*decl // yet to mark
	out   batch
}

func (m *marker) run() error {
	for len(m.stack) > 0 {
		d := m.stack[len(m.stack)-1]
		m.stack = m.stack[:len(m.stack)-1]
		if d.kept {
			continue
		}
		d.kept = true
		if d.operation != "" {
			if err := m.readOperation(d.operation); err != nil {
				return err
			}
			continue
		}
		if d.Keyword == token.TYPE {
			m.out.methods = append(m.out.methods, m.pkg.methods[d.Names[0]]...)
		}
		var err error
		topdecl.Refs(d.file.Src[d.Start:d.End], func(ref topdecl.Ref) {
			if err == nil {
				err = m.ref(d.file, ref)
			}
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// ref follows a name in a kept declaration of f.
func (m *marker) ref(f *file, ref topdecl.Ref) error {
	if ref.Selected || ref.Called {
		m.out.names = append(m.out.names, ref.Name)
	}
	if !ref.Selected {
		return m.name(f, ref.Name)
	}
	if ref.Qualifier == "" || m.pkg.decls[ref.Qualifier] != nil {
		return nil
	}
	if ref.Qualifier == "C" && f.Cgo {
		m.doubt(m.pkg, cgo)
		return nil
	}
	_, known := f.qualifiers[ref.Qualifier]
	p, err := m.qualifier(f, ref.Qualifier)
	if err != nil || p == nil {
		return err
	}
	if !known {
		f.used = append(f.used, ref.Qualifier)
	}
	m.out.demand(p, ref.Name)
	return nil
}

// name demands the declaration of name in this package. If f is not nil, name is used in f and
// may also come from a dot import.
func (m *marker) name(f *file, name string) error {
	if d := m.pkg.decls[name]; d != nil {
		if !d.kept {
			m.stack = append(m.stack, d)
		}
		return nil
	}
	if name == "_" {
		return nil
	}
	if read, err := m.readFor(name, f == nil); err != nil {
		return err
	} else if read {
		return m.name(f, name)
	}
	if f == nil {
		return nil
	}
	for _, imp := range f.Imports {
		if imp.Name == "." {
			p, err := m.imported(f, imp.Path)
			if err != nil {
				return err
			}
			m.out.demand(p, name)
		}
	}
	return nil
}
