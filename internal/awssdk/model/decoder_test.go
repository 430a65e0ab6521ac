package model_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/awssdk/model"
)

// fakeService writes a service package whose only operation, Get, has the given decoder.
func fakeService(t *testing.T, decoder string) string {
	t.Helper()
	dir := t.TempDir()
	write(t, dir, "api_client.go", "package fake\n")
	write(t, dir, "api_op_Get.go", "package fake\n")
	write(t, dir, "types/errors.go", `package types

type Gone struct{}

func (e *Gone) ErrorCode() string { return "Gone" }
func (e *Gone) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
`)
	write(t, dir, "deserializers.go", "package fake\n\ntype awsRestxml_deserializeOpGet struct{}\n\n"+decoder)
	return dir
}

func write(t *testing.T, dir, name, content string) {
	t.Helper()
	file := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(content), 0o666); err != nil {
		t.Fatal(err)
	}
}

// TestUnknownForms shows that nothing is claimed about source of an unknown form.
func TestUnknownForms(t *testing.T) {
	const head = "func awsRestxml_deserializeOpErrorGet(response *Response) error {\n"
	const gone = "\tcase strings.EqualFold(\"Gone\", errorCode):\n\t\treturn awsRestxml_deserializeErrorGone(response)\n"
	for _, test := range []struct {
		name, decoder string
		known         bool
	}{
		{"known", head + "\tswitch {\n" + gone + "\tdefault:\n\t\treturn nil\n\t}\n}\n", true},
		{"carriage returns", strings.ReplaceAll(head+"\tswitch {\n"+gone+"\tdefault:\n\t\treturn nil\n\t}\n}\n", "\n", "\r\n"), true},
		{"no decoder", "", false},
		{"no switch", head + "\treturn decode(response)\n}\n", false},
		{"two switches", head + "\tswitch {\n" + gone + "\t}\n\tswitch {\n" + gone + "\t}\n}\n", false},
		{"other comparison", head + "\tswitch {\n\tcase hasPrefix(errorCode):\n\t\treturn awsRestxml_deserializeErrorGone(response)\n\t}\n}\n", false},
		{"other decoder", head + "\tswitch {\n\tcase strings.EqualFold(\"Gone\", errorCode):\n\t\treturn decode(response)\n\t}\n}\n", false},
		{"type without code", head + "\tswitch {\n\tcase strings.EqualFold(\"Lost\", errorCode):\n\t\treturn awsRestxml_deserializeErrorLost(response)\n\t}\n}\n", false},
		{"no Go", head + "\tswitch {\n}\n", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			s, err := model.Load(fakeService(t, test.decoder))
			if err != nil {
				t.Fatal(err)
			}
			errs, err := s.Errors("Get")
			if known := err == nil; known != test.known {
				t.Fatalf("got %v, %v", errs, err)
			}
			if test.known && !slices.Equal(types(errs), []string{"Gone"}) {
				t.Errorf("got %v", errs)
			}
		})
	}
}

// TestRegistry reads a service-wide registry whose last schema has nothing after it
// but a function, and whose Thing is no error.
func TestRegistry(t *testing.T) {
	const entry = `
	"com.amazonaws.fake#%s": {
		Schema: schemas.%[1]s,
		New:    func() any { return &types.%[1]s{} },
	},`
	const schema = "\nvar %s = smithy.NewSchema(smithy.ShapeID{\n\tName: %[1]q,\n}, smithy.ShapeTypeStructure, 0%s)\n"
	fake := func(entries ...string) *model.Service {
		dir := fakeService(t, "")
		if err := os.Remove(filepath.Join(dir, "deserializers.go")); err != nil {
			t.Fatal(err)
		}
		write(t, dir, "api_client.go", "package fake\n\nfunc New() {\n\toptions.Protocol = awsquery.New(schemas.Fake)\n}\n")
		write(t, dir, "type_registry.go", "package fake\n\nvar TypeRegistry = &smithy.TypeRegistry{Entries: map[string]*smithy.TypeRegistryEntry{"+strings.Join(entries, "")+"\n}}\n")
		write(t, dir, "schemas/schemas.go", "package schemas\n"+fmt.Sprintf(schema, "Thing", "")+
			fmt.Sprintf(schema, "Gone", `, &smithytraits.Error{Type: "client"}, &smithytraits.AWSQueryError{ErrorCode: "Fake.Gone", StatusCode: 400}`)+
			"\nfunc init() {\n\tThing.AddMember(\"x\", smithyprelude.String)\n}\n")
		s, err := model.Load(dir)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}

	errs, err := fake(fmt.Sprintf(entry, "Gone"), fmt.Sprintf(entry, "Thing")).Errors("Get")
	if err != nil || len(errs) != 1 {
		t.Fatalf("got %+v, %v", errs, err)
	}
	if e := errs[0]; e.Type != "Gone" || e.Code != "Gone" || !slices.Equal(e.WireCodes, []string{"Gone", "Fake.Gone"}) || e.HTTPStatus != 400 || e.QueryCompatible {
		t.Errorf("got %+v", e)
	}

	if errs, err := fake("\n\"com.amazonaws.fake#Gone\": smithy.RegistryEntry[Gone](nil),").Errors("Get"); err == nil {
		t.Errorf("of an unknown form: got %+v", errs)
	}
}

func TestLoadFails(t *testing.T) {
	other := t.TempDir()
	write(t, other, "api_client.go", "package fake\n")
	both := fakeService(t, "")
	write(t, both, "type_registry.go", "package fake\n")
	protocol := fakeService(t, "")
	write(t, protocol, "deserializers.go", "package fake\n\ntype newProtocol_deserializeOpGet struct{}\n")
	for name, dir := range map[string]string{
		"no folder":        filepath.Join(other, "none"),
		"no decoder":       other,
		"two decoders":     both,
		"unknown protocol": protocol,
	} {
		if s, err := model.Load(dir); err == nil {
			t.Errorf("%s: got %+v, want an error", name, s)
		}
	}
}
