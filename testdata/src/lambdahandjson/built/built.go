// Package built makes texts in loops, and in variables that function literals share.
package built

import (
	"fmt"
	"strconv"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type (
	request  = events.APIGatewayProxyRequest
	response = events.APIGatewayProxyResponse
)

func numbers(r request) (response, error) {
	list := "0"
	for i := range 3 {
		list += "," + strconv.Itoa(i)
	}
	return response{StatusCode: 200, Body: fmt.Sprintf(`{"list":"%s"}`, list)}, nil
}

func texts(r request) (response, error) {
	list := "0"
	for name := range r.Headers {
		list += "," + name
	}
	return response{StatusCode: 200, Body: fmt.Sprintf(`{"list":"%s"}`, list)}, nil // want `a quote, backslash or line feed in list breaks this JSON`
}

func shared(r request) (response, error) {
	body := "{}"
	func() { body = fmt.Sprintf(`{"path":"%s"}`, r.Path) }() // want `a quote, backslash or line feed in r.Path breaks this JSON`
	return response{StatusCode: 200, Body: body}, nil
}

func main() {
	lambda.Start(numbers)
	lambda.Start(texts)
	lambda.Start(shared)
}
