// Package nohandler has nothing to do with Lambda handlers.
package nohandler

import (
	"encoding/json"
	"errors"

	"github.com/aws/aws-lambda-go/events"
)

func Encode(e events.SQSEvent) string {
	b, _ := json.Marshal(map[string]any{"error": errors.New("a"), "records": len(e.Records)})
	return string(b)
}
