package remedy

import (
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// forV1 returns what to ask in place of whether the text of an error of SDK v1 holds t. The text
// starts with the code and the message: "NoSuchKey: The specified key does not exist.\n\tstatus code: 404".
func (ops Operations) forV1(t text) (Remedy, bool) {
	certain := !ops.besideV2
	switch {
	case t.status != 0:
		return matchStatusV1(t.status, certain), strings.Contains(strings.ToLower(t.string), "status")
	case t.code != "":
		return matchV1(t.code, certain).withMessage("Message", t.message), !isShared(t.code) && !ops.isName(t.code)
	case !t.whole || !looksLikeCode(t.words[0]):
		return Remedy{}, false
	case !ops.wholeCode(t.words[0]):
		return Remedy{Advice: anyCodeV1}, true
	}
	return matchV1(t.words[0], certain), true
}

// ForTextOfRequest returns the same for the error of any request of SDK v1.
func ForTextOfRequest(s string) (Remedy, bool) {
	return Operations{generation: 1, origins: []errflow.Origin{{}}}.forV1(parse(s))
}

// isName reports whether w is the name of one of the services, which texts of programs start with.
func (ops Operations) isName(w string) bool {
	return slices.ContainsFunc(ops.origins, func(o errflow.Origin) bool { return strings.EqualFold(o.Service, w) })
}

// wholeCode reports whether w is certain to be a code and not the part of one, as AccessDenied is in
// services that send AccessDeniedException.
func (ops Operations) wholeCode(w string) bool {
	if strings.HasSuffix(w, knowledge.ExceptionSuffix) || strings.HasSuffix(w, "Fault") || strings.Contains(w, ".") {
		return true
	}
	return !slices.ContainsFunc(ops.origins, func(o errflow.Origin) bool { return !knowledge.CodesLackSuffix(o.Service) })
}
