package remedy

import (
	"slices"
	"strconv"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// forWord returns the remedy for a text that is searched for a word. whole says that it is searched for nothing else.
func (ops Operations) forWord(w string, whole bool) (Remedy, bool) {
	if knowledge.IsDenied(w) {
		return ops.denied(w, whole)
	}
	if ops.isReason(w) {
		return Remedy{Advice: ops.matchReasons()}, true
	}
	named := func(e model.Error) bool { return e.Named(w) }
	if whole && len(w) >= 8 && humps(w) < 2 {
		named = func(e model.Error) bool { return strings.EqualFold(e.Type, w) || strings.EqualFold(e.Code, w) }
	}
	if r, ok := ops.named(named, whole); ok {
		return r, true
	}
	if r, ok := ops.withoutBody(w, whole); ok {
		return r, true
	}
	if r, ok := ops.notFound(w, whole); ok {
		return r, true
	}
	for _, op := range ops.known {
		if code, ok := certainCode(op.service, named); ok {
			return matchCode(code, whole), true
		}
		if op.service.HasForm(w) {
			return matchCode(w, whole), true
		}
		known := op.service.WellKnownCodes()
		for _, code := range known {
			if w == code && !isShared(code) || whole && strings.EqualFold(w, code) {
				code, certain := ops.spelled(code, known)
				return matchCode(code, whole && certain), true
			}
		}
	}
	if !whole {
		return Remedy{}, false
	}
	if r, ok := ops.similar(w); ok {
		return r, true
	}
	if r, ok := ops.inOtherWords(w); ok {
		return r, true
	}
	if instead, ok := model.MadeBySDKv1(w); ok && instead != "" && !ops.mixed {
		return Remedy{Advice: "SDK v2 never says " + w + ", " + instead}, true
	}
	if humps(w) >= 2 && len(w) >= 8 && knowledge.EndsLikeCode(w) {
		return Remedy{Advice: anyCode}, true
	}
	return Remedy{}, false
}

// named returns the remedy for the modelled errors that ok holds for.
func (ops Operations) named(ok func(model.Error) bool, whole bool) (Remedy, bool) {
	found, all := ops.modelled(ok)
	switch {
	case len(found) == 0:
		return Remedy{}, false
	case len(found) == 1 && all:
		return ops.matchModelled(found[0], whole), true
	}
	same := !slices.ContainsFunc(found, func(m modelled) bool { return m.CodeOpen || m.Code != m.DefaultCode || m.Code != found[0].Code })
	return matchCode(found[0].Code, whole && same), true
}

// denied returns the remedy for a text that says in the words of any service that something is not allowed.
func (ops Operations) denied(w string, whole bool) (Remedy, bool) {
	var codes []string
	for _, op := range ops.known {
		if code := op.service.AccessDenied(op.Name); !slices.Contains(codes, code) {
			codes = append(codes, code)
		}
	}
	if len(codes) > 1 {
		return Remedy{Advice: "match smithy.APIError with code " + strconv.Quote(codes[0]) + " or " + strconv.Quote(codes[1])}, true
	}
	others, _ := ops.modelled(func(e model.Error) bool { return e.Code != codes[0] && strings.Contains(e.Type, w) }) // KmsAccessDenied
	whole = whole && len(others) == 0
	if r, ok := ops.named(func(e model.Error) bool { return e.Named(codes[0]) }, whole); ok {
		return r, true
	}
	return matchCode(codes[0], whole && !ops.partial), true
}

// isReason reports whether w is why an item of a transaction failed, which is no error.
func (ops Operations) isReason(w string) bool {
	return (strings.HasPrefix(w, "ConditionalCheckFailed") || w == "TransactionConflict") &&
		slices.ContainsFunc(ops.known, func(op operation) bool { return strings.HasPrefix(op.Name, "Transact") })
}

// withoutBody returns the remedy for a word that says what does not exist, or that is the code made of a
// status, where responses have no body that could say more.
func (ops Operations) withoutBody(w string, whole bool) (Remedy, bool) {
	switch {
	case !ops.haveNoBody():
	case knowledge.SaysNotFound(w):
		return ops.named(func(e model.Error) bool { return e.Type == "NotFound" }, whole)
	case whole:
		if code, ok := knowledge.CodeWithoutBody(w); ok {
			return matchCode(code, true), true
		}
		return neverInHead(w), slices.ContainsFunc(ops.known, func(op operation) bool { return op.service.Sends(w) })
	}
	return Remedy{}, false
}

// neverInHead is the remedy for a code that S3 only sends in a body.
func neverInHead(code string) Remedy {
	return Remedy{Advice: "a HEAD response never says " + code + ", so check its HTTP status"}
}

// notFound returns the remedy for the code that S3 has only where a response has no body, of operations
// whose responses have one: the one with which they all say the same, and any code if that is not known.
func (ops Operations) notFound(w string, whole bool) (Remedy, bool) {
	if w != knowledge.CodeOfStatus(404) || slices.ContainsFunc(ops.known, func(op operation) bool { return op.service.Name != "s3" || op.noBody }) {
		return Remedy{}, false
	}
	if r, ok := ops.missing(whole); ok {
		return r, true
	}
	return Remedy{Advice: anyCode}, true
}

// missing returns the remedy for the error with which all of the operations say that something does not exist.
func (ops Operations) missing(certain bool) (Remedy, bool) {
	var found model.NotFound
	for _, op := range ops.known {
		nf, ok := op.service.NotFound(op.Name)
		if !ok || found != (model.NotFound{}) && found != nf || op.Package != ops.known[0].Package {
			return Remedy{}, false
		}
		found = nf
	}
	if found.Type == "" {
		return matchCode(found.Code, certain), found != (model.NotFound{})
	}
	return ops.matchType(ops.known[0].Package, found.Type, "", certain), true
}

// inOtherWords returns the remedy for what none of the services is known to send, but another one: the
// type of the operations that means the same. What a service sends is never known in full, so no match
// is certain.
func (ops Operations) inOtherWords(w string) (Remedy, bool) {
	sent := func(op operation) bool {
		return op.service.Sends(w) || hasType(op.service, func(e model.Error) bool { return e.Named(w) })
	}
	if ops.partial || slices.ContainsFunc(ops.known, sent) {
		return Remedy{}, false
	}
	if knowledge.NotFound.Spelling().MatchString(w) && knowledge.NotFound.Thing(w) == "" {
		if r, ok := ops.missing(false); ok {
			return r, true
		}
	}
	v, _ := ops.instead(w)
	if v.Type == "" {
		return Remedy{}, false
	}
	return ops.matchType(v.ServicePath, v.Type, "", false), true
}

// haveNoBody reports whether no response of the operations has a body, so that the code is made of the
// status, and there is no message.
func (ops Operations) haveNoBody() bool {
	return !ops.partial && !slices.ContainsFunc(ops.known, func(op operation) bool { return !op.noBody })
}

// certainCode returns the code of the type of the service for which ok holds, false where the
// service may send another one.
func certainCode(svc *model.Service, ok func(model.Error) bool) (string, bool) {
	all, err := svc.AllErrors()
	if err != nil {
		return "", false
	}
	i := slices.IndexFunc(all, ok)
	if i < 0 || all[i].CodeOpen || all[i].Code != all[i].DefaultCode {
		return "", false
	}
	return all[i].Code, true
}

// isShared reports whether services send the code for many reasons, so that only the message tells which.
func isShared(code string) bool {
	switch code {
	case "ValidationError", "ValidationException", "InvalidParameterValue", "InvalidParameterCombination", "InvalidArgument":
		return true
	}
	return false
}

// spelled returns how the services spell a code that some of them send with the suffix Exception
// and some without, and whether that is certain.
func (ops Operations) spelled(code string, known []string) (string, bool) {
	if instead, ok := ops.known[0].service.InJSON(code); ok {
		return instead, false
	}
	base := strings.TrimSuffix(code, knowledge.ExceptionSuffix)
	if !slices.Contains(known, base) || !slices.Contains(known, base+knowledge.ExceptionSuffix) {
		return code, true
	}
	xml := func(op operation) bool {
		p := op.service.Protocol()
		return p == model.RestXML || p == model.Query || p == model.EC2Query
	}
	switch {
	case !slices.ContainsFunc(ops.known, func(op operation) bool { return !xml(op) }):
		return base, true
	case !slices.ContainsFunc(ops.known, xml):
		return base + knowledge.ExceptionSuffix, false
	}
	return code, false
}
