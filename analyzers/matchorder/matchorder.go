package matchorder

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
	"honnef.co/go/tools/analysis/lint"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// Rule is the rule.
var Rule = rule.New(rule.Spec{
	Name:  "matchorder",
	Group: rule.Matched,
	Doc:   Doc,
	Run:   run,
	Fixes: true,
})

func run(pass *rule.Pass) {
	earlier := make(map[ssa.Value][]*errmatch.Match) // matches of the same error
	for _, special := range pass.Asked.Matches() {
		if !special.Unwraps() || awssdk.RankOf(special.Type) == awssdk.Unranked {
			continue
		}
		// have: a match with a type of AWS
		before := earlier[special.Err]
		earlier[special.Err] = append(before, special)
		i := slices.IndexFunc(before, func(m *errmatch.Match) bool {
			return precludes(m, special) && !mayComeBare(pass, m, special) && !mayBeOwn(pass, special)
		})
		if i >= 0 {
			// have: a match before it that finds whatever it would find
			report(pass, before[i], special)
		}
	}
}

func report(pass *rule.Pass, general, special *errmatch.Match) {
	origins := pass.Flow.Origins(special.Err)
	names := pass.Fixes.NamesAt(special.Syntax.Node().Pos())
	first, second := types.TypeString(general.Type, names.Of), types.TypeString(special.Type, names.Of)
	f := rule.Finding{Range: special.Syntax.Node(), Message: second, Related: origins.Calls()}
	if origins = ofService(origins, special.Type); origins.AWS() {
		f.Operation = origins.String()
		f.Message += " of " + f.Operation
	}
	f.Message += " is never found, since " + first + " is matched before it"
	if comparesCode(pass, general, special) {
		f.Message += " and its code compared; remove this match"
		f.Severity = lint.SeverityInfo
	} else {
		f.Message += "; swap the two"
		f.Fix = "match the specific error first"
		f.Edit = func() *fix.Editor { return swap(pass, general.Syntax, special.Syntax) }
	}
	pass.Report(f)
}

// ofService returns those of the origins o that can have an error of the type t: for a type of a service,
// the operations of that one.
func ofService(o errflow.Origins, t types.Type) errflow.Origins {
	if service, ok := awspath.ServiceOfTypes(awssdk.TypeName(t).Pkg().Path()); ok {
		o.Ops = slices.DeleteFunc(slices.Clone(o.Ops), func(op errflow.Origin) bool { return op.Package != service })
	}
	return o
}

// mayComeBare reports whether special may come out of an event stream, where nothing wraps it in what
// general asks for.
func mayComeBare(pass *rule.Pass, general, special *errmatch.Match) bool {
	typ := awssdk.TypeName(special.Type)
	if _, ofService := awspath.ServiceOfTypes(typ.Pkg().Path()); !ofService || awssdk.RankOf(general.Type) <= awssdk.API {
		return false
	}
	o := pass.Flow.Origins(special.Err)
	if o.AWS() && !o.Unknown && !slices.ContainsFunc(o.Ops, func(op errflow.Origin) bool { return op.Form == awssdk.EventStream }) {
		return false
	}
	svc := pass.Flow.ServiceOfType(typ)
	return svc == nil || svc.Streams(typ.Name())
}

// mayBeOwn reports whether special, an interface, may find an error of a type of the program, which
// nothing wraps in what other matches ask for.
func mayBeOwn(pass *rule.Pass, special *errmatch.Match) bool {
	iface, ok := special.Type.Underlying().(*types.Interface)
	if !ok {
		return false
	}
	if o := pass.Flow.Origins(special.Err); o.AWS() && !o.Unknown && !o.Other {
		return false
	}
	return slices.ContainsFunc(pass.Flow.Implementations("ErrorCode"), func(fn *ssa.Function) bool {
		return types.Implements(fn.Signature.Recv().Type(), iface)
	})
}

// comparesCode reports whether the program compares the code of the error that general finds with
// that of special, which then is not missed.
func comparesCode(pass *rule.Pass, general, special *errmatch.Match) bool {
	name := knowledge.TrimErrorSuffix(awssdk.TypeName(special.Type).Name())
	return slices.ContainsFunc(pass.Asked.Codes(), func(check *errmatch.CodeCheck) bool {
		return check.Match == general && knowledge.TrimErrorSuffix(check.Code) == name
	})
}

// precludes reports whether m finds whatever later would find, and later is reached only where m
// found nothing: m is the whole condition of a branch, and its branch does not lead to later.
func precludes(m, later *errmatch.Match) bool {
	return awssdk.RankOf(m.Type) > awssdk.RankOf(later.Type) && m.Instr.Parent() == later.Instr.Parent() && ssaflow.Precludes(m.Holds(), later.Instr.Block())
}
