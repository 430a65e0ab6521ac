// Package copied has loops over records of a type that is a copy of one of package events.
package copied

import (
	"context"
	"encoding/json"
	"errors"
	"log"

	lambdaevents "github.com/aws/aws-lambda-go/events"

	"example.com/fixtures/lambdabatch/copied/events"
)

type stream struct{ sent [][]byte }

// Run is called by the handler, which is in another package.
func (s *stream) Run(ctx context.Context, logger *log.Logger, event *events.DynamoDBEvent) (err error) {
	for i := range event.Records {
		record := &event.Records[i]
		changes, ok, err := s.changes(record)
		if err != nil {
			logger.Print("failed to process record: ", err, record.EventID) // want `this error is only logged, so the stream moves on; return it, or report it in BatchItemFailures`
			continue
		}
		if !ok {
			logger.Print("skipped ", record.EventID, err)
			continue
		}
		data, err := json.Marshal(changes)
		if err != nil {
			logger.Print("failed to encode: ", err) // want `this error is only logged, so the stream moves on; send the record to a dead-letter queue`
			continue
		}
		s.sent = append(s.sent, data)
	}
	return nil
}

func (s *stream) changes(record *events.DynamoDBEventRecord) (any, bool, error) {
	if record.EventName != string(lambdaevents.DynamoDBOperationTypeInsert) {
		return nil, false, nil
	}
	if len(record.Change.NewImage) == 0 {
		return nil, false, errors.New("no image")
	}
	return record.Change.NewImage, true, nil
}

// all has messages of the program, none of a queue.
func all(messages []events.SQSMessage) error {
	for _, m := range messages {
		if err := json.Unmarshal([]byte(m.Body), new(any)); err != nil {
			log.Print(err)
			continue
		}
	}
	return nil
}

var _ = all
