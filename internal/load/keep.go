package load

import (
	"go/token"

	"github.com/awserrlint/awserrlint/internal/load/topdecl"
)

// keeper keeps declarations of a package, and all of the package that they need.
type keeper struct {
	*loader
	pkg   *pkg
	stack []*decl
	out   batch
}

func (k *keeper) run() error {
	for len(k.stack) > 0 {
		d := k.stack[len(k.stack)-1]
		k.stack = k.stack[:len(k.stack)-1]
		if d.kept {
			continue
		}
		d.kept = true
		if d.operation != "" {
			if err := k.readOperation(d.operation); err != nil {
				return err
			}
			continue
		}
		if d.Keyword == token.TYPE {
			k.out.methods = append(k.out.methods, k.pkg.methods[d.Names[0]]...)
		}
		var err error
		topdecl.Refs(d.file.Src[d.Start:d.End], func(ref topdecl.Ref) {
			if err == nil {
				err = k.ref(d.file, ref)
			}
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// ref notes a name in a declaration of f that is kept.
func (k *keeper) ref(f *file, ref topdecl.Ref) error {
	if ref.Selected || ref.Called {
		k.out.names = append(k.out.names, ref.Name)
	}
	if !ref.Selected {
		return k.name(f, ref.Name)
	}
	if ref.Qualifier == "" || k.pkg.decls[ref.Qualifier] != nil {
		return nil
	}
	if ref.Qualifier == "C" && f.Cgo {
		k.cgo.Store(true)
		return nil
	}
	_, known := f.qualifiers[ref.Qualifier]
	p, err := k.qualifier(f, ref.Qualifier)
	if err != nil || p == nil {
		return err
	}
	if !known {
		f.used = append(f.used, ref.Qualifier)
	}
	k.out.demand(p, ref.Name)
	return nil
}

// name keeps the declaration of a name of the package; in a file, the name may
// come from an import with a dot as well.
func (k *keeper) name(f *file, name string) error {
	if d := k.pkg.decls[name]; d != nil {
		if !d.kept {
			k.stack = append(k.stack, d)
		}
		return nil
	}
	if name == "_" {
		return nil
	}
	if read, err := k.readFor(name, f == nil); err != nil {
		return err
	} else if read {
		return k.name(f, name)
	}
	if f == nil {
		return nil
	}
	for _, imp := range f.Imports {
		if imp.Name == "." {
			p, err := k.resolve(imp.Path, k.pkg.loc.Std)
			if err != nil {
				return err
			}
			k.out.demand(p, name)
		}
	}
	return nil
}
