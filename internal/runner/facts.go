package runner

import (
	"fmt"
	"go/types"
	"math/big"
	"reflect"

	"golang.org/x/tools/go/analysis"
)

// Facts are the facts about a package. Its analyzers, which run one after the other, export them. From then on they are only
// read, by analyzers of several packages at a time.
type Facts struct {
	pkg   *types.Package // analyzers export facts about this package only
	facts map[kind]map[types.Object]analysis.Fact

	run      *Run
	number   int      // in run.finished
	imported numbers  // of the packages that pkg imports, directly or not
	finished []*Facts // in run when the analysis of pkg began
}

// A kind is a type of facts that are about objects, or about packages: then the object is nil.
type kind struct {
	fact   reflect.Type
	object bool
}

// Numbers are sets of packages: of those that have facts of a kind. Every package has such sets, as many packages as it
// may import; a copy of all their facts would take too much of a big program.
type numbers map[kind]*big.Int

// add adds the package of s, and those that it imports, directly or not.
func (n numbers) add(s *Facts) {
	n.union(s.imported)
	for k := range s.facts {
		n.set(k).SetBit(n.set(k), s.number, 1)
	}
}

func (n numbers) union(other numbers) {
	for k, set := range other {
		n.set(k).Or(n.set(k), set)
	}
}

func (n numbers) set(k kind) *big.Int {
	if n[k] == nil {
		n[k] = new(big.Int)
	}
	return n[k]
}

// connect makes pass import facts from s and export facts to s.
func (s *Facts) connect(pass *analysis.Pass) {
	pass.ImportObjectFact = func(obj types.Object, fact analysis.Fact) bool { return s.get(obj.Pkg(), obj, fact) }
	pass.ImportPackageFact = func(pkg *types.Package, fact analysis.Fact) bool { return s.get(pkg, nil, fact) }
	pass.ExportObjectFact = func(obj types.Object, fact analysis.Fact) {
		if obj.Pkg() != s.pkg {
			panic(fmt.Sprintf("fact %T about %s, which is of another package", fact, obj))
		}
		s.set(obj, fact)
	}
	pass.ExportPackageFact = func(fact analysis.Fact) { s.set(nil, fact) }
	pass.AllObjectFacts = func() (all []analysis.ObjectFact) {
		s.each(pass, true, func(_ *types.Package, obj types.Object, fact analysis.Fact) {
			all = append(all, analysis.ObjectFact{Object: obj, Fact: fact})
		})
		return all
	}
	pass.AllPackageFacts = func() (all []analysis.PackageFact) {
		s.each(pass, false, func(pkg *types.Package, _ types.Object, fact analysis.Fact) {
			all = append(all, analysis.PackageFact{Package: pkg, Fact: fact})
		})
		return all
	}
}

// set makes fact known about obj, about the package if obj is nil.
func (s *Facts) set(obj types.Object, fact analysis.Fact) {
	k := kind{reflect.TypeOf(fact), obj != nil}
	if s.facts[k] == nil {
		s.facts[k] = make(map[types.Object]analysis.Fact)
	}
	s.facts[k][obj] = fact
}

// get sets *fact to what is known about obj of pkg, about pkg if obj is nil, and reports whether there is anything.
func (s *Facts) get(pkg *types.Package, obj types.Object, fact analysis.Fact) bool {
	k, about := kind{reflect.TypeOf(fact), obj != nil}, s
	if pkg != s.pkg {
		found, ok := s.run.facts.Load(pkg)
		if !ok || s.imported[k] == nil || s.imported[k].Bit(found.(*Facts).number) == 0 {
			return false
		}
		about = found.(*Facts)
	}
	known, ok := about.facts[k][obj]
	if ok {
		reflect.ValueOf(fact).Elem().Set(reflect.ValueOf(known).Elem())
	}
	return ok
}

// each calls f with all facts of the types of the analyzer, those about objects or those about packages.
func (s *Facts) each(pass *analysis.Pass, objects bool, f func(*types.Package, types.Object, analysis.Fact)) {
	for _, declared := range pass.Analyzer.FactTypes {
		k := kind{reflect.TypeOf(declared), objects}
		having := []*Facts{s}
		if set := s.imported[k]; set != nil {
			for number := range set.BitLen() {
				if set.Bit(number) == 1 {
					having = append(having, s.finished[number])
				}
			}
		}
		for _, about := range having {
			for obj, fact := range about.facts[k] {
				f(about.pkg, obj, fact)
			}
		}
	}
}
