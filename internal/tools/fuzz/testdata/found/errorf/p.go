package main

import (
	"context"
	format "fmt"

	"github.com/aws/aws-lambda-go/lambda"
)

type order struct{ ID string }

// The function that makes the error has another name than its own.
func handle(ctx context.Context, o order) (*order, error) {
	if o.ID == "" {
		return nil, format.Errorf(`{"isError":true,"type":"ClientException","message":"no order %s"}`, o.ID)
	}
	return &o, nil
}

func main() { lambda.Start(handle) }
