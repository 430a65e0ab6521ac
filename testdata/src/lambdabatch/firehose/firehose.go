// Package firehose transforms records of a stream.
package firehose

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"strconv"

	"github.com/aws/aws-lambda-go/events"
)

type order struct{ ID, Customer string }

func transform(data []byte) ([]byte, error) {
	if len(data) == 0 {
		return nil, errors.New("empty")
	}
	return bytes.ToUpper(data), nil
}

func handle(ctx context.Context, e events.KinesisFirehoseEvent) (events.KinesisFirehoseResponse, error) {
	var response events.KinesisFirehoseResponse
	for _, r := range e.Records {
		data, err := transform(r.Data)
		if err != nil {
			log.Print(err)
			response.Records = append(response.Records, events.KinesisFirehoseResponseRecord{
				RecordID: r.RecordID,
				Result:   events.KinesisFirehoseTransformedStateOk, // want `record failed, but Ok delivers it as transformed; set its result to ProcessingFailed`
				Data:     r.Data,
			})
			continue
		}
		response.Records = append(response.Records, events.KinesisFirehoseResponseRecord{RecordID: r.RecordID, Result: "Ok", Data: data})
	}
	return response, nil
}

// one is called for each record.
func one(r events.KinesisFirehoseEventRecord) (result events.KinesisFirehoseResponseRecord) {
	result.RecordID = r.RecordID
	data, err := transform(r.Data)
	if err != nil {
		result.Result = "Ok" // want `record failed, but Ok delivers it as transformed; set its result to ProcessingFailed`
		return result
	}
	result.Result = events.KinesisFirehoseTransformedStateOk
	result.Data = data
	return result
}

// goesOn has nothing to deliver.
func goesOn(ctx context.Context, e events.KinesisFirehoseEvent) (events.KinesisFirehoseResponse, error) {
	var response events.KinesisFirehoseResponse
	for _, r := range e.Records {
		var o order
		if err := json.Unmarshal(r.Data, &o); err != nil {
			log.Print(err) // want `this error is only logged, and Ok delivers the record; set its result to ProcessingFailed`
		}
		data, err := transform([]byte(o.ID))
		if err != nil {
			fmt.Println("transform:", err) // want `this error is only logged, and Ok delivers the record; set its result to ProcessingFailed`
		}
		response.Records = append(response.Records, events.KinesisFirehoseResponseRecord{
			RecordID: r.RecordID,
			Result:   events.KinesisFirehoseTransformedStateOk,
			Data:     append(data, '\n'),
		})
	}
	return response, nil
}

func right(ctx context.Context, e events.KinesisFirehoseEvent) (events.KinesisFirehoseResponse, error) {
	var response events.KinesisFirehoseResponse
	for _, r := range e.Records {
		data, err := transform(r.Data)
		if err != nil {
			log.Print(err)
			response.Records = append(response.Records, events.KinesisFirehoseResponseRecord{
				RecordID: r.RecordID, Result: events.KinesisFirehoseTransformedStateProcessingFailed, Data: r.Data,
			})
			continue
		}
		n, err := strconv.Atoi(string(data[:1]))
		if err != nil {
			log.Print(err)
		}
		response.Records = append(response.Records, events.KinesisFirehoseResponseRecord{RecordID: r.RecordID, Result: "Ok", Data: data[n:]})
	}
	return response, nil
}

// untouched says why.
func untouched(r events.KinesisFirehoseEventRecord) events.KinesisFirehoseResponseRecord {
	data, err := transform(r.Data)
	if err != nil {
		// not one of ours: put it back as it was
		return events.KinesisFirehoseResponseRecord{RecordID: r.RecordID, Result: "Ok", Data: r.Data}
	}
	return events.KinesisFirehoseResponseRecord{RecordID: r.RecordID, Result: "Ok", Data: data}
}

// dropped is so on purpose.
func dropped(r events.KinesisFirehoseEventRecord) events.KinesisFirehoseResponseRecord {
	data, err := transform(r.Data)
	if err != nil {
		return events.KinesisFirehoseResponseRecord{RecordID: r.RecordID, Result: events.KinesisFirehoseTransformedStateDropped}
	}
	return events.KinesisFirehoseResponseRecord{RecordID: r.RecordID, Result: "Ok", Data: data}
}

// Firehose itself takes a record that is missing for one that failed.
func missing(ctx context.Context, e events.KinesisFirehoseEvent) (events.KinesisFirehoseResponse, error) {
	var response events.KinesisFirehoseResponse
	for _, r := range e.Records {
		data, err := transform(r.Data)
		if err != nil {
			log.Print(err)
			continue
		}
		response.Records = append(response.Records, events.KinesisFirehoseResponseRecord{RecordID: r.RecordID, Result: "Ok", Data: data})
	}
	return response, nil
}

// tagged is enriched if it can be; the record is delivered either way.
func tagged(ctx context.Context, e events.KinesisFirehoseEvent) (events.KinesisFirehoseResponse, error) {
	var response events.KinesisFirehoseResponse
	for _, r := range e.Records {
		data := r.Data
		if more, err := transform(r.Data); err != nil {
			log.Print(err)
		} else {
			data = more
		}
		response.Records = append(response.Records, events.KinesisFirehoseResponseRecord{RecordID: r.RecordID, Result: "Ok", Data: data})
	}
	return response, nil
}

// matched knows what it means.
func matched(r events.KinesisFirehoseEventRecord) events.KinesisFirehoseResponseRecord {
	data, err := transform(r.Data)
	var syntax *json.SyntaxError
	if err != nil {
		if errors.As(err, &syntax) {
			return events.KinesisFirehoseResponseRecord{RecordID: r.RecordID, Result: "Ok", Data: r.Data}
		}
		return events.KinesisFirehoseResponseRecord{RecordID: r.RecordID, Result: "ProcessingFailed", Data: r.Data}
	}
	return events.KinesisFirehoseResponseRecord{RecordID: r.RecordID, Result: "Ok", Data: data}
}

// enriched is as good as the record itself.
func enriched(r events.KinesisFirehoseEventRecord) events.KinesisFirehoseResponseRecord {
	data, err := transform(r.Data)
	if err != nil {
		log.Printf("passing it on, ignoring %v", err)
		return events.KinesisFirehoseResponseRecord{RecordID: r.RecordID, Result: "Ok", Data: r.Data}
	}
	return events.KinesisFirehoseResponseRecord{RecordID: r.RecordID, Result: "Ok", Data: data}
}
