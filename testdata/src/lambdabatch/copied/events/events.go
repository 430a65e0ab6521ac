// Package events has the events of DynamoDB streams with attribute values of the SDK.
package events

import (
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

// A DynamoDBEvent is a batch.
type DynamoDBEvent struct {
	Records []DynamoDBEventRecord `json:"Records"`
}

// A DynamoDBEventRecord is a change.
type DynamoDBEventRecord struct {
	Change         DynamoDBStreamRecord         `json:"dynamodb"`
	EventID        string                       `json:"eventID"`
	EventName      string                       `json:"eventName"`
	EventSourceArn string                       `json:"eventSourceARN"`
	UserIdentity   *events.DynamoDBUserIdentity `json:"userIdentity,omitempty"`
}

// A DynamoDBStreamRecord is what has changed.
type DynamoDBStreamRecord struct {
	NewImage       map[string]types.AttributeValue `json:"NewImage,omitempty"`
	SequenceNumber string                          `json:"SequenceNumber"`
}

// A SQSMessage is one of the program's, which does not come from a queue.
type SQSMessage struct {
	ID   string `json:"id"`
	Body string `json:"body"`
}
