package impossiblematch

import (
	"go/ast"
	"go/token"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// apiError asks for every error that a service sends.
var apiError = fix.ErrorMatch{Package: awspath.Smithy, Alias: "smithy", Type: "APIError"}

// common are the methods that every modelled error has.
var common = map[string]bool{"Error": true, "ErrorCode": true, "ErrorMessage": true, "ErrorFault": true}

// methodOf are the methods of smithy.APIError that return what the fields of *smithy.GenericAPIError hold.
var methodOf = map[string]string{"Code": "ErrorCode()", "Message": "ErrorMessage()", "Fault": "ErrorFault()"}

// matchOther returns the editor of the fix that makes m ask for another type, in all that the
// program does with the error found. It returns nil where that is more than the other type allows.
//
//	var notFound *types.NoSuchKey => var notFound *types.NotFound
//	var apiErr *smithy.GenericAPIError … apiErr.Code => var apiErr smithy.APIError … apiErr.ErrorCode()
func matchOther(pass *rule.Pass, m *errmatch.Match, other fix.ErrorMatch) *fix.Editor {
	typ, v := pass.Asked.TypeOf(m)
	if typ == nil {
		return nil
	}
	e := pass.Fixes.Editor(typ.Pos())
	if e == nil {
		return nil
	}
	general := other.Package == apiError.Package && other.Type == apiError.Type
	asked, value := 0, !general && !strings.HasPrefix(other.Type, "*") // which has all that its pointer has
	for cur := range pass.Flow.Uses(v) {
		switch parent := cur.Parent().Node().(type) {
		case *ast.SelectorExpr:
			if method := methodOf[parent.Sel.Name]; general && method != "" {
				e.Replace(parent.Sel, method)
			} else if !value && !common[parent.Sel.Name] {
				return nil
			}
		case *ast.UnaryExpr:
			if asked++; parent.Op != token.AND || asked > 1 && !general && !value {
				return nil // another match asks for the type as well
			}
		default:
			return nil
		}
	}
	e.Replace(typ, e.TypeName(other, typ.Pos()))
	return e
}
