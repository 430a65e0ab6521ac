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

// TestOrdered runs handlers of sources whose records come in order, or are transformed, before and after the fixes: messages
// do not overtake the one that fails, Kafka delivers its record again, and Firehose does not pass it off as transformed.
func TestOrdered(t *testing.T) {
	const pkg = "./lambdabatch/ordered"
	before := lambdatest.Build(t, ruletest.Fixtures(t), pkg)
	after := lambdatest.Build(t, ruletest.Fixed(t, "lambdabatch"), pkg)

	const (
		messages = `{"Records":[{"messageId":"1","body":"good"},{"messageId":"2","body":"bad"},{"messageId":"3","body":"good"}]}`
		kafka    = `{"eventSource":"aws:kafka","records":{"orders-0":[
			{"topic":"orders","partition":0,"offset":41,"value":"Z29vZA=="},{"topic":"orders","partition":0,"offset":42,"value":"YmFk"}]}}`
		records = `{"records":[{"recordId":"1","data":"Z29vZA=="},{"recordId":"2","data":"YmFk"}]}`
	)
	type view = lambdatest.BatchView
	for _, tt := range []struct {
		name          string
		fn            *lambdatest.Function
		queue, stream view
	}{
		{"before", before, view{Done: []string{"1", "2", "3"}}, view{Done: []string{"orders-0@41", "orders-0@42"}}},
		{"after", after, view{Done: []string{"1"}, Retried: []string{"2", "3"}}, view{Done: []string{"orders-0@41"}, Retried: []string{"orders-0@42"}}},
	} {
		if got := lambdatest.SQS(tt.fn.Invoke(t, messages, "HANDLER=fifo"), true); !reflect.DeepEqual(got, tt.queue) {
			t.Errorf("FIFO queue, %s the fix: %+v, want %+v", tt.name, got, tt.queue)
		}
		if got := lambdatest.Kafka(tt.fn.Invoke(t, kafka, "HANDLER=kafka"), true); !reflect.DeepEqual(got, tt.stream) {
			t.Errorf("Kafka, %s the fix: %+v, want %+v", tt.name, got, tt.stream)
		}
	}
	passedOff := lambdatest.FirehoseView{Delivered: map[string]string{"1": "good", "2": "bad"}}
	if got := lambdatest.Firehose(before.Invoke(t, records, "HANDLER=firehose")); !reflect.DeepEqual(got, passedOff) {
		t.Errorf("Firehose, before the fix: %+v, want %+v", got, passedOff)
	}
	told := lambdatest.FirehoseView{Delivered: map[string]string{"1": "good"}, Failed: []string{"2"}}
	if got := lambdatest.Firehose(after.Invoke(t, records, "HANDLER=firehose")); !reflect.DeepEqual(got, told) {
		t.Errorf("Firehose, after the fix: %+v, want %+v", got, told)
	}
}
