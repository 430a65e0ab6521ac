// Package bodies has functions for the bodies of error responses, which fixes call.
package bodies

import (
	"context"
	"encoding/json"
	"log"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

var client *sqs.Client

// message is how this program writes errors.
func message(text string) string {
	b, _ := json.Marshal(map[string]string{"message": text}) // strings always encode
	return string(b)
}

func send(ctx context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	switch r.Path {
	case "":
		return events.APIGatewayProxyResponse{StatusCode: 404, Body: message("no path")}, nil
	case "/":
		return events.APIGatewayProxyResponse{StatusCode: 404, Body: "no such path"}, nil // want `error body is plain text`
	}
	if err := json.Unmarshal([]byte(r.Body), &r); err != nil {
		return events.APIGatewayProxyResponse{
			StatusCode: 400,
			Headers:    map[string]string{"Content-Type": "application/json"},
			Body:       "bad body: " + err.Error(), // want `error body is plain text`
		}, nil
	}
	if _, err := client.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &r.Body}); err != nil {
		log.Print(err)
		return events.APIGatewayProxyResponse{StatusCode: 500, Body: err.Error()}, nil // want `error body shows the client the text of err`
	}
	return events.APIGatewayProxyResponse{StatusCode: 204}, nil
}
