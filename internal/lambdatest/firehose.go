package lambdatest

import "encoding/json"

// FirehoseView is what a Firehose stream does with the records that it had a function transform.
type FirehoseView struct {
	Delivered map[string]string // data by record ID, as it goes to the destination
	Dropped   []string          // IDs of records that go nowhere, on purpose
	Failed    []string          // IDs of records that go to the prefix processing-failed of the bucket, as they were
}

// Firehose is a stream whose batch is the event.
//
// doc https://docs.aws.amazon.com/firehose/latest/dev/data-transformation-status-model.html: the result of a record is Ok,
// Dropped or ProcessingFailed, and a record ID that is missing or unknown is a failure to process the data;
// https://docs.aws.amazon.com/firehose/latest/dev/data-transformation-failure-handling.html: where the invocation fails three
// times, the batch is skipped, and all its records have failed. That a result of another name is a failure as well is assumed.
func Firehose(inv *Invocation) FirehoseView {
	var event struct {
		Records []struct {
			RecordID string `json:"recordId"`
		}
	}
	json.Unmarshal(inv.Event, &event) //nolint:errcheck // an invalid event has no records
	type transformed struct {
		RecordID string `json:"recordId"`
		Result   string `json:"result"`
		Data     []byte `json:"data"`
	}
	var response struct{ Records []transformed }
	if inv.Failure() == nil && json.Unmarshal(inv.Response, &response) != nil {
		response.Records = nil
	}
	view := FirehoseView{Delivered: map[string]string{}}
	for _, record := range event.Records {
		var result transformed
		for _, r := range response.Records {
			if r.RecordID == record.RecordID {
				result = r
			}
		}
		switch result.Result {
		case "Ok":
			view.Delivered[record.RecordID] = string(result.Data)
		case "Dropped":
			view.Dropped = append(view.Dropped, record.RecordID)
		default:
			view.Failed = append(view.Failed, record.RecordID)
		}
	}
	return view
}
