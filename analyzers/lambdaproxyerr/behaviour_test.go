package lambdaproxyerr_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/lambdatest"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

const denied = "User: arn:aws:sts::123456789012:assumed-role/orders-fn/orders-fn is not authorized to perform: dynamodb:ListTables"

// TestBehaviour runs handlers of all sources before and after the fixes. Before, the client gets the same answer
// whatever went wrong; after, a status and a JSON object. It never gets the text of an error, which is logged.
func TestBehaviour(t *testing.T) {
	const pkg = "./lambdaproxyerr/behaviour"
	before := lambdatest.Build(t, ruletest.Fixtures(t), pkg)
	after := lambdatest.Build(t, ruletest.Fixed(t, "lambdaproxyerr"), pkg)
	answers := map[string]lambdatest.AWSResponse{"ListTables": lambdatest.JSONError(http.StatusBadRequest, "AccessDeniedException", denied)}
	const refused = "AWS_ENDPOINT_URL=http://127.0.0.1:1"

	for source, caller := range map[string]struct {
		view   func(*lambdatest.Invocation) lambdatest.HTTPView
		status int // of the answer to an error
	}{
		"rest": {lambdatest.RESTProxy, 502},
		"http": {lambdatest.HTTPAPI, 500},
		"url":  {lambdatest.FunctionURL, 502},
		"alb":  {lambdatest.ALB, 502},
	} {
		for _, tt := range []struct {
			path, env string
			status    int
			typ, log  string
		}{
			{"/plain", "", 500, "ServerException", "secret"},
			{"/aws", "", 400, "ClientException", denied},
			{"/aws", refused, 500, "ServerException", "127.0.0.1:1"},
		} {
			t.Run(source+tt.path+" "+tt.env, func(t *testing.T) {
				event := `{"path":"` + tt.path + `","rawPath":"` + tt.path + `"}`
				env := append(lambdatest.StartAWS(t, answers), "SOURCE="+source, tt.env)

				if got := caller.view(before.Invoke(t, event, env...)); got.Status != caller.status {
					t.Errorf("before the fixes the client gets %+v, want status %d", got, caller.status)
				}
				inv := after.Invoke(t, event, env...)
				got := caller.view(inv)
				var body struct {
					IsError       bool
					Type, Message string
				}
				if err := json.Unmarshal([]byte(got.Body), &body); err != nil {
					t.Fatalf("after the fixes the client gets %+v: %v", got, err)
				}
				if got.Status != tt.status || got.Header.Get("Content-Type") != "application/json" ||
					!body.IsError || body.Type != tt.typ || body.Message != http.StatusText(tt.status) {
					t.Errorf("after the fixes the client gets %+v, want status %d and %s", got, tt.status, tt.typ)
				}
				if strings.Contains(got.Body, tt.log) || !strings.Contains(inv.Log, tt.log) {
					t.Errorf("%q belongs into the log and not into the body: log\n%s\nbody %s", tt.log, inv.Log, got.Body)
				}
			})
		}
	}
}
