package remedy

import (
	"slices"
	"strconv"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// forFragment returns r, the remedy for a text that is searched for w, where several codes that the operations
// send begin with it: then one that is for them all, of which none is certain.
//
//	strings.Contains(err.Error(), "ExpiredToken") // ExpiredToken, or ExpiredTokenException
func (ops Operations) forFragment(r Remedy, w string) Remedy {
	if knowledge.IsDenied(w) || ops.haveNoBody() { // the code of each operation is known
		return r
	}
	var codes []string
	for _, op := range ops.known {
		missing, _ := op.service.NotFound(op.Name)
		codes = append(append(codes, usualCodes(op.service)...), missing.Code)
		for _, e := range op.errors {
			if !op.inTransaction(e.Type) {
				codes = append(codes, e.Code)
			}
		}
	}
	return r.forAll(codes, w)
}

// forFragmentOf returns the same where it is not known which operation of the services it was.
func forFragmentOf(services []*model.Service, r Remedy, w string) Remedy {
	var codes []string
	for _, svc := range services {
		codes = append(codes, usualCodes(svc)...)
		errs, _ := svc.AllErrors()
		for _, e := range errs {
			codes = append(codes, e.Code)
		}
	}
	return r.forAll(codes, w)
}

// forAll returns r, the remedy for an error with one of the codes that begin with w, for all of these.
func (r Remedy) forAll(codes []string, w string) Remedy {
	codes = slices.DeleteFunc(append(codes, r.Code), func(code string) bool {
		return !strings.HasPrefix(code, w) && (w != strings.ToLower(w) || !strings.HasPrefix(strings.ToLower(code), w))
	})
	slices.Sort(codes)
	codes = slices.Compact(codes)
	if r.Type == "" && r.Code == "" || len(codes) < 2 {
		return r
	}
	r.Match = nil
	r.Advice = "match smithy.APIError with any code that begins with " + strconv.Quote(w)
	if len(codes) == 2 {
		r.Advice = "match smithy.APIError, code " + strconv.Quote(codes[0]) + " or " + strconv.Quote(codes[1])
	}
	return r
}

// usualCodes returns the codes that the service sends whatever the operation is. What does not exist
// depends on that.
func usualCodes(svc *model.Service) []string {
	return slices.DeleteFunc(svc.WellKnownCodes(), knowledge.SaysNotFound)
}

// isFragment reports whether the text may be a part of a word: nothing follows its only one.
func (t text) isFragment() bool {
	return t.whole && strings.HasSuffix(t.string, t.words[0])
}
