package lambdatest

import "encoding/json"

// BatchView is what an event source mapping makes of a batch: the identifiers of its records, in their order.
type BatchView struct {
	Done    []string // never seen again: deleted from the queue, or behind the checkpoint in the stream
	Retried []string // delivered again
}

// batchFailures reads the identifiers of a partial batch response. ok is false for a response that makes the whole
// batch fail.
//
// An absent, empty or null list, and null in place of the response, is a success; an empty or null itemIdentifier, one
// under another name, one that is not in ids, and a response that is no such object is a failure of all: doc
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
