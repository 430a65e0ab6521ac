package errstring

import (
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// remedyByText returns the remedy for the text of an error of unknown origin, if it is
// searched for a code that only AWS has. There is no fix: on its way from AWS the error
// may have become a mere text.
func (c *checker) remedyByText(m *errmatch.TextMatch) (remedy, bool) {
	var services []*model.Service
	for _, imp := range c.pass.Pkg.Imports() {
		if svc := c.flow.Imported(imp); svc != nil && !slices.Contains(services, svc) {
			services = append(services, svc)
		}
	}
	if len(services) == 0 {
		return remedy{}, false
	}
	return combine(m, func(l literal) (remedy, bool) {
		for _, w := range l.words {
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
					return remedy{advice: "match *types." + all[i].Type + " or smithy.APIError"}, true
				}
				if slices.Contains(svc.WellKnownCodes(), w) {
					return matchCode(w, false), true
				}
			}
		}
		return remedy{}, false
	})
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
