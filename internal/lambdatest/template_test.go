package lambdatest

import (
	"encoding/json"
	"testing"
)

func TestTemplate(t *testing.T) {
	payload := string(lambdaError("errorString", `{"type":"ClientException","message":"no \"name\", don't"}`).Payload)
	const message = `no "name", don't`
	for _, tt := range []struct {
		name, template, want string
		valid                bool // the result is JSON
	}{
		{"path", `$input.path('$.errorType')`, "errorString", false},
		{"no such path", `"$input.path('$.none.a')"`, `""`, true},
		{"text of JSON", `$input.path('$.errorMessage')`, `{"type":"ClientException","message":"no \"name\", don't"}`, true},
		{"JSON of a text", `{"message":$input.json('$.errorType')}`, `{"message":"errorString"}`, true},
		{"JSON of a text with quotes", `$input.json('$.errorMessage')`, `"{\"type\":\"ClientException\",\"message\":\"no \\\"name\\\", don't\"}"`, true},
		{"parsed", "#set($e = $util.parseJson($input.path('$.errorMessage')))\n{\"message\":\"$e.message\"}", `{"message":"` + message + `"}`, false},
		{"escaped for JavaScript", "#set ($e = $util.parseJson($input.path('$.errorMessage')))\n{\"message\":\"$util.escapeJavaScript($e.message)\"}",
			`{"message":"no \"name\", don\'t"}`, false},
		{"escaped for JSON", "#set($e = $util.parseJson($input.path('$.errorMessage')))\n{\"message\":\"$util.escapeJavaScript($e.message).replaceAll(\"\\\\'\", \"'\")\"}",
			`{"message":"no \"name\", don't"}`, true},
		{"unknown", "$context.requestId, $5 and $util.escapeJavaScript($none)", "$context.requestId, $5 and $util.escapeJavaScript($none)", false},
	} {
		got := render(tt.template, payload)
		if got != tt.want || json.Valid([]byte(got)) != tt.valid {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
	if got := render(`$util.escapeJavaScript($input.path('$.a'))`, `{"a":"a/b\\\n\t\r\u0001é"}`); got != `a\/b\\\n\t\r\u0001\u00E9` {
		t.Errorf("escaped: %s", got)
	}
	if got := render(`<$input.path('$.a')>`, "no JSON"); got != "<>" {
		t.Errorf("of no JSON: %s", got)
	}
}
