package remedy

import (
	"slices"
	"strconv"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// NeverSend reports that none of the operations sends the code, if that is certain. Services send
// many codes that they do not model.
func (ops Operations) NeverSend(code string) (Verdict, bool) {
	if !ops.Complete() {
		return Verdict{}, false
	}
	var all []wrongCode
	for _, op := range ops.known {
		wrong, ok := op.neverSends(code)
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
		return Verdict{Reason: ", but with " + strconv.Quote(wrong.instead), Code: wrong.instead}, true
	case wrong.advice != "":
		return Verdict{Reason: "; " + wrong.advice}, true
	}
	return Verdict{}, true
}

// A wrongCode is what is known of a code that an operation never sends.
type wrongCode struct {
	instead string // the code that comes instead, "" where that is not certain
	guess   string // the code that was probably meant
	advice  string // why it never comes, or what to do
}

func (op operation) neverSends(code string) (wrongCode, bool) {
	for _, e := range op.errors {
		if e.HasCode(code) && !op.inTransaction(e.Type) || e.CodeOpen && e.Named(code) {
			return wrongCode{}, false
		}
	}
	if op.sendsNothing() {
		return wrongCode{advice: "it sends nothing"}, knownTo(op.service, code)
	}
	for _, e := range op.errors {
		if op.inTransaction(e.Type) && e.HasCode(code) {
			return wrongCode{advice: "look at the CancellationReasons of *types.TransactionCanceledException"}, true
		}
		if e.Type == code {
			return wrongCode{instead: e.Code}, true
		}
	}
	if instead, ok := knowledge.CodeOfNumber(code); op.noBody && ok {
		return wrongCode{instead: instead}, true
	}
	if op.noBody && knownTo(op.service, code) {
		wrong := wrongCode{advice: "a HEAD answer has no body, so its code is the status: NotFound, Forbidden"}
		if knowledge.NotFound.Spelling().MatchString(code) {
			wrong.instead = "NotFound"
		}
		return wrong, true
	}
	if instead, ok := model.MadeBySDKv1(code); ok {
		wrong := wrongCode{advice: "only SDK v1 has it"}
		if instead != "" {
			wrong.advice += "; match " + instead
		}
		return wrong, true
	}
	return op.misspelled(code)
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
	near, ok := model.Nearest(code, candidates)
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
	if slices.Contains(svc.WellKnownCodes(), code) {
		return true
	}
	all, err := svc.AllErrors()
	return err == nil && slices.ContainsFunc(all, func(e model.Error) bool { return e.HasCode(code) })
}

// ModelCode reports whether the error can only come from operations each of which models an error with the code.
func (ops Operations) ModelCode(code string) bool {
	return ops.Complete() && !slices.ContainsFunc(ops.known, func(op operation) bool {
		return !slices.ContainsFunc(op.errors, func(e model.Error) bool { return e.HasCode(code) })
	})
}
