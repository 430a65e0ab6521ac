package runner

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"go/types"
	"iter"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/objectpath"
)

// A storedFact is a fact about an object or, if Object is "", about the package.
type storedFact struct {
	Object objectpath.Path
	Fact   analysis.Fact
}

// RegisterFacts registers the fact types of analyzers, and of the analyzers they require, for
// Encode and Decode.
func RegisterFacts(analyzers []*analysis.Analyzer) {
	for _, a := range WithFacts(analyzers) {
		for _, f := range a.FactTypes {
			gob.Register(f)
		}
	}
}

// Encode returns the facts about the package of s, for Decode, except those about objects that
// other packages cannot name. Equal facts give equal bytes.
func (s *Facts) Encode() ([]byte, error) {
	var stored []storedFact
	var paths objectpath.Encoder
	for k, fact := range s.objects {
		if k.object.Pkg() != s.pkg {
			continue
		}
		if path, err := paths.For(k.object); err == nil {
			stored = append(stored, storedFact{path, fact})
		}
	}
	for k, fact := range s.packages {
		if k.pkg == s.pkg {
			stored = append(stored, storedFact{Fact: fact})
		}
	}
	key := func(f storedFact) string { return fmt.Sprintf("%s %T", f.Object, f.Fact) }
	slices.SortFunc(stored, func(x, y storedFact) int { return strings.Compare(key(x), key(y)) })
	var buf bytes.Buffer
	err := gob.NewEncoder(&buf).Encode(stored)
	return buf.Bytes(), err
}

// Decode adds to s the facts about packages that its package imports, directly or not. known
// holds what Encode returned for each package, by path.
func (s *Facts) Decode(known iter.Seq2[string, []byte]) error {
	reachable := reachablePackages(s.pkg)
	for path, data := range known {
		pkg := reachable[path]
		if pkg == nil || len(data) == 0 {
			continue
		}
		var stored []storedFact
		if err := gob.NewDecoder(bytes.NewReader(data)).Decode(&stored); err != nil {
			return fmt.Errorf("cannot read what is known about %s: %w", path, err)
		}
		for _, f := range stored {
			if f.Object == "" {
				s.packages[packageKey{pkg, reflect.TypeOf(f.Fact)}] = f.Fact
			} else if obj, err := objectpath.Object(pkg, f.Object); err == nil {
				s.objects[objectKey{obj, reflect.TypeOf(f.Fact)}] = f.Fact
			}
		}
	}
	return nil
}

// reachablePackages returns the packages that pkg imports, directly or not, by path.
func reachablePackages(pkg *types.Package) map[string]*types.Package {
	reachable := make(map[string]*types.Package)
	var visit func(pkg *types.Package)
	visit = func(pkg *types.Package) {
		for _, imp := range pkg.Imports() {
			if reachable[imp.Path()] == nil {
				reachable[imp.Path()] = imp
				visit(imp)
			}
		}
	}
	visit(pkg)
	return reachable
}
