package docs

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

// TestEventTypes checks that the table of event types in docs/lambda.md has exactly those that the package events of
// aws-lambda-go declares, and calls asynchronous those that package handler does.
func TestEventTypes(t *testing.T) {
	specs := eventSpecs(t)
	declared := eventTypes(specs)
	if len(declared) < 50 || !declared["SNSEvent"] || !declared["S3BatchJobEventV2"] || !declared["CognitoEventUserPoolsPreSignup"] {
		t.Fatalf("the package has the event types %v, which cannot be all", declared)
	}
	quoted := regexp.MustCompile("`([^`]*)`")
	rows := make(map[string]bool)
	for _, table := range tables(section(t, "docs/lambda.md", "Event types")) {
		for _, cells := range table {
			if len(cells) != 5 {
				t.Errorf("%s: want five columns", cells[0])
				continue
			}
			for _, m := range quoted.FindAllStringSubmatch(cells[0], -1) {
				name := m[1]
				if name == "events" {
					continue // the header
				}
				if rows[name] {
					t.Errorf("%s stands there twice", name)
				}
				rows[name] = true
				if !declared[name] {
					t.Errorf("package events declares no event type %s", name)
				}
				if async := sourceOf(specs, name) == handler.Async; async != (cells[2] == "asynchronous") && name != "S3TestEvent" {
					t.Errorf("%s is %s in the table, and asynchronous in package handler: %v", name, cells[2], async)
				}
			}
		}
	}
	for name := range declared {
		if !rows[name] {
			t.Errorf("%s has no row in docs/lambda.md", name)
		}
	}
}

// sourceOf returns the source of events of the type called name, of the package with the declarations specs.
func sourceOf(specs []*ast.TypeSpec, name string) handler.Source {
	for i := 0; i < len(specs); i++ {
		if original, ok := specs[i].Type.(*ast.Ident); ok && specs[i].Assign.IsValid() && specs[i].Name.Name == name {
			name, i = original.Name, -1
		}
	}
	obj := types.NewTypeName(token.NoPos, types.NewPackage(awspath.Events, "events"), name, nil)
	return handler.RequestSource(types.NewNamed(obj, new(types.Struct), nil))
}

// event matches the names of types of events. Some that API Gateway sends are requests, and those of Cognito tell their trigger.
var event = regexp.MustCompile(`Event(V\d+)?$|Request$|^CognitoEventUserPools[A-Za-z]+(V\d(_\d)?)?$`)

// eventTypes returns the exported types among specs that are events: they have such a name, and are no part of
// another type, unless that is an event with more to it.
func eventTypes(specs []*ast.TypeSpec) map[string]bool {
	found := make(map[string]bool)
	for _, spec := range specs {
		if ast.IsExported(spec.Name.Name) && event.MatchString(spec.Name.Name) {
			found[spec.Name.Name] = true
		}
	}
	for _, spec := range specs {
		s, ok := spec.Type.(*ast.StructType)
		if !ok {
			continue
		}
		for _, field := range s.Fields.List {
			ast.Inspect(field.Type, func(n ast.Node) bool {
				if id, ok := n.(*ast.Ident); ok && (len(field.Names) > 0 || !strings.HasSuffix(id.Name, "Event")) {
					delete(found, id.Name)
				}
				return true
			})
		}
	}
	return found
}

// eventSpecs returns the declarations of types of package events, of the version that fixtures compile against.
func eventSpecs(t *testing.T) []*ast.TypeSpec {
	t.Helper()
	cmd := exec.Command("go", "list", "-f", "{{.Dir}}", awspath.Events)
	cmd.Dir = ruletest.Fixtures(t)
	dir, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(strings.TrimSpace(string(dir)), "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var specs []*ast.TypeSpec
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if spec, ok := n.(*ast.TypeSpec); ok {
				specs = append(specs, spec)
			}
			return true
		})
	}
	return specs
}
