package remedy

import (
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// ForText returns what to ask in place of whether the text of the error is, or holds, s. It returns
// false where s says nothing that a type, a code or a status would say as well. refined says that s
// only says more of an error that is known to be of AWS: words that people read do not count then.
func (ops Operations) ForText(s string, refined bool) (Remedy, bool) {
	t := parse(s)
	switch {
	case ops.generation == 0:
		return Remedy{}, false
	case ops.generation == 1:
		if !t.whole || humps(t.words[0]) < 2 {
			return Remedy{}, false
		}
		return matchV1(t.words[0], !ops.besideV2), true
	case len(ops.known) == 0: // configuration, instance metadata and the like have no codes
		return Remedy{}, false
	case t.status != 0:
		return matchStatus(t.status), !ops.partial && (!ops.mixed || len(s) > len("404"))
	}
	for _, w := range t.words {
		if r, ok := ops.forWord(w, t.whole); ok {
			return r, true
		}
	}
	if refined || ops.mixed {
		return Remedy{}, false
	}
	return ops.forMessage(s)
}

// ForTextOf returns the same for the text of an error of unknown origin, in a package that uses
// services. Only what nobody but AWS has as the name or the code of an error counts, and no match
// is certain: on its way from AWS the error may have become a mere text.
func ForTextOf(services []*model.Service, s string) (Remedy, bool) {
	if len(services) == 0 {
		return Remedy{}, false
	}
	for _, w := range parse(s).words {
		if !distinctive(w) {
			continue
		}
		if knowledge.IsDenied(w) {
			return matchCode(w, false), true
		}
		for _, svc := range services {
			all, err := svc.AllErrors()
			if err != nil {
				continue
			}
			if i := slices.IndexFunc(all, func(e model.Error) bool { return e.Named(w) }); i >= 0 {
				return Remedy{Advice: "match *types." + all[i].Type + " or smithy.APIError"}, true
			}
			if slices.Contains(svc.WellKnownCodes(), w) {
				return matchCode(w, false), true
			}
		}
	}
	return Remedy{}, false
}

// distinctive reports whether nothing but AWS has w as the name or the code of an error.
func distinctive(w string) bool {
	switch w {
	case "InternalServerError", "InternalServerErrorException", "TooManyRequests", "RequestTimeout", "ServiceUnavailable",
		"NotImplemented", "MethodNotAllowed", "PreconditionFailed", "InvalidArgument", "InvalidRange", "InternalFailure",
		"ValidationError", "OperationAborted", "InvalidParameterValue", "MissingParameter", "InvalidRequest":
		return false
	case "AccessDenied", "SlowDown", "ExpiredToken", "AuthFailure", "DependencyViolation", "UnauthorizedOperation":
		return true
	}
	return strings.Contains(w, ".") || humps(w) >= 3 || humps(w) >= 2 && strings.HasSuffix(w, knowledge.ExceptionSuffix)
}
