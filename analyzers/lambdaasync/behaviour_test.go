package lambdaasync_test

import (
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/lambdatest"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

// TestBehaviour runs the handlers of the example, whose calls of AWS fail, before and after the fixes: only then does
// Lambda try the event again, and hand it to the on-failure destination in the end.
func TestBehaviour(t *testing.T) {
	const pkg = "./lambdaasync/example"
	before := lambdatest.Build(t, ruletest.Fixtures(t), pkg)
	after := lambdatest.Build(t, ruletest.Fixed(t, "lambdaasync"), pkg)
	env := lambdatest.StartAWS(t, map[string]lambdatest.AWSResponse{
		"PutItem":     lambdatest.JSONError(400, "ProvisionedThroughputExceededException", "slow down"),
		"SendMessage": lambdatest.JSONError(403, "AccessDeniedException", "no"),
	})
	for handler, event := range map[string]string{
		"topic":    lambdatest.SNSEvent,
		"upload":   lambdatest.S3Event,
		"schedule": lambdatest.EventBridgeEvent,
	} {
		t.Run(handler, func(t *testing.T) {
			env := append([]string{"HANDLER=" + handler}, env...)
			if got, want := lambdatest.Async(t, before, event, env...), (lambdatest.AsyncView{Tries: 1}); got != want {
				t.Errorf("before the fix: got %+v, want %+v", got, want)
			}
			if got, want := lambdatest.Async(t, after, event, env...), (lambdatest.AsyncView{Tries: 3, Destination: true, Condition: "RetriesExhausted"}); got != want {
				t.Errorf("after the fix: got %+v, want %+v", got, want)
			}
			if inv := after.Invoke(t, event, env...); !strings.Contains(inv.Log, "operation error") || inv.Error == nil {
				t.Errorf("after the fix: %+v, want an error that is logged as well", inv)
			}
		})
	}
	// An event that works is done at once.
	fine := append([]string{"HANDLER=schedule"}, lambdatest.StartAWS(t, map[string]lambdatest.AWSResponse{
		"SendMessage": {Status: 200, Body: `{"MessageId":"1"}`},
	})...)
	if got, want := lambdatest.Async(t, after, lambdatest.EventBridgeEvent, fine...), (lambdatest.AsyncView{Tries: 1}); got != want {
		t.Errorf("after the fix, where nothing fails: got %+v, want %+v", got, want)
	}
}
