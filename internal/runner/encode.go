package runner

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// A storedFact is a fact about an object, by its name, or about the package if the name is "".
type storedFact struct {
	Name string // see objectName
	Fact analysis.Fact
}

// RegisterFacts registers the fact types of analyzers, and of the analyzers they require, for
// Encode and Known.
func RegisterFacts(analyzers []*analysis.Analyzer) {
	for _, a := range WithFacts(analyzers) {
		for _, f := range a.FactTypes {
			gob.Register(f)
		}
	}
}

// Encode returns the facts, for Known, except those about objects that
// have no name outside of it. Equal facts give equal bytes.
func (s *Facts) Encode() ([]byte, error) {
	var stored []storedFact
	for _, facts := range s.facts {
		for obj, fact := range facts {
			if obj == nil {
				stored = append(stored, storedFact{Fact: fact})
			} else if name, ok := objectName(obj); ok {
				stored = append(stored, storedFact{name, fact})
			}
		}
	}
	key := func(f storedFact) string { return fmt.Sprintf("%s %T", f.Name, f.Fact) }
	slices.SortFunc(stored, func(x, y storedFact) int { return strings.Compare(key(x), key(y)) })
	var buf bytes.Buffer
	err := gob.NewEncoder(&buf).Encode(stored)
	return buf.Bytes(), err
}

// decode adds the facts that Encode returned as data.
func (s *Facts) decode(data []byte) error {
	var stored []storedFact
	if err := gob.NewDecoder(bytes.NewReader(data)).Decode(&stored); err != nil {
		return fmt.Errorf("cannot read what is known about %s: %w", s.pkg.Path(), err)
	}
	for _, f := range stored {
		if f.Name == "" {
			s.set(nil, f.Fact)
		} else if obj := objectNamed(s.pkg, f.Name); obj != nil {
			s.set(obj, f.Fact)
		}
	}
	return nil
}

// objectName returns the name of an object of a package for objectNamed: Func, Type or Type.Method.
// Objects below these, and those of functions, have none. objectpath would not do, since it counts
// methods, and types that are read on demand lack those that nobody asks for.
func objectName(obj types.Object) (name string, ok bool) {
	name = obj.Name()
	if fn, isFunc := obj.(*types.Func); isFunc && fn.Signature().Recv() != nil {
		recv := types.Unalias(fn.Signature().Recv().Type())
		if ptr, isPtr := recv.(*types.Pointer); isPtr {
			recv = types.Unalias(ptr.Elem())
		}
		named, isNamed := recv.(*types.Named)
		if !isNamed {
			return "", false
		}
		name = named.Obj().Name() + "." + name
	}
	return name, objectNamed(obj.Pkg(), name) == obj
}

// objectNamed returns the object of pkg that has the name, or nil if pkg, as it was read, lacks it.
func objectNamed(pkg *types.Package, name string) types.Object {
	name, method, isMethod := strings.Cut(name, ".")
	obj := pkg.Scope().Lookup(name)
	if !isMethod || obj == nil {
		return obj
	}
	named, ok := obj.Type().(*types.Named)
	if !ok {
		return nil
	}
	found, index, _ := types.LookupFieldOrMethod(named, true, pkg, method)
	if fn, ok := found.(*types.Func); ok && len(index) == 1 { // not that of an embedded type
		return fn
	}
	return nil
}
