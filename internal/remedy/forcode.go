package remedy

import (
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// A WrongCode is what is known of a code that never comes.
type WrongCode struct {
	Instead string // the code that comes instead, "" where that is not certain
	Guess   string // the code that was probably meant
	Advice  string // why it never comes, or what to do
}

// NeverSend reports that none of the operations sends the code, if that is certain. Services send many codes that they do not model.
func (ops Operations) NeverSend(code string) (WrongCode, bool) {
	var all []WrongCode
	for _, op := range ops.known {
		wrong, ok := op.neverSends(code)
		if !ok {
			return WrongCode{}, false
		}
		all = append(all, wrong)
	}
	wrong := all[0]
	if slices.ContainsFunc(all, func(w WrongCode) bool { return w.Instead != wrong.Instead }) {
		wrong.Instead = ""
	}
	return wrong, true
}

func (op operation) neverSends(code string) (WrongCode, bool) {
	for _, e := range op.errors {
		if e.HasCode(code) && !op.inTransaction(e.Type) || e.CodeOpen && e.Named(code) {
			return WrongCode{}, false
		}
	}
	if op.sendsNothing() {
		return WrongCode{Advice: "it sends nothing"}, knownTo(op.service, code)
	}
	for _, e := range op.errors {
		if op.inTransaction(e.Type) && e.HasCode(code) {
			return WrongCode{Advice: "look at the CancellationReasons of *types.TransactionCanceledException"}, true
		}
		if e.Type == code {
			return WrongCode{Instead: e.Code}, true
		}
	}
	if instead, ok := knowledge.CodeOfNumber(code); op.noBody && ok {
		return WrongCode{Instead: instead}, true
	}
	if op.noBody && knownTo(op.service, code) {
		wrong := WrongCode{Advice: "a HEAD answer has no body, so its code is the status: NotFound, Forbidden"}
		if knowledge.NotFound.Spelling().MatchString(code) {
			wrong.Instead = "NotFound"
		}
		return wrong, true
	}
	if instead, ok := model.MadeBySDKv1(code); ok {
		wrong := WrongCode{Advice: "only SDK v1 has it"}
		if instead != "" {
			wrong.Advice += "; match " + instead
		}
		return wrong, true
	}
	return op.misspelled(code)
}

// misspelled judges a code that looks like one that the operation sends.
func (op operation) misspelled(code string) (WrongCode, bool) {
	if knownTo(op.service, code) {
		return WrongCode{}, false
	}
	candidates := op.service.WellKnownCodes()
	for _, e := range op.errors {
		candidates = append(candidates, e.Code)
	}
	near, ok := model.Nearest(code, candidates)
	switch {
	case !ok:
		return WrongCode{}, false
	case strings.EqualFold(near, code):
		return WrongCode{Instead: near}, true
	}
	return WrongCode{Guess: near}, true
}

// knownTo reports whether code is one that the service has a type for, or that it is well known to send.
func knownTo(svc *model.Service, code string) bool {
	if slices.Contains(svc.WellKnownCodes(), code) {
		return true
	}
	all, err := svc.AllErrors()
	return err == nil && slices.ContainsFunc(all, func(e model.Error) bool { return e.HasCode(code) })
}

// ModelCode reports whether each of the operations models an error with the code.
func (ops Operations) ModelCode(code string) bool {
	return !slices.ContainsFunc(ops.known, func(op operation) bool {
		return !slices.ContainsFunc(op.errors, func(e model.Error) bool { return e.HasCode(code) })
	})
}
