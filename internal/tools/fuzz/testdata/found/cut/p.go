package main

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/smithy-go"
)

var client *s3.Client

// The fix for an error that becomes {} in JSON showed the text of an error of AWS, since nothing wraps that.
func serve(w http.ResponseWriter, r *http.Request) {
	if err := func() error {
		_, err := client.HeadObject(r.Context(), &s3.HeadObjectInput{})
		if err != nil {
			var failure smithy.APIError
			if errors.As(err, &failure) && failure.ErrorCode() == "NotFound" {
				return nil
			}
			return errors.New(err.Error())
		}
		return nil
	}(); err != nil {
		json.NewEncoder(w).Encode(map[string]any{"error": err})
		return
	}
}

func main() {
	http.HandleFunc("/", serve)
	lambda.Start(func(context.Context, events.SNSEvent) error { return nil })
}
