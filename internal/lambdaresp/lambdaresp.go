package lambdaresp

import (
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// Analyzer offers what the handlers of a package respond to the rules that require it.
var Analyzer = &analysis.Analyzer{
	Name:             "awserrlintresponse",
	Doc:              "find what Lambda handlers respond",
	URL:              "https://github.com/awserrlint/awserrlint",
	Requires:         []*analysis.Analyzer{ssaflow.Analyzer, errflow.Analyzer, handler.Analyzer},
	FactTypes:        []analysis.Fact{new(Writes), new(Keys), new(Profile)},
	ResultType:       reflect.TypeFor[*Set](),
	Run:              run,
	RunDespiteErrors: true,
}

// A Set is the responses of the handlers of a package. It does not change: rules that run at the same time ask it.
type Set struct {
	// Program returns the package in SSA form: what handlers return matters where no error of AWS comes to as well.
	Program func() *ssaflow.Program

	handlers *handler.Set
	info     *types.Info
	flow     *errflow.Package
	stores   func() map[token.Pos]*ssa.Store // to fields, by position

	profile    bool // credentials come from one, here or in an import
	jsonErrors func() bool
	importFact func(types.Object, analysis.Fact) bool // nil where facts are not carried

	mu      sync.Mutex           // guards sources
	sources map[string]*ast.File // of other packages, by name
}

func run(pass *analysis.Pass) (any, error) {
	s := &Set{
		handlers: pass.ResultOf[handler.Analyzer].(*handler.Set),
		info:     pass.TypesInfo,
		flow:     pass.ResultOf[errflow.Analyzer].(*errflow.Package),
		Program:  pass.ResultOf[ssaflow.Analyzer].(*ssaflow.Package).Program,
		sources:  make(map[string]*ast.File),
	}
	s.stores = sync.OnceValue(s.fieldStores)
	s.jsonErrors = sync.OnceValue(s.findJSONErrors)
	if len(pass.Analyzer.FactTypes) > 0 {
		s.importFact = pass.ImportObjectFact
	}
	s.exportWrites(pass)
	s.exportKeys(pass)
	s.exportProfile(pass)
	return s, nil
}

func (s *Set) fieldStores() map[token.Pos]*ssa.Store {
	stores := make(map[token.Pos]*ssa.Store)
	s.Program().Instrs(func(instr ssa.Instruction) {
		if store, ok := instr.(*ssa.Store); ok && store.Pos().IsValid() {
			if _, field := store.Addr.(*ssa.FieldAddr); field {
				stores[store.Pos()] = store
			}
		}
	})
	return stores
}

// FieldValue returns what the element kv of a composite literal stores in its field, nil if that is not known.
func (s *Set) FieldValue(kv *ast.KeyValueExpr) ssa.Value {
	if store := s.stores()[kv.Colon]; store != nil {
		return store.Val
	}
	return nil
}

// FieldBlock returns the block in which the element kv of a composite literal is stored in its field, nil if that is not known.
func (s *Set) FieldBlock(kv *ast.KeyValueExpr) *ssa.BasicBlock {
	if store := s.stores()[kv.Colon]; store != nil {
		return store.Block()
	}
	return nil
}
