// Package own has a function for the bodies of its error responses, which a fix should not pass by.
package own

import (
	"context"
	"encoding/json"
	"fmt"
	"log"

	"github.com/aws/aws-lambda-go/events"
)

// failure logs err for the handler called name, and returns the body of an error response.
func failure(name string, err error) string {
	log.Printf("%s: %v", name, err)
	b, _ := json.Marshal(map[string]string{"message": err.Error()}) // strings always encode
	return string(b)
}

func remove(_ context.Context, r events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
	if err := json.Unmarshal([]byte(r.Body), &r); err != nil {
		return events.APIGatewayV2HTTPResponse{StatusCode: 400, Body: failure("remove", err)}, nil
	}
	if r.RawPath == "" {
		return events.APIGatewayV2HTTPResponse{
			StatusCode: 404,
			Body:       fmt.Sprintf(`{"error":"there is no %s"}`, r.Body), // want `line feed in r.Body breaks`
		}, nil
	}
	return events.APIGatewayV2HTTPResponse{
		StatusCode: 200,
		Body:       fmt.Sprintf(`{"message":"%s is removed"}`, r.RawPath), // want `line feed in r.RawPath breaks`
	}, nil
}
