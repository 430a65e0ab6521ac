// Command ordered handles records whose order matters, and those that are transformed.
package main

import (
	"context"
	"encoding/base64"
	"errors"
	"log"
	"os"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func process(data string) error {
	if strings.Contains(data, "bad") {
		return errors.New("bad record")
	}
	return nil
}

// fifo handles the messages of orders.fifo.
func fifo(ctx context.Context, e events.SQSEvent) (events.SQSEventResponse, error) {
	var response events.SQSEventResponse
	log.Print("messages of orders.fifo")
	for _, m := range e.Records {
		if err := process(m.Body); err != nil {
			log.Printf("%s of %s: %v", m.MessageId, "orders.fifo", err) // want `this error is only logged, so the message is deleted; stop here and report this and all later messages`
			continue
		}
		log.Print("done ", m.MessageId)
	}
	return response, nil
}

type kafkaResponse struct {
	BatchItemFailures []kafkaFailure `json:"batchItemFailures"`
}

type kafkaFailure struct {
	ItemIdentifier kafkaIdentifier `json:"itemIdentifier"`
}

type kafkaIdentifier struct {
	Partition string `json:"partition"`
	Offset    int64  `json:"offset"`
}

func kafka(ctx context.Context, e events.KafkaEvent) (kafkaResponse, error) {
	var response kafkaResponse
	for _, records := range e.Records {
		for _, r := range records {
			value, err := base64.StdEncoding.DecodeString(r.Value)
			if err != nil {
				log.Print(err) // want `this error is only logged, so the partition moves on; send the record to a dead-letter queue`
				continue
			}
			if err := process(string(value)); err != nil {
				log.Print(err) // want `this error is only logged, so the partition moves on; add the record to BatchItemFailures`
			}
		}
	}
	return response, nil
}

func firehose(ctx context.Context, e events.KinesisFirehoseEvent) (response events.KinesisFirehoseResponse, err error) {
	for _, r := range e.Records {
		result := events.KinesisFirehoseResponseRecord{RecordID: r.RecordID, Data: r.Data}
		if err := process(string(r.Data)); err != nil {
			log.Print(err)
			result.Result = events.KinesisFirehoseTransformedStateOk // want `record failed, but Ok delivers it as transformed; set its result to ProcessingFailed`
		} else {
			result.Result = events.KinesisFirehoseTransformedStateOk
		}
		response.Records = append(response.Records, result)
	}
	return response, nil
}

func main() {
	switch os.Getenv("HANDLER") {
	case "fifo":
		lambda.Start(fifo)
	case "kafka":
		lambda.Start(kafka)
	case "firehose":
		lambda.Start(firehose)
	}
}
