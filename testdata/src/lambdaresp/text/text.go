// Package text has errors and bodies whose form is known, or not.
package text

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strconv"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-lambda-go/lambda/messages"
	"github.com/aws/aws-sdk-go-v2/service/s3"

	"example.com/fixtures/handler/wrap"
)

type in struct{ Case, Text string }

type out struct {
	Status int    `json:"statusCode"`
	Body   string `json:"body"`
}

type jsonError struct {
	IsError bool `json:"isError"`
}

func (e *jsonError) Error() string {
	b, err := json.Marshal(e)
	if err != nil {
		return `{"isError":true}`
	}
	return string(b)
}

type textError struct{ name string }

func (e textError) Error() string { return "no " + e.name }

type anyError struct{ text string }

func (e anyError) Error() string { return e.text }

var (
	errSentinel = errors.New("sentinel")
	errJSON     = errors.New(`{"isError":true}`)
)

func encode(v any) string {
	b, _ := json.Marshal(v)
	return string(b)
}

func errorsOf(ctx context.Context, e in, client *s3.Client) (*out, error) {
	switch e.Case {
	case "1":
		return nil, errors.New("plain") // want `text`
	case "2":
		return nil, fmt.Errorf("get %s: %w", e.Text, os.ErrExist) // want `text`
	case "3":
		return nil, fmt.Errorf(`{"message":%q}`, e.Text) // want `unproven`
	case "4":
		return nil, fmt.Errorf("%s", e.Text) // want `unproven`
	case "5":
		return nil, &jsonError{true} // want `JSON`
	case "6":
		return nil, textError{"order"} // want `text`
	case "7":
		return nil, anyError{"order"} // want `unproven`
	case "8":
		return nil, errSentinel // want `text`
	case "9":
		return nil, errJSON // want `JSON`
	case "10":
		return nil, errors.New(encode(e)) // want `JSON`
	case "11":
		return nil, errors.Join(errJSON, errJSON) // want `text`
	case "12":
		return nil, messages.InvokeResponse_Error{Type: "T", Message: encode(e)} // want `JSON`
	case "13":
		return nil, messages.InvokeResponse_Error{Type: "T", Message: "text"} // want `text`
	case "14":
		_, err := client.GetObject(ctx, &s3.GetObjectInput{})
		return nil, err // want `text`
	case "15":
		_, err := strconv.Atoi(e.Text)
		return nil, err // want `text`
	case "16":
		return nil, filepath.WalkDir(".", nil) // want `unproven`
	case "17":
		return nil, wrap.Err() // want `unproven`
	case "18":
		return nil, find(e) // want `text`
	case "19":
		return nil, os.ErrNotExist // want `text`
	case "20":
		return nil, wrap.ErrSentinel // want `unproven`
	case "21":
		return nil, errors.New("sum: " + e.Text) // want `text`
	case "22":
		return nil, errors.New(e.Text + " missing") // want `unproven`
	case "23":
		var err error = &jsonError{}
		if e.Text != "" {
			err = errSentinel
		}
		return nil, err // want `unproven`
	case "24":
		return nil, fmt.Errorf("ctx: %w", &jsonError{}) // want `text`
	}
	return nil, nil // want `unproven`
}

func find(e in) error {
	if e.Text == "" {
		return errSentinel
	}
	if _, err := os.Stat(e.Text); err != nil {
		return fmt.Errorf("find: %w", err)
	}
	return nil
}

func bodies(e in, err error) {
	_ = []out{
		{Body: "text"},                                  // want `text`
		{Body: `{"message":"text"}`},                    // want `JSON`
		{Body: `{"message":"text"`},                     // want `unproven`
		{Body: "404"},                                   // want `JSON`
		{Body: ""},                                      // want `unproven`
		{Body: e.Text},                                  // want `unproven`
		{Body: err.Error()},                             // want `unproven`
		{Body: errSentinel.Error()},                     // want `text`
		{Body: (&jsonError{}).Error()},                  // want `JSON`
		{Body: fmt.Sprintf("no %s", e.Text)},            // want `text`
		{Body: fmt.Sprintf(`{"message":"%s"}`, e.Text)}, // want `unproven`
		{Body: "no " + e.Text + `{}`},                   // want `text`
		{Body: http.StatusText(http.StatusBadRequest)},  // want `text`
		{Body: encode(e)},                               // want `JSON`
	}
}

func main() {
	lambda.Start(func(ctx context.Context, e in) (*out, error) {
		bodies(e, nil)
		return errorsOf(ctx, e, nil) // want `unproven`
	})
}
