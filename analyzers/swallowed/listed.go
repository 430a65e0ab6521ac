package swallowed

import (
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/lazyregexp"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// lists reports whether op lists all that there is where it is not asked for something.
func lists(flow *errflow.Package, op errflow.Origin) bool {
	if !knowledge.Lists(op.Name) {
		return false
	}
	svc := flow.Service(op)
	return svc == nil || svc.NeedsNothing(op.Name)
}

// ofPage matches names of members of inputs that ask for a part of a list.
var ofPage = lazyregexp.New(`^(Max|Limit|Page|Next|Filter)|Token$|Marker$`)

// asksForOne reports whether site calls an operation with an input in which more is set than which
// part of a list is wanted.
func asksForOne(site *errflow.Site) bool {
	if site.Op.Form != awssdk.Client {
		return false
	}
	for _, arg := range site.Instr.Common().Args {
		literal, ok := arg.(*ssa.Alloc)
		if !ok {
			continue
		}
		for member, v := range ssaflow.Members(literal) {
			if member == nil || ssaflow.IsNil(v) {
				continue
			}
			if field := ssaflow.FieldOf(member.X.Type(), member.Field); field != nil && !ofPage().MatchString(field.Name()) {
				return true
			}
		}
	}
	return false
}
