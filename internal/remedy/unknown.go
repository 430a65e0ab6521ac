package remedy

import (
	"slices"
	"strconv"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// ForTextOf returns what to ask in place of whether the text of an error of unknown origin is, or
// holds, s, in a package that uses services. Only what nobody but AWS has as the name or the code of
// an error counts, and no match is certain: on its way from AWS the error may have become a mere text.
func ForTextOf(services []*model.Service, s string) (Remedy, bool) {
	if len(services) == 0 {
		return Remedy{}, false
	}
	t := parse(s)
	for _, w := range t.words {
		if !distinctive(w) {
			continue
		}
		code, ok := codeKnownTo(services, w)
		if knowledge.IsDenied(w) {
			code, ok = w, true
		}
		switch r := matchCode(code, false); {
		case !ok:
			continue
		case code == "":
			return Remedy{Advice: anyCode}, true
		case t.isFragment():
			return forFragmentOf(services, r, w), true
		default:
			return r, true
		}
	}
	return Remedy{}, false
}

// ForTextOfType returns the same where the type of the error says of which generation of the SDK it
// is. hasCode says that the type has a method that returns the code.
func ForTextOfType(services []*model.Service, s string, generation int, hasCode bool) (Remedy, bool) {
	if generation == 2 && !hasCode {
		return ForTextOf(services, s)
	}
	t := parse(s)
	for _, w := range t.words {
		code, known := codeKnownTo(services, w)
		if !known && !(t.whole && humps(w) >= 2 && (generation == 1 || knowledge.EndsLikeCode(w))) {
			continue
		}
		r := Remedy{Advice: "compare its ErrorCode()", Code: code}
		if generation == 1 {
			r.Advice = "compare its Code()"
		}
		whole := !t.isFragment() || forFragmentOf(services, r, w).Advice == r.Advice
		if code != "" && whole {
			r.Advice += " with " + strconv.Quote(code)
		}
		return r, true
	}
	return Remedy{}, false
}

// codeKnownTo reports whether w is the name or the code of an error of one of the services, or a code
// that one of them is known to send. The code is "" where services differ in it, or it is not certain.
func codeKnownTo(services []*model.Service, w string) (code string, ok bool) {
	var codes []string
	for _, svc := range services {
		all, err := svc.AllErrors()
		if err != nil {
			continue
		}
		code := w
		if i := slices.IndexFunc(all, func(e model.Error) bool { return e.Named(w) }); i >= 0 {
			if code = all[i].Code; all[i].CodeOpen || code != all[i].DefaultCode {
				code = ""
			}
		} else if !svc.Sends(w) {
			continue
		}
		if !slices.Contains(codes, code) {
			codes = append(codes, code)
		}
	}
	if len(codes) == 1 {
		return codes[0], true
	}
	return "", len(codes) > 1
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
