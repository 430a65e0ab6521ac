package remedy

import (
	"slices"
	"strconv"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/nearest"
)

// NeverSend reports that none of the operations sends the code, if that is certain. Services send
// many codes that they do not model.
func (ops Operations) NeverSend(code string) (Verdict, bool) {
	if !ops.Complete() {
		return Verdict{}, false
	}
	var all []wrongCode
	for _, op := range ops.known {
		wrong, ok := ops.neverSentBy(op, code)
		if !ok {
			return Verdict{}, false
		}
		all = append(all, wrong)
	}
	wrong := all[0]
	switch {
	case wrong.guess != "":
		return Verdict{Reason: "; did you mean " + strconv.Quote(wrong.guess) + "?"}, true
	case wrong.instead != "" && !slices.ContainsFunc(all, func(w wrongCode) bool { return w.instead != wrong.instead }):
		return Verdict{Reason: "; compare with " + strconv.Quote(wrong.instead), Code: wrong.instead}, true
	case wrong.reason != "":
		return Verdict{Reason: wrong.reason}, true
	}
	return Verdict{Reason: "; " + removeCheck}, true
}

// RefusedWith returns how each of the operations says what code says, if that is certain to be the code of
// other services only. It is that of one service.
func (ops Operations) RefusedWith(code string) (knowledge.Refusal, bool) {
	if !ops.Complete() {
		return knowledge.Refusal{}, false
	}
	var refusal knowledge.Refusal
	for _, op := range ops.known {
		r, ok := knowledge.RefusalFor(op.service.Name, code)
		if !ok || op.noBody || op.sendsNothing() || refusal.Code != "" && refusal.Code != r.Code ||
			slices.ContainsFunc(op.errors, func(e model.Error) bool { return e.HasCode(code) }) {
			return knowledge.Refusal{}, false
		}
		refusal = r
	}
	return refusal, true
}

// NeverSentByService reports whether no operation of the service sends the code, if that is certain, and returns
// what to do where the code is added to others.
func NeverSentByService(svc *model.Service, code string) (advice string, ok bool) {
	errs, err := svc.AllErrors()
	if err != nil || slices.ContainsFunc(errs, func(e model.Error) bool { return e.HasCode(code) }) {
		return "", false
	}
	add := func(instead string) string { return "add " + strconv.Quote(instead) }
	if refusal, ok := knowledge.RefusalFor(svc.Name, code); ok {
		return add(refusal.Code), true
	}
	if i := slices.IndexFunc(errs, func(e model.Error) bool { return e.Type == code }); i >= 0 {
		return add(errs[i].Code), true
	}
	if _, ok := OnlyInSDKv1(code, []*model.Service{svc}); ok {
		return "remove it", true
	}
	switch wrong, ok := (operation{service: svc, errors: errs}).misspelled(code); {
	case !ok:
		return "", false
	case wrong.guess != "":
		return "did you mean " + strconv.Quote(wrong.guess) + "?", true
	default:
		return add(wrong.instead), true
	}
}

// A wrongCode is what is known of a code that an operation never sends.
type wrongCode struct {
	instead string // the code that comes instead, "" where that is not certain
	guess   string // the code that was probably meant
	reason  string // why it never comes and what to do, as in a Verdict
}

// neverSentBy reports whether op, one of the operations, never sends the code.
func (ops Operations) neverSentBy(op operation, code string) (wrongCode, bool) {
	for _, e := range op.errors {
		if e.HasCode(code) && !op.inTransaction(e.Type) || e.CodeOpen && e.Named(code) {
			return wrongCode{}, false
		}
	}
	if op.noBody && knowledge.IsCodeOfStatus(code) {
		return wrongCode{}, false // whether or not this version of the SDK models it
	}
	if op.sendsNothing() {
		return wrongCode{reason: ", since it only signs a request; " + removeCheck}, knownTo(op.service, code)
	}
	for _, e := range op.errors {
		if op.inTransaction(e.Type) && e.HasCode(code) {
			return wrongCode{reason: "; " + ops.matchReasons()}, true
		}
		if e.Type == code {
			return wrongCode{instead: e.Code}, true
		}
	}
	if instead, ok := knowledge.CodeOfNumber(code); op.noBody && ok {
		return wrongCode{instead: instead}, true
	}
	if op.noBody && knownTo(op.service, code) {
		wrong := wrongCode{reason: ", since a HEAD response has no body; check its HTTP status"}
		switch {
		case knowledge.NotFound.Spelling().MatchString(code):
			wrong.instead = knowledge.CodeOfStatus(404)
		case knowledge.IsDenied(code):
			wrong.instead = knowledge.CodeOfStatus(403)
		}
		return wrong, true
	}
	if reason, ok := OnlyInSDKv1(code, []*model.Service{op.service}); ok {
		return wrongCode{reason: reason}, true
	}
	return op.misspelled(code)
}

// OnlyInSDKv1 reports whether SDK v1 makes the code itself, and neither SDK v2 nor one of the
// services does, and returns how a message goes on.
func OnlyInSDKv1(code string, services []*model.Service) (reason string, ok bool) {
	instead, ok := model.MadeBySDKv1(code)
	ok = ok && !slices.ContainsFunc(services, func(svc *model.Service) bool { return knownTo(svc, code) })
	if instead == "" {
		instead = removeCheck
	}
	return ", only SDK v1 has it; " + instead, ok
}

// misspelled judges a code that looks like one that the operation sends.
func (op operation) misspelled(code string) (wrongCode, bool) {
	if knownTo(op.service, code) {
		return wrongCode{}, false
	}
	candidates := op.service.WellKnownCodes()
	for _, e := range op.errors {
		candidates = append(candidates, e.Code)
	}
	near, ok := nearest.Name(code, candidates)
	switch {
	case !ok:
		return wrongCode{}, false
	case strings.EqualFold(near, code):
		return wrongCode{instead: near}, true
	}
	return wrongCode{guess: near}, true
}

// knownTo reports whether code is one that the service has a type for, or that it is well known to send.
func knownTo(svc *model.Service, code string) bool {
	if svc.Sends(code) {
		return true
	}
	all, err := svc.AllErrors()
	return err == nil && slices.ContainsFunc(all, func(e model.Error) bool { return e.HasCode(code) })
}

// Model reports whether one of the operations models the error type.
func (ops Operations) Model(typ string) bool {
	return slices.ContainsFunc(ops.known, func(op operation) bool { return op.models(typ) })
}

// ModelCode reports whether the error can only come from operations each of which models an error with the code.
func (ops Operations) ModelCode(code string) bool {
	return ops.Complete() && !slices.ContainsFunc(ops.known, func(op operation) bool {
		return !slices.ContainsFunc(op.errors, func(e model.Error) bool { return e.HasCode(code) })
	})
}

// TypeOfCode returns the name of the error type that the operations model for the code, "" where there is none.
func (ops Operations) TypeOfCode(code string) string {
	found, _ := ops.modelled(func(e model.Error) bool { return e.HasCode(code) })
	if len(found) == 0 {
		return ""
	}
	return found[0].Type
}
