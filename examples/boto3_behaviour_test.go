package examples

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xeipuuv/gojsonschema"

	"github.com/awserrlint/awserrlint/internal/lambdatest"
)

// TestBoto3Behaviour runs the tests of boto3/right on boto3/wrong: each of them fails
// there, and passes in what -fix makes of it.
func TestBoto3Behaviour(t *testing.T) {
	tests, err := os.ReadFile("boto3/right/right_test.go")
	if err != nil {
		t.Fatal(err)
	}
	names := regexp.MustCompile(`(?m)^func (Test\w+)`).FindAllSubmatch(tests, -1)
	tests = bytes.Replace(tests, []byte("package right"), []byte("package wrong"), 1)
	dir := copyBoto3(t)
	if err := os.WriteFile(filepath.Join(dir, "wrong", "wrong_test.go"), tests, 0o666); err != nil {
		t.Fatal(err)
	}
	before := run(t, dir, 1, "go", "test", "./wrong")
	for _, name := range names {
		if !bytes.Contains(before, []byte("--- FAIL: "+string(name[1])+" ")) {
			t.Errorf("%s passes in boto3/wrong", name[1])
		}
	}
	fix(t, dir)
	run(t, dir, 0, "go", "test", "./wrong")
}

// TestBoto3Function shows what the clients of a REST API get of Lambda functions: an
// error that fits the model of the API, or with those of boto3/wrong, one that does not
// until -fix has been run.
func TestBoto3Function(t *testing.T) {
	api, model := readAPI(t)
	fixed := copyBoto3(t)
	fix(t, fixed)
	for _, test := range []struct {
		dir, pkg string
		fits     bool
	}{
		{"boto3", "./right/function", true},
		{"boto3", "./wrong/function", false},
		{fixed, "./wrong/function", true},
		{"boto3", "./wrong/toplevel", false},
		{fixed, "./wrong/toplevel", true},
	} {
		fn := lambdatest.Build(t, test.dir, test.pkg)
		for _, call := range []struct {
			event  string
			answer lambdatest.AWSResponse
			status int
			body   string
		}{
			{`{}`, lambdatest.AWSResponse{}, 400, `{"isError":true,"type":"ClientException","message":"accessToken is missing"}`},
			{`{"accessToken":"t"}`, lambdatest.JSONError(400, "NotAuthorizedException", "Access Token has been revoked"),
				400, `{"isError":true,"type":"ClientException","message":"bad access token"}`},
			{`{"accessToken":"t"}`, lambdatest.JSONError(500, "InternalErrorException", "arn:aws:cognito-idp:us-east-1:123456789012:userpool/p"),
				500, `{"isError":true,"type":"ServerException","message":"internal error"}`},
		} {
			view := api.View(fn.Invoke(t, call.event, lambdatest.StartAWS(t, map[string]lambdatest.AWSResponse{"GlobalSignOut": call.answer})...))
			valid, err := model.Validate(gojsonschema.NewStringLoader(view.Body))
			fits := err == nil && valid.Valid() && view.Status == call.status && view.Body == call.body
			if fits != test.fits {
				t.Errorf("%s in %s answers %d %s to %s", test.pkg, test.dir, view.Status, view.Body, call.event)
			}
		}
		done := map[string]lambdatest.AWSResponse{"GlobalSignOut": {Status: 200, Body: "{}"}}
		if view := api.View(fn.Invoke(t, `{"accessToken":"t"}`, lambdatest.StartAWS(t, done)...)); view.Status != 200 || view.Body != `{"signedOut":true}` {
			t.Errorf("%s in %s answers %d %s", test.pkg, test.dir, view.Status, view.Body)
		}
	}
}

// TestBoto3Templates shows what the templates of docs/from-boto3.md make of an error whose message has
// quotes: a body that fits the model of the API, or no JSON at all.
func TestBoto3Templates(t *testing.T) {
	api, model := readAPI(t)
	const message = `"name" is missing; don't \ leave it out` + "\n"
	text, err := json.Marshal(map[string]any{"isError": true, "type": "ClientException", "message": message})
	if err != nil {
		t.Fatal(err)
	}
	payload, err := json.Marshal(map[string]string{"errorMessage": string(text), "errorType": "Error"})
	if err != nil {
		t.Fatal(err)
	}
	failed := &lambdatest.Invocation{Error: &lambdatest.FunctionError{Message: string(text), Type: "Error", Payload: string(payload)}}
	for name, fits := range map[string]bool{"": true, "boto3/composed.vtl": false, "boto3/escaped.vtl": true} {
		integration := slices.Clone(api)
		if name != "" {
			template, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			for i := range integration {
				integration[i].Template = string(template)
			}
		}
		view := integration.View(failed)
		var body struct{ Message string }
		valid, err := model.Validate(gojsonschema.NewStringLoader(view.Body))
		have := err == nil && valid.Valid() && json.Unmarshal([]byte(view.Body), &body) == nil && body.Message == message
		if have != fits || view.Status != 400 {
			t.Errorf("%s: %d %s", name, view.Status, view.Body)
		}
	}
}

// readAPI returns the integration that boto3/api.json describes, and its model of errors.
func readAPI(t *testing.T) (lambdatest.RESTIntegration, *gojsonschema.Schema) {
	t.Helper()
	text, err := os.ReadFile("boto3/api.json")
	if err != nil {
		t.Fatal(err)
	}
	var doc struct {
		Paths map[string]map[string]struct {
			Integration struct {
				Responses map[string]struct {
					StatusCode        string
					ResponseTemplates map[string]string
				}
			} `json:"x-amazon-apigateway-integration"`
		}
		Components struct {
			Schemas map[string]any
		}
	}
	if err := json.Unmarshal(text, &doc); err != nil {
		t.Fatal(err)
	}
	var api lambdatest.RESTIntegration
	for pattern, r := range doc.Paths["/sign-out"]["post"].Integration.Responses {
		if pattern == "default" {
			continue
		}
		status, err := strconv.Atoi(r.StatusCode)
		if err != nil {
			t.Fatal(err)
		}
		api = append(api, lambdatest.IntegrationResponse{Pattern: pattern, Status: status, Template: r.ResponseTemplates["application/json"]})
	}
	model, err := gojsonschema.NewSchema(gojsonschema.NewGoLoader(doc.Components.Schemas["Error"]))
	if err != nil {
		t.Fatal(err)
	}
	return api, model
}

// copyBoto3 copies the module boto3 to a new folder.
func copyBoto3(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("boto3")); err != nil {
		t.Fatal(err)
	}
	return dir
}

// fix puts the golden files of a copy of boto3 in place, which TestBoto3 holds against
// what -fix makes.
func fix(t *testing.T, dir string) {
	t.Helper()
	for _, name := range wrongFiles(t) {
		if err := os.Rename(filepath.Join(dir, name+".golden"), filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
}

// wrongFiles returns the names of the files below boto3/wrong, as seen from boto3.
func wrongFiles(t *testing.T) []string {
	t.Helper()
	var names []string
	err := fs.WalkDir(os.DirFS("boto3"), "wrong", func(path string, _ fs.DirEntry, err error) error {
		if strings.HasSuffix(path, ".go") {
			names = append(names, filepath.FromSlash(path))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}
