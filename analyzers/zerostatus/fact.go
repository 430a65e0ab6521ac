package zerostatus

import (
	"fmt"
	"go/types"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// statusAnalyzer finds the functions of a package that return the status of an AWS error although it
// can be 0, for those who send it in other packages.
var statusAnalyzer = &analysis.Analyzer{
	Name:             "awserrlintzero",
	Doc:              "find functions that return the HTTP status of an AWS error",
	URL:              "https://github.com/awserrlint/awserrlint",
	Requires:         []*analysis.Analyzer{ssaflow.Analyzer, errmatch.Analyzer},
	FactTypes:        []analysis.Fact{new(Zero)},
	ResultType:       reflect.TypeFor[*flow](),
	Run:              findStatuses,
	RunDespiteErrors: true,
}

// A Zero is a fact about a function: which of its results can be the status of an AWS error that is 0.
type Zero struct{ Results []int }

// AFact marks Zero as a fact.
func (*Zero) AFact() {}

func (z *Zero) String() string { return fmt.Sprintf("returns a status that can be 0: %v", z.Results) }

// findStatuses returns the *flow of the package, nil where it gets no status of an AWS error.
func findStatuses(pass *analysis.Pass) (any, error) {
	facts := len(pass.Analyzer.FactTypes) > 0
	imported := func(fn *types.Func, i int) bool {
		var zero Zero
		return facts && fn.Pkg() != pass.Pkg && returnsInt(fn) && pass.ImportObjectFact(fn.Origin(), &zero) && slices.Contains(zero.Results, i)
	}
	if !getsStatus(pass.TypesInfo, imported) {
		return (*flow)(nil), nil
	}
	f := &flow{
		Program:  pass.ResultOf[ssaflow.Analyzer].(*ssaflow.Package).Program(),
		bounds:   newBounds(pass.ResultOf[errmatch.Analyzer].(*errmatch.Set)),
		imported: imported,
		results:  make(map[result][]ssa.Value),
	}
	if !facts {
		return f, nil
	}
	for _, fn := range f.Funcs {
		obj := ssaflow.Declared(fn)
		if obj == nil || !obj.Exported() || !f.Local(fn) {
			continue
		}
		var zero Zero
		for i := range obj.Signature().Results().Len() {
			if isInt(obj.Signature().Results().At(i).Type()) && len(f.returned(fn, i)) > 0 {
				zero.Results = append(zero.Results, i)
			}
		}
		if zero.Results != nil {
			pass.ExportObjectFact(obj, &zero)
		}
	}
	return f, nil
}

// getsStatus reports whether the source mentions the SDK's error that has a status, a method that
// returns one, or a function of another package that can return one.
func getsStatus(info *types.Info, imported func(*types.Func, int) bool) bool {
	for _, obj := range info.Uses {
		switch obj := obj.(type) {
		case *types.TypeName:
			if isResponseError(obj) {
				return true
			}
		case *types.Func:
			if obj.Name() == "HTTPStatusCode" {
				return true
			}
			for i := range obj.Signature().Results().Len() {
				if imported(obj, i) {
					return true
				}
			}
		}
	}
	return false
}

// returnsInt reports whether one of the results of fn is an int.
func returnsInt(fn *types.Func) bool {
	for result := range fn.Signature().Results().Variables() {
		if isInt(result.Type()) {
			return true
		}
	}
	return false
}

func isInt(t types.Type) bool {
	basic, ok := t.Underlying().(*types.Basic)
	return ok && basic.Info()&types.IsInteger != 0
}
