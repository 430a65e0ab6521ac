package lambdatest

import "encoding/json"

// SQS is the queue of an event source mapping whose batch is the event. reportFailures says whether the mapping has
// ReportBatchItemFailures. Records are identified by their messageId.
//
// doc https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html and
// services-sqs-errorhandling.html: without the setting any response deletes all messages and an
// error retries all; with it an error still retries all. A FIFO queue does the same: to keep the
// order, the function itself must stop at the first failure.
func SQS(inv *Invocation, reportFailures bool) BatchView {
	var event struct {
		Records []struct {
			MessageID string `json:"messageId"`
		}
	}
	json.Unmarshal(inv.Event, &event) //nolint:errcheck // an invalid event has no records
	var ids []string
	for _, record := range event.Records {
		ids = append(ids, record.MessageID)
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
	var view BatchView
	for _, id := range ids {
		if failed[id] {
			view.Retried = append(view.Retried, id)
		} else {
			view.Done = append(view.Done, id)
		}
	}
	return view
}
