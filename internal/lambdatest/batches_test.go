package lambdatest

import (
	"reflect"
	"testing"
)

func TestBatches(t *testing.T) {
	var (
		queue   = `{"Records":[{"messageId":"1","receiptHandle":"r"},{"messageId":"2"},{"messageId":"3"}]}`
		kinesis = `{"Records":[{"kinesis":{"sequenceNumber":"1"}},{"kinesis":{"sequenceNumber":"2"}},{"kinesis":{"sequenceNumber":"3"}}]}`
		dynamo  = `{"Records":[{"dynamodb":{"SequenceNumber":"1"}},{"dynamodb":{"SequenceNumber":"2"}},{"dynamodb":{"SequenceNumber":"3"}}]}`
		done    = BatchView{Done: []string{"1", "2", "3"}}
		retried = BatchView{Retried: []string{"1", "2", "3"}}
	)
	for _, tt := range []struct {
		name   string
		inv    *Invocation
		plain  BatchView // without ReportBatchItemFailures
		queue  BatchView
		stream BatchView
	}{
		{"error", failed("no"), retried, retried, retried},
		{"crash", &Invocation{ExitCode: 1}, retried, retried, retried},
		{"nothing", responded(`null`), done, done, done},
		{"no failures", responded(`{"batchItemFailures":null}`), done, done, done},
		{"empty list", responded(`{"batchItemFailures":[]}`), done, done, done},
		{"one failure", responded(`{"batchItemFailures":[{"itemIdentifier":"2"}]}`), done,
			BatchView{Done: []string{"1", "3"}, Retried: []string{"2"}},
			BatchView{Done: []string{"1"}, Retried: []string{"2", "3"}}},
		{"lowest failure", responded(`{"batchItemFailures":[{"itemIdentifier":"3"},{"itemIdentifier":"1"}]}`), done,
			BatchView{Done: []string{"2"}, Retried: []string{"1", "3"}}, BatchView{Done: []string{}, Retried: retried.Retried}},
		{"receipt handle", responded(`{"batchItemFailures":[{"itemIdentifier":"r"}]}`), done, retried, retried},
		{"empty identifier", responded(`{"batchItemFailures":[{"itemIdentifier":""}]}`), done, retried, retried},
		{"no tags", responded(`{"batchItemFailures":[{"ItemIdentifier":"2"}]}`), done, retried, retried},
		{"no object", responded(`"ok"`), done, retried, retried},
	} {
		t.Run(tt.name, func(t *testing.T) {
			check := func(source, event string, view func(*Invocation, bool) BatchView, want BatchView) {
				tt.inv.Event = []byte(event)
				if got := view(tt.inv, false); !reflect.DeepEqual(got, tt.plain) {
					t.Errorf("%s: got %v, want %v", source, got, tt.plain)
				}
				if got := view(tt.inv, true); !reflect.DeepEqual(got, want) {
					t.Errorf("%s, reporting failures: got %v, want %v", source, got, want)
				}
			}
			check("SQS", queue, SQS, tt.queue)
			check("Kinesis", kinesis, Stream, tt.stream)
			check("DynamoDB", dynamo, Stream, tt.stream)
		})
	}
}

func TestKafka(t *testing.T) {
	const event = `{"records":{"orders-1":[{"offset":7}],"orders-0":[{"offset":41},{"offset":42}]}}`
	all := []string{"orders-0@41", "orders-0@42", "orders-1@7"}
	done, retried := BatchView{Done: all}, BatchView{Retried: all}
	for _, tt := range []struct {
		name            string
		inv             *Invocation
		plain, reported BatchView
	}{
		{"error", failed("no"), retried, retried},
		{"null", responded(`null`), done, done},
		{"empty object", responded(`{}`), done, done},
		{"one failure", responded(`{"batchItemFailures":[{"itemIdentifier":{"partition":"orders-0","offset":42}}]}`), done,
			BatchView{Done: []string{"orders-0@41", "orders-1@7"}, Retried: []string{"orders-0@42"}}},
		{"unknown offset", responded(`{"batchItemFailures":[{"itemIdentifier":{"partition":"orders-0","offset":43}}]}`), done, retried},
		{"topic only", responded(`{"batchItemFailures":[{"itemIdentifier":{"partition":"orders","offset":42}}]}`), done, retried},
		{"text", responded(`{"batchItemFailures":[{"itemIdentifier":"42"}]}`), done, retried},
		{"no object", responded(`"ok"`), done, retried},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.inv.Event = []byte(event)
			if got := Kafka(tt.inv, false); !reflect.DeepEqual(got, tt.plain) {
				t.Errorf("got %v, want %v", got, tt.plain)
			}
			if got := Kafka(tt.inv, true); !reflect.DeepEqual(got, tt.reported) {
				t.Errorf("reporting failures: got %v, want %v", got, tt.reported)
			}
		})
	}
}

func TestFirehose(t *testing.T) {
	for _, tt := range []struct {
		name string
		inv  *Invocation
		want FirehoseView
	}{
		{"error", failed("no"), FirehoseView{Delivered: map[string]string{}, Failed: []string{"1", "2"}}},
		{"missing", responded(`{"records":[{"recordId":"1","result":"Ok","data":"YQ=="}]}`),
			FirehoseView{Delivered: map[string]string{"1": "a"}, Failed: []string{"2"}}},
		{"results", responded(`{"records":[{"recordId":"1","result":"Dropped"},{"recordId":"2","result":"ProcessingFailed"}]}`),
			FirehoseView{Delivered: map[string]string{}, Dropped: []string{"1"}, Failed: []string{"2"}}},
		{"no data", responded(`{"records":[{"recordId":"1","result":"Ok"},{"recordId":"2","result":"ok"}]}`),
			FirehoseView{Delivered: map[string]string{"1": ""}, Failed: []string{"2"}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.inv.Event = []byte(`{"records":[{"recordId":"1"},{"recordId":"2"}]}`)
			if got := Firehose(tt.inv); !reflect.DeepEqual(got, tt.want) {
				t.Errorf("got %+v, want %+v", got, tt.want)
			}
		})
	}
}
