package lambdatest

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
)

const (
	octets = "application/octet-stream"
	page   = `{"statusCode":404,"headers":null,"multiValueHeaders":null,"body":"{}"}`
)

// testResults shows what is sent for a result without error.
func testResults(t *testing.T, fn *Function) {
	for _, tt := range []struct{ name, contentType, body string }{
		{"nil", jsonType, `null`},
		{"result nothing", jsonType, `null`},
		{"result nil pointer", jsonType, `null`},
		{"response", jsonType, page},
		{"result html", jsonType, `"<b>"`},
		{"result error", jsonType, `{}`},
		{"result map error", jsonType, `{"message":{}}`},
		{"reader", octets, `raw`},
		{"reader with type", "text/html", `<b>`},
		{"bytes", octets, `no JSON`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			inv := run(t, fn, tt.name)
			if inv.Failure() != nil || !inv.Responded || inv.Truncated || inv.ExitCode != Running {
				t.Fatalf("got %+v, want a response and a running process", inv)
			}
			if inv.ContentType != tt.contentType || string(inv.Response) != tt.body {
				t.Errorf("got %s %s, want %s %s", inv.ContentType, inv.Response, tt.contentType, tt.body)
			}
		})
	}
	t.Run("cfn", func(t *testing.T) {
		var status []byte
		cloudFormation := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
			status, _ = io.ReadAll(r.Body)
		}))
		inv := fn.Invoke(t, `{"RequestType":"Create","ResponseURL":"`+cloudFormation.URL+`"}`, "CASE=cfn")
		cloudFormation.Close()
		if inv.Failure() != nil || string(inv.Response) != `""` {
			t.Errorf("got %+v, want a success", inv)
		}
		if !bytes.Contains(status, []byte(`"Status":"FAILED"`)) || !bytes.Contains(status, []byte(`"Reason":"no such stack"`)) {
			t.Errorf("CloudFormation was told %s", status)
		}
	})
}
