package lambdatest

import (
	"strings"
	"testing"
)

// dump is how a *messages.InvokeResponse_Error prints.
const dump = `messages.InvokeResponse_Error{Message:"{\"isError\":true}", Type:"Teapot"...`

// testErrors shows the payload for a returned error: its outermost type, without the package, and its text.
func testErrors(t *testing.T, fn *Function) {
	for _, tt := range []struct{ name, typ, message string }{
		{"errors.New", "errorString", "plain"},
		{"fmt.Errorf", "errorString", "plain 1"},
		{"io.EOF", "errorString", "EOF"},
		{"wrapped", "wrapError", "ctx: EOF"},
		{"wrapped twice", "wrapErrors", "EOF, multiple Read calls return no data or error"},
		{"joined", "joinError", "a\nb"},
		{"value", "valueErr", "value"},
		{"pointer", "ptrErr", "pointer"},
		{"wrapped pointer", "wrapError", "ctx: pointer"},
		{"generic", "genErr[map[string]int]", "generic"},
		{"anonymous", "", "EOF"},
		{"deadline", "deadlineExceededError", "context deadline exceeded"},
		{"response error", "Teapot", `{"isError":true}`},
		{"response error ptr", "InvokeResponse_Error", dump},
		{"response error wrap", "wrapError", "ctx: " + dump},
		{"json", "jsonErr", `{"isError":true}`},
		{"wrapped json", "wrapError", `get: {"isError":true}`},
		{"MarshalJSON", "marshalErr", "text"},
		{"html", "errorString", "<b>\ufffd"},
		{"concrete nil-safe", "safeErr", "nil-safe"},
		{"response and error", "errorString", "no such order"},
		{"bad signature", "errorString", "handler takes two arguments, but the first is not Context. got int"},
		{"result chan", "UnsupportedTypeError", "json: unsupported type: chan int"},
		{"result NaN", "UnsupportedValueError", "json: unsupported value: NaN"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			inv := run(t, fn, tt.name)
			if inv.Error == nil || inv.Responded || inv.ExitCode != Running {
				t.Fatalf("got %+v, want an error and a running process", inv)
			}
			if inv.Error.Type != tt.typ {
				t.Errorf("type %q, want %q", inv.Error.Type, tt.typ)
			}
			start, cut := strings.CutSuffix(tt.message, "...")
			if message := inv.Error.Message; !strings.HasPrefix(message, start) || !cut && message != start {
				t.Errorf("message %q, want %q", message, tt.message)
			}
			if len(inv.Error.StackTrace) > 0 {
				t.Errorf("an error has no stack trace, got %v", inv.Error.StackTrace)
			}
			if !strings.Contains(inv.Log, inv.Error.Payload) {
				t.Errorf("the payload is not logged:\n%s", inv.Log)
			}
		})
	}
	t.Run("payload", func(t *testing.T) {
		for name, want := range map[string]string{
			"json": `{"errorMessage":"{\"isError\":true}","errorType":"jsonErr"}`,
			"html": `{"errorMessage":"\u003cb\u003e\ufffd","errorType":"errorString"}`,
		} {
			if got := run(t, fn, name).Error.Payload; got != want {
				t.Errorf("%s: payload %s, want %s", name, got, want)
			}
		}
	})
}
