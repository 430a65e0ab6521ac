package lambdaerrtype

import (
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// tagged reports the error v if its type has JSON tags, but a text for an Error().
func (c *checker) tagged(ret *lambdaresp.Return, v *ssa.MakeInterface) {
	t := v.X.Type()
	if !c.isOwn(t) || ret.ErrExpr == nil || c.pass.Responses.Form(v) != lambdaresp.Text {
		return
	}
	if !lambdaresp.HasTags(t) {
		return
	}
	c.report(rule.Finding{Range: ret.ErrExpr, Message: "the Lambda runtime sends Error(), not the JSON encoding, of " + awssdk.TypeName(t).Name()})
}
