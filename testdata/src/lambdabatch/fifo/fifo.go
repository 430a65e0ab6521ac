// Package fifo handles the messages of a FIFO queue: those after the one that failed must not overtake it.
package fifo

import (
	"log"
	"os"

	"github.com/aws/aws-lambda-go/events"
)

func handle(e events.SQSEvent) (events.SQSEventResponse, error) {
	var resp events.SQSEventResponse
	for _, m := range e.Records {
		if err := os.Mkdir(m.Body, 0o700); err != nil {
			log.Print(m.Attributes["MessageGroupId"], err) // want `this error is only logged, so the message is deleted; stop here and report this and all later messages`
		}
	}
	return resp, nil
}

func indexed(e events.SQSEvent) (events.SQSEventResponse, error) {
	for i := range e.Records {
		if err := os.Mkdir(e.Records[i].Body, 0o700); err != nil {
			log.Print(err) // want `this error is only logged, so the message is deleted; stop here and report this and all later messages`
			continue
		}
		if err := os.Mkdir(e.Records[i].MessageId, 0o700); err != nil {
			log.Print(err) // want `this error is only logged, so the message is deleted; stop here and report this and all later messages`
			continue
		}
	}
	return events.SQSEventResponse{}, nil
}

// inSwitch would only leave the switch.
func inSwitch(e events.SQSEvent) (events.SQSEventResponse, error) {
	var resp events.SQSEventResponse
	for _, m := range e.Records {
		switch m.EventSource {
		case "aws:sqs":
			if err := os.Mkdir(m.Body, 0o700); err != nil {
				log.Print(err) // want `this error is only logged, so the message is deleted; stop here and report this and all later messages`
			}
		}
	}
	return resp, nil
}

// stops reports all that is left.
func stops(e events.SQSEvent) (events.SQSEventResponse, error) {
	var resp events.SQSEventResponse
	for i, m := range e.Records {
		if err := os.Mkdir(m.Body, 0o700); err != nil {
			log.Print(err)
			for _, left := range e.Records[i:] {
				resp.BatchItemFailures = append(resp.BatchItemFailures, events.SQSBatchItemFailure{ItemIdentifier: left.MessageId})
			}
			break
		}
	}
	return resp, nil
}
