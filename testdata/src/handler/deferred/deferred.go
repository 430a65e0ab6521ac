// Package deferred has handlers with deferred functions, some of which may change the results, and directives.
package deferred

import (
	"context"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type (
	request  = events.APIGatewayProxyRequest
	response = events.APIGatewayProxyResponse
)

func sets(context.Context, request) (w response, err error) { // want `registered REST response, defers results$`
	defer func() {
		if recover() != nil {
			w.StatusCode = 500
		}
	}()
	return w, nil
}

func passes(context.Context, request) (w response, err error) { // want `registered REST response, defers results$`
	defer report(&err)
	return w, nil
}

func report(err *error) { log.Print(*err) }

func closes(context.Context, request) (w response, err error) { // want `registered REST response$`
	f, _ := os.Open("x")
	defer f.Close()
	return w, err
}

func shadows(context.Context, request) (w response, err error) { // want `registered REST response$`
	defer func() {
		err := os.Remove("x")
		log.Print(err)
	}()
	return w, err
}

func inner(context.Context, request) (response, error) { // want `registered REST response$`
	w := response{}
	defer func() { w.StatusCode = 500 }()
	return w, nil
}

func main() {
	lambda.Start(sets)
	lambda.Start(passes)
	lambda.Start(closes)
	lambda.Start(shadows)
	lambda.Start(inner)

	//awserrlint:handler appsync
	lambda.Start(func(in struct{ ID string }) (string, error) { return in.ID, nil }) // want `registered other, declared$`
}

//awserrlint:handler
func unnamed(in struct{ ID string }) (string, error) { return in.ID, nil }

//awserrlint:handler stepfunctions

func apart(in struct{ ID string }) (string, error) { return in.ID, nil }
