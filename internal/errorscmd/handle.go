package errorscmd

import (
	"encoding/json"
	"fmt"
	"go/format"
	"go/token"
	"go/version"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/knowledge"
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

// handling returns a Go file with a function that calls the operation with that output and tells its errors
// apart, by errors.AsType or by errors.As.
func handling(s *model.Service, out awssdk.Output, asType bool) (string, error) {
	operation := out.Operation
	imports := make(map[string]bool)
	imported := func(path, name string) string {
		imports[path] = true
		return name
	}
	cases, err := casesOf(s, operation, Form{
		AsType: asType,
		Err:    "err",
		Import: imported,
		Fresh:  func(name string) string { return name },
		Result: func(m model.Meaning) string {
			return fmt.Sprintf("return nil, %s.Errorf(%q, err)", imported("fmt", "fmt"), string(m)+": %w")
		},
	})
	if err != nil {
		return "", err
	}
	partial := partialFailure(out)
	imports["context"], imports[servicePrefix+s.Name] = true, true
	imports["errors"] = imports["errors"] || partial != ""
	var b strings.Builder
	b.WriteString("package example\n\nimport (\n")
	std := true
	paths := slices.SortedFunc(maps.Keys(imports), byHost)
	for _, path := range slices.DeleteFunc(paths, func(path string) bool { return !imports[path] }) {
		if now := knowledge.IsStd(path); now != std {
			b.WriteString("\n")
			std = now
		}
		fmt.Fprintf(&b, "%q\n", path)
	}
	b.WriteString(")\n\n")
	fmt.Fprintf(&b, "// %s calls %s.%s and says what kind of failure an error is, as far as the source of\n// service/%[2]s %[4]s and the documentation of AWS tell.\n",
		funcName(operation), s.Name, operation, s.Version)
	fmt.Fprintf(&b, "func %s(ctx context.Context, client *%s.Client, in *%[2]s.%[3]sInput) (*%[2]s.%[3]sOutput, error) {\n", funcName(operation), s.Name, operation)
	fmt.Fprintf(&b, "out, err := client.%s(ctx, in)\nif err == nil {\n%sreturn out, nil\n}\n%s", operation, partial, cases)
	b.WriteString("return nil, err // the network, a context that has ended, and whatever else the service sends\n}\n")
	source, err := format.Source([]byte(b.String()))
	return string(source), err
}

// byHost sorts the paths of the standard library before others.
func byHost(a, b string) int {
	if knowledge.IsStd(a) != knowledge.IsStd(b) {
		if knowledge.IsStd(a) {
			return -1
		}
		return 1
	}
	return strings.Compare(a, b)
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
