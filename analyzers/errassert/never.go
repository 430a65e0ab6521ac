package errassert

import (
	"go/token"
	"go/types"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/remedy"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// never says that no operation of o returns the type asked for at pos, and what to match: then errors.As finds no more than the
// assertion does. It returns "" where that is not known.
func never(pass *rule.Pass, o errflow.Origins, asked types.Type, pos token.Pos) string {
	typ := awssdk.TypeName(asked)
	if typ == nil || typ.Pkg() == nil {
		return ""
	}
	names := pass.Fixes.NamesAt(pos)
	if awssdk.FromSDK(asked) && pass.Flow.KeepOnlyText(o) {
		return o.String() + " keeps only the text of errors, so it never is " + types.TypeString(asked, names.Of) + "; use its FailurePolicy"
	}
	service, modelled := awspath.ServiceOfTypes(typ.Pkg().Path())
	if !modelled || !o.AWS() || o.Unknown || len(o.Cuts) > 0 || model.GivesCredentials(awspath.Service(service)) {
		return ""
	}
	verdict, ok := remedy.Of(pass.Flow, o, names).NeverReturn(service, typ.Name())
	if !ok {
		return ""
	}
	return o.String() + " never returns " + types.TypeString(asked, names.Of) + verdict.Reason
}
