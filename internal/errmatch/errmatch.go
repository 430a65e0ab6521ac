package errmatch

import (
	"path/filepath"
	"reflect"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// Analyzer offers what a package asks of its errors to the rules that require it.
var Analyzer = &analysis.Analyzer{
	Name:             "awserrlintmatch",
	Doc:              "find what a package asks of errors",
	URL:              "https://github.com/awserrlint/awserrlint",
	Requires:         []*analysis.Analyzer{ssaflow.Analyzer},
	ResultType:       reflect.TypeFor[*Set](),
	Run:              run,
	RunDespiteErrors: true,
}

// A Set is what a package asks of errors. Each kind of question is looked for when a rule wants to
// know, once; all are in order of the functions of the package.
type Set struct {
	Matches       func() []*Match
	Codes         func() []*CodeCheck
	Texts         func() []*TextMatch
	Identities    func() []*Identity
	Cancellations func() []*CancellationCheck

	program func() *ssaflow.Program
	dir     string // folder of the package
}

func run(pass *analysis.Pass) (any, error) {
	s := &Set{program: pass.ResultOf[ssaflow.Analyzer].(*ssaflow.Package).Program}
	if len(pass.Files) > 0 {
		s.dir = filepath.Dir(pass.Fset.File(pass.Files[0].FileStart).Name())
	}
	s.Matches = sync.OnceValue(s.findMatches)
	s.Codes = sync.OnceValue(s.findCodes)
	s.Texts = sync.OnceValue(s.findTexts)
	s.Identities = sync.OnceValue(s.findIdentities)
	s.Cancellations = sync.OnceValue(s.findCancellations)
	return s, nil
}

// collect returns what of finds for the instructions of the package.
func collect[T any](s *Set, of func(ssa.Instruction) *T) []*T {
	var all []*T
	s.program().Instrs(func(instr ssa.Instruction) {
		if found := of(instr); found != nil {
			all = append(all, found)
		}
	})
	return all
}
