package errorscmd

import (
	"encoding/json"
	"fmt"
	"go/format"
	"go/token"
	"go/version"
	"io"
	"strconv"
	"strings"
	"unicode"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/fix"
)

// A snippet is Go code that calls an operation and tells its errors apart. The fields are the JSON
// format.
type snippet struct {
	Service   string `json:"service"`
	Operation string `json:"operation"`
	Version   string `json:"version"`
	Source    string `json:"source"` // a Go file
}

// newSnippet returns the code for an operation, by errors.AsType or by errors.As.
func newSnippet(s *service, operation string, asType bool) (*snippet, error) {
	if operation == "" {
		return nil, noOperation(s.Name)
	}
	if _, err := s.Errors(operation); err != nil {
		return nil, s.withMeant(err, operation)
	}
	out, err := outputOf(s.Service, operation)
	if err != nil {
		return nil, err
	}
	source, err := handling(s.Service, out, asType)
	if err != nil {
		return nil, err
	}
	return &snippet{s.Name, operation, s.Version, source}, nil
}

// hasAsType reports whether the module of dir may call errors.AsType, which is there since Go 1.26.
func hasAsType(dir string) bool {
	out, err := goCommand(dir, "mod", "edit", "-json")
	var file struct{ Go string }
	if err != nil || json.Unmarshal([]byte(out), &file) != nil || file.Go == "" {
		return true // a workspace, whose modules may differ
	}
	return version.Compare("go"+file.Go, "go1.26") >= 0
}

func (s *snippet) writeText(w io.Writer) error {
	_, err := io.WriteString(w, s.Source)
	return err
}

// handled are the meanings that the code tells apart, in this order.
var handled = []model.Meaning{model.Missing, model.Conflict, model.Denied, model.Throttled}

// handling returns a Go file with a function that calls the operation with that output and tells its errors
// apart, by errors.AsType or by errors.As.
func handling(s *model.Service, out awssdk.Output, asType bool) (string, error) {
	operation := out.Operation
	var types, codes strings.Builder // the matches by type, and the cases by code
	seen := make(map[string]bool)    // types and codes that are matched already
	message := false
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
			switch result := fmt.Sprintf("return nil, fmt.Errorf(%q, err)\n", string(m)+": %w"); {
			case sign.Type != "" && asType:
				fmt.Fprintf(&types, "if _, ok := errors.AsType[*types.%s](err); ok {\n%s}\n", sign.Type, result)
			case sign.Type != "":
				v := fix.VarName(sign.Type)
				fmt.Fprintf(&types, "var %s *types.%s\nif errors.As(err, &%[1]s) {\n%[3]s}\n", v, sign.Type, result)
			case sign.Message != "":
				message = true
				fmt.Fprintf(&codes, "case %q:\nif strings.Contains(apiErr.ErrorMessage(), %q) { // other failures have the code as well\n%s}\n", sign.Code, sign.Message, result)
			default:
				fmt.Fprintf(&codes, "case %q:\n%s", sign.Code, result)
			}
		}
	}

	var b strings.Builder
	b.WriteString("package example\n\nimport (\n\"context\"\n\"errors\"\n\"fmt\"\n")
	if message {
		b.WriteString("\"strings\"\n")
	}
	path := servicePrefix + s.Name
	fmt.Fprintf(&b, "\n%s\n", strconv.Quote(path))
	if types.Len() > 0 {
		fmt.Fprintf(&b, "%s\n", strconv.Quote(path+"/types"))
	}
	fmt.Fprintf(&b, "%s\n)\n\n", strconv.Quote(awspath.Smithy))
	fmt.Fprintf(&b, "// %s calls %s.%s and says what kind of failure an error is, as far as the source of\n// service/%[2]s %[4]s and the documentation of AWS tell.\n",
		funcName(operation), s.Name, operation, s.Version)
	fmt.Fprintf(&b, "func %s(ctx context.Context, client *%s.Client, in *%[2]s.%[3]sInput) (*%[2]s.%[3]sOutput, error) {\n", funcName(operation), s.Name, operation)
	fmt.Fprintf(&b, "out, err := client.%s(ctx, in)\nif err == nil {\n%sreturn out, nil\n}\n%s", operation, partialFailure(out), types.String())
	if asType {
		b.WriteString("if apiErr, ok := errors.AsType[smithy.APIError](err); ok {\n")
	} else {
		b.WriteString("var apiErr smithy.APIError\nif errors.As(err, &apiErr) {\n")
	}
	fmt.Fprintf(&b, "switch apiErr.ErrorCode() {\n%s}\n}\n", codes.String())
	b.WriteString("return nil, err // the network, a context that has ended, and whatever else the service sends\n}\n")
	source, err := format.Source([]byte(b.String()))
	return string(source), err
}

// funcName returns the name of a function that calls the operation: getObject.
func funcName(operation string) string {
	r := []rune(operation)
	r[0] = unicode.ToLower(r[0])
	if name := string(r); !token.IsKeyword(name) {
		return name
	}
	return "call" + operation
}
