package lambdatest

import (
	"encoding/json"
	"slices"
)

// Stream is a shard of a Kinesis or DynamoDB stream with an event source mapping whose batch is the
// event. reportFailures says whether the mapping has ReportBatchItemFailures. Records are
// identified by their sequence number.
//
// An error retries the whole batch and blocks the shard. A partial response sets the checkpoint to
// the lowest failed sequence number, and everything from there on is delivered again: doc
// https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html,
// services-kinesis-batchfailurereporting.html and services-ddb-batchfailurereporting.html.
// Bisecting is not modelled.
func Stream(inv *Invocation, reportFailures bool) BatchView {
	var event struct {
		Records []struct {
			Kinesis  struct{ SequenceNumber string }
			DynamoDB struct{ SequenceNumber string }
		}
	}
	json.Unmarshal(inv.Event, &event) //nolint:errcheck // an invalid event has no records
	var ids []string
	for _, record := range event.Records {
		ids = append(ids, record.Kinesis.SequenceNumber+record.DynamoDB.SequenceNumber) // one of them is empty
	}

	if inv.Failure() != nil {
		return BatchView{Retried: ids}
	}
	if !reportFailures {
		return BatchView{Done: ids}
	}
	failed, ok := batchFailures(inv, ids)
	if !ok {
		return BatchView{Retried: ids}
	}
	first := slices.IndexFunc(ids, func(id string) bool { return failed[id] }) // a shard delivers in order
	if first < 0 {
		return BatchView{Done: ids}
	}
	return BatchView{Done: ids[:first], Retried: ids[first:]}
}
