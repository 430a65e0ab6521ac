// Command sends tells people of failures.
package main

import (
	"context"
	"fmt"
	"log"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"

	"example.com/fixtures/lambdaasync/sends/mail"
)

type function struct {
	db     *dynamodb.Client
	admins *mail.Client
}

// Somebody reads the mail.
func (f *function) handle(ctx context.Context, e events.SNSEvent) error {
	for _, r := range e.Records {
		if _, err := f.db.PutItem(ctx, item(r)); err != nil {
			log.Printf("put: %v", err)
			f.admins.Send(fmt.Sprintf("cannot store %s: %s", r.SNS.MessageID, err))
			continue
		}
	}
	return nil
}

func item(r events.SNSEventRecord) *dynamodb.PutItemInput {
	return &dynamodb.PutItemInput{TableName: &r.SNS.Message}
}

func main() { lambda.Start(new(function).handle) }
