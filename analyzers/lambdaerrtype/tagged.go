package lambdaerrtype

import (
	"go/types"
	"reflect"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/lambdaresp"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// tagged reports the error v if its type has JSON tags, but a text for an Error().
func (c *checker) tagged(ret *lambdaresp.Return, v *ssa.MakeInterface) {
	t := v.X.Type()
	named := defined(t)
	if named == nil || !c.isOwn(t) || ret.ErrExpr == nil || c.handlers.Form(v) != lambdaresp.Text {
		return
	}
	s, ok := named.Underlying().(*types.Struct)
	if !ok || !hasTags(s) {
		return
	}
	c.report(rule.Finding{Range: ret.ErrExpr, Message: "the Lambda runtime sends Error(), not the JSON encoding, of " + named.Obj().Name()})
}

func hasTags(s *types.Struct) bool {
	for i := range s.NumFields() {
		if name, ok := reflect.StructTag(s.Tag(i)).Lookup("json"); ok && name != "-" {
			return true
		}
	}
	return false
}
