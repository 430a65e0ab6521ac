package lambdabatch_test

import (
	"reflect"
	"testing"

	"github.com/awserrlint/awserrlint/internal/lambdatest"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

// TestBehaviour runs the example before and after the fixes: only then does the record that fails, and
// no other, come again.
func TestBehaviour(t *testing.T) {
	const pkg = "./lambdabatch/example"
	before := lambdatest.Build(t, ruletest.Fixtures(t), pkg)
	after := lambdatest.Build(t, ruletest.Fixed(t, "lambdabatch"), pkg)

	const (
		messages = `{"Records":[
			{"messageId":"1","receiptHandle":"r1","body":"{\"ID\":\"a\"}"},
			{"messageId":"2","receiptHandle":"r2","body":"{}"},
			{"messageId":"3","receiptHandle":"r3","body":"{\"ID\":\"c\"}"}]}`
		records = `{"Records":[
			{"eventID":"shard:1","kinesis":{"sequenceNumber":"1","data":"eyJJRCI6ImEifQ=="}},
			{"eventID":"shard:2","kinesis":{"sequenceNumber":"2","data":"e30="}},
			{"eventID":"shard:3","kinesis":{"sequenceNumber":"3","data":"eyJJRCI6ImMifQ=="}}]}`
	)
	type view = lambdatest.BatchView
	all := []string{"1", "2", "3"}
	for _, tt := range []struct {
		handler, event string
		poll           func(*lambdatest.Invocation, bool) view
		before, after  view
	}{
		{"messages", messages, lambdatest.SQS, view{Done: all}, view{Done: []string{"1", "3"}, Retried: []string{"2"}}},
		{"receipts", messages, lambdatest.SQS, view{Retried: all}, view{Done: []string{"1", "3"}, Retried: []string{"2"}}},
		{"stream", records, lambdatest.Stream, view{Done: all}, view{Done: []string{"1"}, Retried: []string{"2", "3"}}},
	} {
		if got := tt.poll(before.Invoke(t, tt.event, "HANDLER="+tt.handler), true); !reflect.DeepEqual(got, tt.before) {
			t.Errorf("%s: before the fix: %+v, want %+v", tt.handler, got, tt.before)
		}
		if got := tt.poll(after.Invoke(t, tt.event, "HANDLER="+tt.handler), true); !reflect.DeepEqual(got, tt.after) {
			t.Errorf("%s: after the fix: %+v, want %+v", tt.handler, got, tt.after)
		}
	}
}
