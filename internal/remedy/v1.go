package remedy

import (
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awssdk/model"
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
	case t.whole && ops.haveNoBodyV1():
		return withoutBodyV1(t.words[0], certain)
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

// haveNoBodyV1 reports whether no response of the operations has a body, so that SDK v1 makes the code of
// the status.
//
// Source: service/s3/unmarshal_error.go of SDK v1.
func (ops Operations) haveNoBodyV1() bool {
	return !slices.ContainsFunc(ops.origins, func(o errflow.Origin) bool { return o.Service != "s3" || !strings.HasPrefix(o.Name, "Head") })
}

// withoutBodyV1 returns the remedy for a word that is the code of an error of such operations.
func withoutBodyV1(w string, certain bool) (Remedy, bool) {
	_, bySDK := model.MadeBySDKv1(w)
	switch {
	case bySDK, w == "BucketRegionError", knowledge.IsCodeOfStatus(w) && humps(w) >= 2:
		return matchV1(w, certain), true
	case knowledge.SaysNotFound(w):
		return matchV1(knowledge.CodeOfStatus(404), certain), true
	case knowledge.IsDenied(w):
		return matchV1(knowledge.CodeOfStatus(403), certain), true
	}
	return neverInHead(w), humps(w) >= 2
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
