// Package matchorder reports matches of special AWS errors that a general match
// before them makes unreachable.
package matchorder

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/report"
)

// Analyzer is the rule.
var Analyzer = &analysis.Analyzer{
	Name:             "matchorder",
	Doc:              Doc.Title,
	URL:              report.URL("matchorder"),
	Requires:         []*analysis.Analyzer{errflow.Analyzer, inspect.Analyzer, report.Analyzer},
	Run:              run,
	RunDespiteErrors: true,
}

func run(pass *analysis.Pass) (any, error) {
	flow := pass.ResultOf[errflow.Analyzer].(*errflow.Package)
	root := pass.ResultOf[inspect.Analyzer].(*inspector.Inspector).Root()
	earlier := make(map[ssa.Value][]*errflow.Match) // matches of the same error
	for _, special := range flow.Matches() {
		if !special.Unwraps() || rankOf(special.Target) == none {
			continue
		}
		before := earlier[special.Err]
		earlier[special.Err] = append(before, special)
		for _, general := range before {
			if rankOf(general.Target) <= rankOf(special.Target) || !general.Precludes(special) {
				continue
			}
			cur, ok := call(root, special.Instr)
			if !ok {
				continue
			}
			origins := flow.Origins(special.Err)
			first, second := nameOf(general.Target), nameOf(special.Target)
			report.Report(pass, report.Finding{
				Range:     cur.Node(),
				Operation: operation(origins),
				Message:   second + " is never found here, since " + first + " is matched before it; match " + second + " first",
				Fix:       swap(pass, root, general.Instr, cur),
				Related:   origins.Calls(),
			})
			break
		}
	}
	return nil, nil
}

// operation names where the error comes from, "" where that is not known.
func operation(o errflow.Origins) string {
	if o.AWS() {
		return o.String()
	}
	return ""
}

// call returns the syntax of the call instr.
func call(root inspector.Cursor, instr ssa.Instruction) (inspector.Cursor, bool) {
	cur, ok := root.FindByPos(instr.Pos(), instr.Pos())
	if !ok || !instr.Pos().IsValid() {
		return cur, false
	}
	for cur := range cur.Enclosing((*ast.CallExpr)(nil)) {
		return cur, cur.Node().(*ast.CallExpr).Lparen == instr.Pos()
	}
	return cur, false
}

// A rank orders the types that an error of an operation is or wraps, from the
// outermost: whoever finds one finds all with a lower rank before it.
type rank int

const (
	none     rank = iota
	modelled      // an error type of a service, or *smithy.GenericAPIError
	api           // smithy.APIError
	response      // a ResponseError
	operr         // *smithy.OperationError
)

// rankOf returns the rank of t, none for a type that has nothing to do with AWS.
func rankOf(t types.Type) rank {
	obj := awssdk.TypeName(t)
	if obj == nil || obj.Pkg() == nil {
		return none
	}
	path, name := obj.Pkg().Path(), obj.Name()
	_, ofService := awspath.ServiceOfTypes(path)
	switch {
	case path == awspath.Smithy && name == "APIError":
		return api
	case path == awspath.Smithy && name == "GenericAPIError":
		return modelled
	case path == awspath.Smithy && name == "OperationError":
		return operr
	case name == "ResponseError" && (path == awspath.HTTP || path == awspath.SmithyHTTP):
		return response
	case ofService:
		return modelled
	}
	return none
}

// nameOf returns how a message names t: *types.NoSuchKey.
func nameOf(t types.Type) string {
	return types.TypeString(t, (*types.Package).Name)
}
