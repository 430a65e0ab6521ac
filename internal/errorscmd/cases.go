package errorscmd

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/fix"
)

// A Form is how code that tells errors apart is written where it stands.
type Form struct {
	AsType bool                               // errors.AsType may be called, which is there since Go 1.26
	Err    string                             // the variable with the error
	Import func(path, name string) string     // returns the name of the package called name at path, which the code uses
	Fresh  func(name string) string           // returns the name of a variable, name or one like it
	Result func(meaning model.Meaning) string // returns the statements for an error that means it, "" for a comment
}

// Cases returns Go statements, not formatted, that tell the errors of the operation called name apart, such as s3.GetObject.
func (m *Module) Cases(name string, form Form) (string, error) {
	s, operation, err := m.operation(name)
	if err != nil {
		return "", err
	}
	return casesOf(s.Service, operation, form)
}

// handled are the meanings that the code tells apart, in this order.
var handled = []model.Meaning{model.Missing, model.Conflict, model.Denied, model.Throttled}

// casesOf returns statements that match the errors of the operation which mean something: by their types first, then by their
// codes, since a code that has no type comes in another one.
func casesOf(s *model.Service, operation string, form Form) (string, error) {
	var types, codes strings.Builder // the matches by type, and the cases by code
	seen := make(map[string]bool)    // types and codes that are matched already
	apiErr := form.Fresh("apiErr")
	for _, m := range handled {
		signs, err := s.Signs(operation, m)
		if err != nil {
			return "", err
		}
		for _, sign := range signs {
			key := "code " + sign.Code
			if sign.Type != "" {
				key = "type " + sign.Type
			}
			if seen[key] {
				continue
			}
			seen[key] = true
			result, comment := form.Result(m), ""
			if result == "" {
				comment = " // " + string(m)
			} else {
				result += "\n"
			}
			switch {
			case sign.Type != "":
				typ := "*" + form.Import(servicePrefix+s.Name+"/types", "types") + "." + sign.Type
				types.WriteString(form.match(typ, "", form.Fresh(fix.VarName(sign.Type)), comment, result))
			case sign.Message != "":
				fmt.Fprintf(&codes, "case %q:\nif %s.Contains(%s.ErrorMessage(), %q) {%s // other failures have the code as well\n%s}\n",
					sign.Code, form.Import("strings", "strings"), apiErr, sign.Message, comment, result)
			default:
				fmt.Fprintf(&codes, "case %q:%s\n%s", sign.Code, comment, result)
			}
		}
	}
	if codes.Len() == 0 {
		return types.String(), nil
	}
	body := "switch " + apiErr + ".ErrorCode() {\n" + codes.String() + "}\n"
	return types.String() + form.match(form.Import(awspath.Smithy, "smithy")+".APIError", apiErr, apiErr, "", body), nil
}

// match returns statements that do then, with a comment, where the error is of the type typ. used is the variable of the type that then uses, "" if
// it uses none; errors.As needs one all the same.
func (f Form) match(typ, used, variable, comment, then string) string {
	errors := f.Import("errors", "errors")
	if f.AsType {
		return fmt.Sprintf("if %s, ok := %s.AsType[%s](%s); ok {%s\n%s}\n", cmp.Or(used, "_"), errors, typ, f.Err, comment, then)
	}
	return fmt.Sprintf("var %s %s\nif %s.As(%s, &%s) {%s\n%s}\n", variable, typ, errors, f.Err, variable, comment, then)
}
