package lambdabody_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/lambdatest"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

const denied = "User: arn:aws:sts::123456789012:assumed-role/orders-fn/orders-fn is not authorized to perform: dynamodb:ListTables"

// TestBehaviour runs handlers of all sources before and after the fixes. Before, error bodies are text; after, they
// are JSON with the same message, and no client reads the text of an error of AWS any more, which is logged.
func TestBehaviour(t *testing.T) {
	const pkg = "./lambdabody/behaviour"
	before := lambdatest.Build(t, ruletest.Fixtures(t), pkg)
	after := lambdatest.Build(t, ruletest.Fixed(t, "lambdabody"), pkg)
	answers := map[string]lambdatest.AWSResponse{"ListTables": lambdatest.JSONError(http.StatusBadRequest, "AccessDeniedException", denied)}

	for source, view := range map[string]func(*lambdatest.Invocation) lambdatest.HTTPView{
		"rest": lambdatest.RESTProxy,
		"http": lambdatest.HTTPAPI,
		"url":  lambdatest.FunctionURL,
		"alb":  lambdatest.ALB,
	} {
		for _, tt := range []struct {
			path          string
			status        int
			text, message string // of the body before and after
			log           string
		}{
			{"/none", 404, "no path", "no path", ""},
			{"/own", 400, `no path "/own"`, `no path "/own"`, ""},
			{"/aws", 400, denied, "Bad Request", denied},
		} {
			t.Run(source+tt.path, func(t *testing.T) {
				event := `{"path":"` + tt.path + `","rawPath":"` + tt.path + `"}`
				env := append(lambdatest.StartAWS(t, answers), "SOURCE="+source)

				got := view(before.Invoke(t, event, env...))
				if got.Status != tt.status || json.Valid([]byte(got.Body)) || !strings.Contains(got.Body, tt.text) {
					t.Errorf("before the fixes the client gets %+v, want status %d and text", got, tt.status)
				}
				inv := after.Invoke(t, event, env...)
				got = view(inv)
				var body struct {
					IsError       bool
					Type, Message string
				}
				if err := json.Unmarshal([]byte(got.Body), &body); err != nil {
					t.Fatalf("after the fixes the client gets %+v: %v", got, err)
				}
				if got.Status != tt.status || got.Header.Get("Content-Type") != "application/json" ||
					!body.IsError || body.Type != "ClientException" || body.Message != tt.message {
					t.Errorf("after the fixes the client gets %+v, want status %d and %s", got, tt.status, tt.message)
				}
				if !strings.Contains(inv.Log, tt.log) {
					t.Errorf("%q is not logged:\n%s", tt.log, inv.Log)
				}
			})
		}
	}
}

// TestServed runs HTTP servers before and after the fixes: what AWS says of roles and accounts reaches
// their clients, and then the log alone.
func TestServed(t *testing.T) {
	env := append(lambdatest.StartAWS(t, map[string]lambdatest.AWSResponse{
		"ListTables": lambdatest.JSONError(http.StatusBadRequest, "AccessDeniedException", denied),
	}), "AWS_REGION=eu-central-1")
	const pkg = "./lambdabody/served"
	before := ruletest.Output(t, ruletest.Fixtures(t), pkg, env...)
	after := ruletest.Output(t, ruletest.Fixed(t, "lambdabody"), pkg, env...)
	for _, want := range []string{"http: Internal Server Error", `gin: {"error":"Internal Server Error"}`, `echo: {"message":"Internal Server Error"}`} {
		server, _, _ := strings.Cut(want, " ")
		if body := lineOf(before, server); !strings.Contains(body, denied) {
			t.Errorf("before the fixes the client gets %q, want %q in it", body, denied)
		}
		if body := lineOf(after, server); body != want {
			t.Errorf("after the fixes the client gets %q, want %q", body, want)
		}
	}
	if n := strings.Count(after, denied); n != 3 {
		t.Errorf("after the fixes the error is logged %d times, want 3:\n%s", n, after)
	}
}

// lineOf returns the line of text that begins with prefix.
func lineOf(text, prefix string) string {
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, prefix) {
			return strings.TrimSpace(line)
		}
	}
	return ""
}
