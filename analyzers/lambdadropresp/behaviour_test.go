package lambdadropresp_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/lambdatest"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

// TestBehaviour runs handlers of all sources before and after the fixes: only then does the client get their
// responses, and only then are the messages that did not fail done with. The error is logged in both cases.
func TestBehaviour(t *testing.T) {
	const pkg = "./lambdadropresp/behaviour"
	before := lambdatest.Build(t, ruletest.Fixtures(t), pkg)
	after := lambdatest.Build(t, ruletest.Fixed(t, "lambdadropresp"), pkg)
	invoke := func(t *testing.T, fn *lambdatest.Function, event, source string) *lambdatest.Invocation {
		inv := fn.Invoke(t, event, "SOURCE="+source)
		if !strings.Contains(inv.Log, "secret") {
			t.Errorf("the error is not logged:\n%s", inv.Log)
		}
		return inv
	}

	for source, caller := range map[string]struct {
		view   func(*lambdatest.Invocation) lambdatest.HTTPView
		status int // of the answer to an error
	}{
		"rest": {lambdatest.RESTProxy, 502},
		"http": {lambdatest.HTTPAPI, 500},
		"url":  {lambdatest.FunctionURL, 502},
		"alb":  {lambdatest.ALB, 502},
	} {
		t.Run(source, func(t *testing.T) {
			if got := caller.view(invoke(t, before, `{}`, source)); got.Status != caller.status {
				t.Errorf("before the fixes the client gets %+v, want status %d", got, caller.status)
			}
			if got := caller.view(invoke(t, after, `{}`, source)); got.Status != 400 || got.Body != `{"isError":true}` {
				t.Errorf("after the fixes the client gets %+v, want status 400 and the body", got)
			}
		})
	}
	t.Run("sqs", func(t *testing.T) {
		const event = `{"Records":[{"messageId":"1","body":"bad"},{"messageId":"2","body":"good"}]}`
		if got := lambdatest.SQS(invoke(t, before, event, "sqs"), true); !slices.Equal(got.Retried, []string{"1", "2"}) {
			t.Errorf("before the fixes %+v, want all messages again", got)
		}
		if got := lambdatest.SQS(invoke(t, after, event, "sqs"), true); !slices.Equal(got.Retried, []string{"1"}) || !slices.Equal(got.Done, []string{"2"}) {
			t.Errorf("after the fixes %+v, want message 1 again", got)
		}
	})
}
