// Package adapter is no test, although it imports net/http/httptest.
package adapter

import (
	"context"
	"net/http"
	"net/http/httptest"

	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

func handle(ctx context.Context, h http.Handler, c *sqs.Client, req *http.Request) int {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, req)
	c.SendMessage(ctx, &sqs.SendMessageInput{}) // want `^the error of sqs.SendMessage is discarded`
	return w.Code
}
