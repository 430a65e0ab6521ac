package matchorder

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// Rule is the rule.
var Rule = rule.New(rule.Spec{
	Name:  "matchorder",
	Doc:   Doc,
	Run:   run,
	Fixes: true,
})

func run(pass *rule.Pass) {
	earlier := make(map[ssa.Value][]*errmatch.Match) // matches of the same error
	for _, special := range pass.Asked.Matches() {
		if !special.Unwraps() || rankOf(special.Target) == none {
			continue
		}
		before := earlier[special.Err]
		earlier[special.Err] = append(before, special)
		for _, general := range before {
			if rankOf(general.Target) <= rankOf(special.Target) || !precludes(general, special) {
				continue
			}
			origins := pass.Flow.Origins(special.Err)
			first, second := nameOf(general.Target), nameOf(special.Target)
			pass.Report(rule.Finding{
				Range:     special.Syntax.Node(),
				Operation: operation(origins),
				Message:   second + " is never found here, since " + first + " is matched before it; match " + second + " first",
				Fix:       "match the special error first",
				Edit:      func() *fix.Editor { return swap(pass, general.Syntax, special.Syntax) },
				Related:   origins.Calls(),
			})
			break
		}
	}
}

// operation names where the error comes from, "" where that is not known.
func operation(o errflow.Origins) string {
	if o.AWS() {
		return o.String()
	}
	return ""
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
