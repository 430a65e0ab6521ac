// Command api answers requests and handles messages. Nothing is wrong with it: faults are planted in copies.
package main

import (
	"context"
	"encoding/json"
	"log"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"example.com/shop/store"
)

// saver is what the handlers need of a store.
type saver interface {
	Save(ctx context.Context, item map[string]types.AttributeValue) error
}

type service struct{ store saver }

func failure(status int) events.APIGatewayProxyResponse {
	return events.APIGatewayProxyResponse{
		StatusCode: status, Headers: map[string]string{"Content-Type": "application/json"}, Body: `{"message": "failed"}`,
	}
}

func (s *service) create(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if err := s.save(ctx, req.Body); err != nil {
		log.Print(err)
		return failure(500), nil
	}
	return events.APIGatewayProxyResponse{StatusCode: 201}, nil
}

func (s *service) save(ctx context.Context, id string) error {
	if err := s.store.Save(ctx, map[string]types.AttributeValue{"id": &types.AttributeValueMemberS{Value: id}}); err != nil {
		return err
	}
	return nil
}

func (s *service) consume(ctx context.Context, event events.SQSEvent) (events.SQSEventResponse, error) {
	var response events.SQSEventResponse
	for _, message := range event.Records {
		var id string
		if err := json.Unmarshal([]byte(message.Body), &id); err != nil {
			log.Print(err)
			response.BatchItemFailures = append(response.BatchItemFailures, events.SQSBatchItemFailure{ItemIdentifier: message.MessageId})
			continue
		}
		if err := s.save(ctx, id); err != nil {
			log.Print(err)
			response.BatchItemFailures = append(response.BatchItemFailures, events.SQSBatchItemFailure{ItemIdentifier: message.MessageId})
		}
	}
	return response, nil
}

func main() {
	s := &service{store: new(store.Store)}
	lambda.Start(s.create)
	lambda.Start(s.consume)
}
