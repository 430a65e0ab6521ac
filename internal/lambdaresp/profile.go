package lambdaresp

import (
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// Profile is a fact about a package that takes credentials from a profile, as people have them on their own machines.
type Profile struct{}

// AFact marks Profile as a fact.
func (*Profile) AFact() {}

func (*Profile) String() string { return "uses a profile" }

// exportProfile notes whether the package, or one that it imports, takes credentials from a profile, and tells importing
// packages.
func (s *Set) exportProfile(pass *analysis.Pass) {
	if s.flow.Program == nil {
		return
	}
	s.Program().Instrs(func(instr ssa.Instruction) { s.profile = s.profile || choosesProfile(instr) })
	if s.importFact == nil {
		return
	}
	if s.profile {
		pass.ExportPackageFact(new(Profile))
		return
	}
	for _, f := range pass.AllPackageFacts() {
		if _, ok := f.Fact.(*Profile); ok {
			s.profile = true
		}
	}
}

// choosesProfile reports whether instr says which profile holds the credentials.
func choosesProfile(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case *ssa.Call:
		fn := ssaflow.Callee(instr.Common())
		return fn != nil && knowledge.ChoosesProfile(fn)
	case *ssa.Store:
		field, ok := instr.Addr.(*ssa.FieldAddr)
		return ok && knowledge.IsProfile(ssaflow.FieldOf(field.X.Type(), field.Field), deref(field.X.Type()))
	}
	return false
}

// MayUseProfile reports whether the package, or one that it imports, directly or not, takes credentials from a profile: those
// of whoever runs the program. Where facts are not carried, any may.
func (s *Set) MayUseProfile() bool { return s.profile || s.importFact == nil }
