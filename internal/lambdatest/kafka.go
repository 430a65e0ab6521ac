package lambdatest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
)

// Kafka is an event source mapping, of MSK or self-managed Kafka, in provisioned mode, whose batch is the event.
// reportFailures says whether the mapping has ReportBatchItemFailures. Records are identified by topic, partition and offset:
// "orders-0@42", in the order of the partitions.
//
// doc https://docs.aws.amazon.com/lambda/latest/dg/kafka-retry-configurations.html: an error makes Lambda retry the whole
// batch; with the setting, only the records are retried that the response names by "topic-partition_number" and offset. An empty
// response or null means that all have worked, and a partition or offset that was not in the event that all have failed.
// Splitting batches and the limits of attempts and age are not modelled. That an identifier of another type, such as text, is as
// invalid is assumed.
func Kafka(inv *Invocation, reportFailures bool) BatchView {
	var event struct {
		Records map[string][]struct{ Offset int64 }
	}
	json.Unmarshal(inv.Event, &event) //nolint:errcheck // an invalid event has no records
	var ids []string
	for _, partition := range slices.Sorted(maps.Keys(event.Records)) {
		for _, record := range event.Records[partition] {
			ids = append(ids, fmt.Sprintf("%s@%d", partition, record.Offset))
		}
	}

	if inv.Failure() != nil {
		return BatchView{Retried: ids}
	}
	if !reportFailures || len(bytes.TrimSpace(inv.Response)) == 0 || string(inv.Response) == "null" {
		return BatchView{Done: ids}
	}
	members, err := decodeObject(inv.Response)
	if err != nil {
		return BatchView{Retried: ids}
	}
	var items []map[string]json.RawMessage
	if list, ok := members["batchItemFailures"]; ok && json.Unmarshal(list, &items) != nil {
		return BatchView{Retried: ids}
	}
	failed := make(map[string]bool)
	for _, item := range items {
		identifier, err := decodeObject(item["itemIdentifier"])
		var partition string
		var offset int64
		if err != nil || json.Unmarshal(identifier["partition"], &partition) != nil || json.Unmarshal(identifier["offset"], &offset) != nil {
			return BatchView{Retried: ids}
		}
		id := fmt.Sprintf("%s@%d", partition, offset)
		if !slices.Contains(ids, id) {
			return BatchView{Retried: ids}
		}
		failed[id] = true
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
