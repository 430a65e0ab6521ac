package lambdatest

import "encoding/json"

// BatchView is what an event source mapping does with a batch: the identifiers of its records, in order.
type BatchView struct {
	Done    []string // never delivered again: deleted from the queue, or before the checkpoint of the stream
	Retried []string // delivered again
}

// batchFailures returns the identifiers in a partial batch response. ok is false if the response makes the whole batch
// fail.
//
// The batch succeeds if the list is absent, empty or null, or the response is null. It fails if an itemIdentifier is
// empty, null, missing or not in ids, or the response is not such an object: doc
// https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html, and the pages of the streams.
func batchFailures(inv *Invocation, ids []string) (failed map[string]bool, ok bool) {
	if string(inv.Response) == "null" {
		return nil, true
	}
	members, err := decodeObject(inv.Response)
	if err != nil {
		return nil, false
	}
	var items []map[string]any
	if list, ok := members["batchItemFailures"]; ok && json.Unmarshal(list, &items) != nil {
		return nil, false
	}
	known := map[string]bool{}
	for _, id := range ids {
		known[id] = true
	}
	failed = map[string]bool{}
	for _, item := range items {
		id, _ := item["itemIdentifier"].(string)
		if !known[id] {
			return nil, false
		}
		failed[id] = true
	}
	return failed, true
}
