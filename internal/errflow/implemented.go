package errflow

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// Implemented is a fact about a package: where the errors can come from that methods of interfaces
// return if a type of the package is behind them. Only interfaces that its source mentions count:
// a driver that reads imports on demand knows of no others.
type Implemented struct{ Methods []Method }

// A Method is a method of an interface, by the names of both.
type Method struct {
	Name    string // example.com/shop/store.Store.Save
	Origins Origins
	Logs    bool // every function behind it logs each error that it returns
}

// AFact marks Implemented as a fact.
func (*Implemented) AFact() {}

func (i *Implemented) String() string {
	var names []string
	for _, m := range i.Methods {
		names = append(names, m.Name)
	}
	return "implements " + strings.Join(names, ", ")
}

// exportImplemented exports what callers of interfaces in other packages need to know.
func (p *Package) exportImplemented(pass *analysis.Pass) {
	if knowledge.IsTestPackage(pass) {
		return
	}
	interfaces := Interfaces(pass)
	known := make(map[string]Method)
	for _, fn := range p.Funcs {
		obj := ssaflow.Declared(fn)
		if obj == nil || !obj.Exported() || awssdk.Receiver(obj) == nil || !returnsError(obj) || awssdk.IsFake(obj) {
			continue
		}
		sum := p.resultOf(fn, obj.Signature().Results().Len()-1)
		if !sum.AWS() && len(sum.Cuts)+len(sum.Texts) == 0 {
			continue
		}
		for _, name := range interfaces {
			if !Implements(obj, name) {
				continue
			}
			m := Method{MethodName(name, obj.Name()), sum.Origins, p.logs(fn)}
			if len(m.Origins.Cuts) > 0 && p.implementedTwice(name, obj.Name()) {
				m.Origins.Cuts = nil // a match may be for the errors of the other
			}
			if !sum.AWS() {
				m.Origins, m.Logs = Origins{Cuts: m.Origins.Cuts, Texts: m.Origins.Texts, Retold: m.Origins.Retold}, true
			}
			addMethod(known, m)
		}
	}
	var fact Implemented
	for _, m := range known {
		if !m.Origins.AWS() && len(m.Origins.Cuts) == 0 {
			continue // what such errors say matters only beside those of AWS
		}
		m.Origins.sites = nil // they hold the whole package
		fact.Methods = append(fact.Methods, m)
	}
	if len(fact.Methods) > 0 {
		slices.SortFunc(fact.Methods, func(a, b Method) int { return strings.Compare(a.Name, b.Name) })
		pass.ExportPackageFact(&fact)
	}
}

// addMethod adds to known what m says of functions behind a method.
func addMethod(known map[string]Method, m Method) {
	if have, ok := known[m.Name]; ok {
		m.Origins, m.Logs = have.Origins.union(m.Origins), have.Logs && m.Logs
		m.Origins.Cuts = nil // a match may be for the errors of the other
	}
	known[m.Name] = m
}

// implementedTwice reports whether several types of the package are behind the method of the interface.
func (p *Package) implementedTwice(iface *types.TypeName, method string) bool {
	n := 0
	for _, fn := range p.Implementations(method) {
		if isBehind(fn, iface.Type().Underlying().(*types.Interface)) {
			n++
		}
	}
	return n > 1
}

// Interfaces returns the names of the exported interfaces of programs that the source of the package
// mentions, its own included.
func Interfaces(pass *analysis.Pass) []*types.TypeName {
	seen := make(map[*types.TypeName]bool)
	var names []*types.TypeName
	for _, objects := range []map[*ast.Ident]types.Object{pass.TypesInfo.Defs, pass.TypesInfo.Uses} {
		for _, obj := range objects {
			name, ok := obj.(*types.TypeName)
			if !ok || seen[name] || name.IsAlias() || !name.Exported() || name.Pkg() == nil || name.Parent() != name.Pkg().Scope() {
				continue
			}
			seen[name] = true
			iface, ok := name.Type().Underlying().(*types.Interface)
			if ok && !iface.Empty() && !knowledge.IsStd(name.Pkg().Path()) && !awspath.IsSDK(name.Pkg().Path()) {
				names = append(names, name)
			}
		}
	}
	return names
}

// Implements reports whether the type of which fn is a method, or a pointer to it, implements the interface.
func Implements(fn *types.Func, iface *types.TypeName) bool {
	return implements(fn.Signature().Recv().Type(), iface.Type().Underlying().(*types.Interface))
}

// implements reports whether t, or a pointer to it, implements iface.
func implements(t types.Type, iface *types.Interface) bool {
	return types.Implements(t, iface) || types.Implements(types.NewPointer(t), iface)
}

// MethodName returns how facts name a method of the interface.
func MethodName(iface *types.TypeName, method string) string {
	return iface.Pkg().Path() + "." + iface.Name() + "." + method
}

// importImplemented returns what the packages that pass imports, directly or not, say of methods of interfaces.
func importImplemented(pass *analysis.Pass) map[string]Method {
	known := make(map[string]Method)
	for _, f := range pass.AllPackageFacts() {
		if fact, ok := f.Fact.(*Implemented); ok && f.Package != pass.Pkg {
			for _, m := range fact.Methods {
				addMethod(known, m)
			}
		}
	}
	return known
}
