// Package fifo handles the messages of a FIFO queue. There is no fix: it would go on with the messages after
// the one that failed, and these would overtake it.
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
