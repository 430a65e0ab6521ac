// Command example shows what the rule reports.
package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

type app struct {
	table *dynamodb.Client
	queue *sqs.Client
}

type order struct{ ID string }

func (a *app) topic(ctx context.Context, e events.SNSEvent) error {
	for _, record := range e.Records {
		var o order
		if err := json.Unmarshal([]byte(record.SNS.Message), &o); err != nil {
			log.Printf("message %s: %v", record.SNS.MessageID, err) // want `this error is only logged, so Lambda considers the event done; return it after the loop`
			continue
		}
		_, err := a.table.PutItem(ctx, &dynamodb.PutItemInput{
			TableName: aws.String("orders"),
			Item:      map[string]types.AttributeValue{"id": &types.AttributeValueMemberS{Value: o.ID}},
		})
		if err != nil {
			log.Print(err) // want `the error of dynamodb.PutItem is only logged, so Lambda considers the event done; return it after the loop`
		}
	}
	return nil
}

func (a *app) schedule(ctx context.Context, e events.CloudWatchEvent) error {
	_, err := a.queue.SendMessage(ctx, &sqs.SendMessageInput{QueueUrl: aws.String("https://queue"), MessageBody: &e.ID})
	if err != nil {
		log.Print("send: ", err) // want `the error of sqs.SendMessage is only logged, so Lambda considers the event done; return it$`
		return nil
	}
	log.Print("sent ", e.ID)
	return nil
}

func (a *app) upload(ctx context.Context, e events.S3Event) {
	key := e.Records[0].S3.Object.Key
	if _, err := a.queue.SendMessage(ctx, &sqs.SendMessageInput{QueueUrl: aws.String("https://queue"), MessageBody: &key}); err != nil {
		log.Print(err) // want `the error of sqs.SendMessage is only logged, so Lambda considers the event done; add an error result and return it`
		return
	}
	log.Print("sent ", key)
}

func main() {
	cfg, err := config.LoadDefaultConfig(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	a := &app{dynamodb.NewFromConfig(cfg), sqs.NewFromConfig(cfg)}
	switch os.Getenv("HANDLER") {
	case "topic":
		lambda.Start(a.topic)
	case "schedule":
		lambda.Start(a.schedule)
	case "upload":
		lambda.Start(a.upload)
	}
}
