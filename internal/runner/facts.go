package runner

import (
	"fmt"
	"go/types"
	"maps"
	"reflect"

	"golang.org/x/tools/go/analysis"
)

// Facts are the facts about a package and about the packages that it imports. They are not
// safe for concurrent use: the analyzers of a package run one after the other.
type Facts struct {
	pkg      *types.Package // analyzers export facts about this package only
	objects  map[objectKey]analysis.Fact
	packages map[packageKey]analysis.Fact
}

type objectKey struct {
	object types.Object
	fact   reflect.Type
}

type packageKey struct {
	pkg  *types.Package
	fact reflect.Type
}

// NewFacts returns the facts known before pkg is analyzed, those of its imports.
func NewFacts(pkg *types.Package, imports ...*Facts) *Facts {
	s := &Facts{
		pkg:      pkg,
		objects:  make(map[objectKey]analysis.Fact),
		packages: make(map[packageKey]analysis.Fact),
	}
	for _, imp := range imports {
		maps.Copy(s.objects, imp.objects)
		maps.Copy(s.packages, imp.packages)
	}
	return s
}

// connect makes pass import facts from s and export facts to s.
func (s *Facts) connect(pass *analysis.Pass) {
	declared := make(map[reflect.Type]bool) // fact types of the analyzer
	for _, f := range pass.Analyzer.FactTypes {
		declared[reflect.TypeOf(f)] = true
	}
	pass.ImportObjectFact = func(obj types.Object, fact analysis.Fact) bool {
		return copyFact(s.objects[objectKey{obj, reflect.TypeOf(fact)}], fact)
	}
	pass.ImportPackageFact = func(pkg *types.Package, fact analysis.Fact) bool {
		return copyFact(s.packages[packageKey{pkg, reflect.TypeOf(fact)}], fact)
	}
	pass.ExportObjectFact = func(obj types.Object, fact analysis.Fact) {
		if obj.Pkg() != s.pkg {
			panic(fmt.Sprintf("fact %T about %s, which is of another package", fact, obj))
		}
		s.objects[objectKey{obj, reflect.TypeOf(fact)}] = fact
	}
	pass.ExportPackageFact = func(fact analysis.Fact) {
		s.packages[packageKey{s.pkg, reflect.TypeOf(fact)}] = fact
	}
	pass.AllObjectFacts = func() []analysis.ObjectFact {
		var all []analysis.ObjectFact
		for k, f := range s.objects {
			if declared[k.fact] {
				all = append(all, analysis.ObjectFact{Object: k.object, Fact: f})
			}
		}
		return all
	}
	pass.AllPackageFacts = func() []analysis.PackageFact {
		var all []analysis.PackageFact
		for k, f := range s.packages {
			if declared[k.fact] {
				all = append(all, analysis.PackageFact{Package: k.pkg, Fact: f})
			}
		}
		return all
	}
}

// copyFact sets *to to *from and reports true, unless from is nil.
func copyFact(from, to analysis.Fact) bool {
	if from == nil {
		return false
	}
	reflect.ValueOf(to).Elem().Set(reflect.ValueOf(from).Elem())
	return true
}
