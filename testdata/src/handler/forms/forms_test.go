package forms

import (
	"context"
	"testing"

	"github.com/aws/aws-lambda-go/lambda"
)

func TestDeclared(t *testing.T) {
	if _, err := declared(context.Background(), request{}); err != nil {
		t.Fatal(err)
	}
	if _, err := unregistered(context.Background(), request{}); err != nil {
		t.Fatal(err)
	}
	lambda.NewHandler(func() error { return nil })
}
