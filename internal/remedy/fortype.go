package remedy

import (
	"slices"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// NeverReturn reports that none of the operations returns the error type of the service package at
// servicePath, if that is certain.
func (ops Operations) NeverReturn(servicePath, typ string) (Verdict, bool) {
	if !ops.Complete() {
		return Verdict{}, false
	}
	closest, foreign := ops.known[0], true // the operation that comes closest
	for _, op := range ops.known {
		if op.Package != servicePath {
			continue
		}
		if op.models(typ) {
			return Verdict{}, false
		}
		closest, foreign = op, false
	}
	v := Verdict{Type: ops.fitting(typ), ServicePath: closest.Package, Code: codeOf(closest.service, typ)}
	switch {
	case closest.sendsNothing():
		v.Reason = ", since it sends nothing"
	case closest.inTransaction(typ):
		v.Reason = "; " + matchReasons
	case v.Type != "":
		v.Reason = "; match *types." + v.Type
	case foreign:
		v.Reason = ", an error of " + awspath.Service(servicePath)
	case v.Code != "":
		v.Reason = ", which it does not model; " + matchCode(v.Code, false).Advice
	}
	return v, true
}

// typeFamilies are kinds of errors that services have different names for.
var typeFamilies = []knowledge.Family{knowledge.NotFound, knowledge.AlreadyExists, knowledge.LimitExceeded}

// fitting returns the only error type of the operation that means what typ says, "" where there is none or several.
func (ops Operations) fitting(typ string) string {
	first := ops.known[0]
	if slices.ContainsFunc(ops.known, func(op operation) bool { return op.Package != first.Package || op.Name != first.Name }) {
		return ""
	}
	var fit []string
	for _, family := range typeFamilies {
		if !family.Spelling().MatchString(typ) {
			continue
		}
		for _, e := range first.errors {
			if family.Spelling().MatchString(e.Type) && !first.inTransaction(e.Type) {
				fit = append(fit, e.Type)
			}
		}
	}
	if len(fit) != 1 {
		return ""
	}
	return fit[0]
}

// codeOf returns the code of the type of the service, "" where it has no such type.
func codeOf(svc *model.Service, typ string) string {
	all, err := svc.AllErrors()
	if err != nil {
		return ""
	}
	if i := slices.IndexFunc(all, func(e model.Error) bool { return e.Type == typ }); i >= 0 {
		return all[i].Code
	}
	return ""
}
