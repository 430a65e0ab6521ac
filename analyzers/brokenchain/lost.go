package brokenchain

import (
	"cmp"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/remedy"
	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// loses reports whether q asks for what the cut takes away: the operation can return it, the
// program has not asked for it before, and nothing else is found in its place. o are the origins of
// the error that q asks.
func loses(pass *rule.Pass, a *asks, q *question, o errflow.Origins, cut errflow.Cut) bool {
	return canReturn(pass, q, o, cut.Op) && !a.aside(cut.At).settles(q) && !a.foundBefore(q, cut.At)
}

// covers reports whether an error that has nothing of what a asks for has nothing of what b asks
// for.
func (a Asked) covers(b Asked) bool {
	return a == b || awssdk.RankOfName(a.Path, a.Name) > awssdk.RankOfName(b.Path, b.Name) && awssdk.RankOfName(b.Path, b.Name) != awssdk.Unranked
}

// canReturn reports whether op can return what q asks for.
func canReturn(pass *rule.Pass, q *question, o errflow.Origins, op errflow.Origin) bool {
	switch op.Form {
	case awssdk.Client, awssdk.Paginator, awssdk.Waiter:
	case awssdk.Feature:
		if knowledge.Performs(op.Service+"."+op.Name) == nil {
			return false
		}
	default:
		return false
	}
	if q.Path == awspath.AWSErr {
		return op.Generation == 1
	}
	if op.Generation != 2 {
		return false
	}
	service, modelled := awspath.ServiceOfTypes(q.Path)
	switch {
	case q.Path == "context":
		return true
	case !modelled:
		return isSent(q.Asked) && sendsOne(pass, q, o, op)
	case op.Package != service && op.Form != awssdk.Feature:
		return false
	}
	ops := remedy.Of(pass.Flow, errflow.Origins{Ops: []errflow.Origin{op}}, pass.Fixes.NamesAt(q.call.Pos()))
	return ops.Model(q.Name) && (comesFromAny(q.Name) || !meansOthers(pass, o, op))
}

// isSent reports whether errors of an operation that fails are or wrap what is asked for, a type of
// the SDK that is none of a service.
func isSent(a Asked) bool {
	switch a.Path {
	case awspath.Smithy:
		return a.Name == "APIError" || a.Name == "GenericAPIError" || a.Name == "OperationError" || a.Name == "CanceledError"
	case awspath.HTTP, awspath.SmithyHTTP:
		return a.Name == "ResponseError"
	case awspath.AWS, awspath.AWS + "/retry":
		return true
	}
	return false
}

// sendsOne reports whether op may send one of the codes that q compares with, if it does, and
// whether that may be meant.
func sendsOne(pass *rule.Pass, q *question, o errflow.Origins, op errflow.Origin) bool {
	if len(q.codes) == 0 {
		// What is done about a status depends on the operation as well.
		return q.Name != "ResponseError" || !besideOthers(o, op)
	}
	svc := pass.Flow.Service(op)
	ops := remedy.Of(pass.Flow, errflow.Origins{Ops: []errflow.Origin{op}}, pass.Fixes.NamesAt(q.call.Pos()))
	others := besideOthers(o, op)
	return svc != nil && slices.ContainsFunc(q.codes, func(code string) bool {
		_, never := ops.NeverSend(code)
		if q.Name == "GenericAPIError" && ops.ModelCode(code) {
			return false // impossiblematch
		}
		return !never && (svc.Sends(code) || hasCode(svc, code)) && (!others || comesFromAny(code) || knowledge.IsDenied(code))
	})
}

func hasCode(svc *model.Service, code string) bool {
	all, err := svc.AllErrors()
	return err == nil && slices.ContainsFunc(all, func(e model.Error) bool { return e.HasCode(code) })
}

// comesFromAny reports whether any operation of a service that has the error type may return it, by
// its name.
func comesFromAny(typ string) bool {
	for _, family := range []knowledge.Family{knowledge.NotFound, knowledge.Throttled} {
		if family.Spelling().MatchString(typ) && family.Thing(typ) == "" {
			return true
		}
	}
	return false
}

// meansOthers reports whether a match of a modelled error may be meant for other operations of the
// service whose errors come with their chains: the decoder of the service does not say which
// operation returns it.
func meansOthers(pass *rule.Pass, o errflow.Origins, op errflow.Origin) bool {
	svc := pass.Flow.Service(op)
	return svc != nil && svc.Decoder == model.ServiceWide && besideOthers(o, op)
}

// besideOthers reports whether other operations of the service, and not op itself, are among the
// origins of an error that keep their chains.
func besideOthers(o errflow.Origins, op errflow.Origin) bool {
	others := false
	for _, kept := range o.Ops {
		if kept.Package == op.Package {
			if kept.Name == op.Name {
				return false
			}
			others = true
		}
	}
	return others
}

// settles reports whether what q asks for is not lost, since it was asked for before the cut, or
// cannot be there.
func (s Aside) settles(q *question) bool {
	if s.Unsure {
		return true
	}
	if slices.ContainsFunc(s.Not, func(not Asked) bool { return not.covers(q.Asked) }) {
		return true
	}
	left := func(code string) bool { // whether an error with the code is cut off
		name := knowledge.TrimErrorSuffix(code)
		return !slices.ContainsFunc(s.Codes, func(c string) bool { return knowledge.TrimErrorSuffix(c) == name }) &&
			!slices.ContainsFunc(s.Not, func(n Asked) bool { return knowledge.TrimErrorSuffix(n.Name) == name })
	}
	_, modelled := awspath.ServiceOfTypes(q.Path)
	if modelled && !left(q.Name) || len(q.codes) > 0 && !slices.ContainsFunc(q.codes, left) {
		return true
	}
	if s.Only == nil {
		return false
	}
	return !slices.ContainsFunc(s.Only, func(only Asked) bool {
		return only.covers(q.Asked) || q.Asked.covers(only)
	})
}

// foundBefore reports whether the program finds something else in the error that is cut off at the
// point, before q can ask it: its type, or what it wraps beside.
func (a *asks) foundBefore(q *question, at errflow.CutPoint) bool {
	if site := a.flow.CutSite(at); site != nil && at.How == errflow.Formatted && !wrapsToo(site) {
		return false
	}
	for ; q != nil; q = q.inner {
		for _, m := range a.matches.Matches() {
			if m.Err == q.err && !awssdk.FromSDK(m.Type) && m.Instr.Parent() == q.call.Parent() && ssaflow.Precludes(m.Holds(), q.call.Block()) {
				return true
			}
		}
		refs := q.err.Referrers()
		if refs == nil {
			continue
		}
		for _, ref := range *refs {
			call, ok := ref.(*ssa.Call)
			if !ok || call == q.call || call.Parent() != q.call.Parent() || !isBool(call.Type()) {
				continue
			}
			if asked, _ := askedBy(call); asked == (Asked{}) && ssaflow.Precludes(call, q.call.Block()) {
				return true
			}
		}
	}
	return false
}

// wrapsToo reports whether the error that is made at the site, of a format, wraps another one.
func wrapsToo(site *errflow.CutSite) bool {
	call, ok := site.Instr.(*ssa.Call)
	if !ok || len(call.Call.Args) == 0 {
		return false
	}
	format, _ := ssaflow.String(call.Call.Args[0])
	return strings.Contains(format, "%w")
}

func isBool(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Kind() == types.Bool
}

func compareQuestion(a, b Question) int {
	return cmp.Or(cmp.Compare(a.Param, b.Param), cmp.Compare(a.Path, b.Path), cmp.Compare(a.Name, b.Name), slices.Compare(a.Codes, b.Codes))
}
