// Package fixes has JSON that is put together in all ways.
package fixes

import (
	"errors"
	"fmt"
	"os"
	"strconv"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-lambda-go/lambda/messages"
)

type (
	request  = events.APIGatewayV2HTTPRequest
	response = events.APIGatewayV2HTTPResponse
)

type codeError struct {
	code int
	text string
}

func (e *codeError) Error() string {
	return fmt.Sprintf(`{"code":%d,"text":"%s"}`, e.code, e.text) // want `line feed in e.text breaks`
}

func body(text string) string {
	return `{"error":"` + text + `"}` // want `line feed in text breaks`
}

func handle(r request) (response, error) {
	err := os.Remove(r.RawPath)
	if err != nil {
		return response{StatusCode: 500, Body: `{"error": "` + err.Error() + `"}`}, nil // want `line feed in err.Error\(\) breaks`
	}
	switch r.RawPath {
	case "1":
		return response{StatusCode: 400, Body: fmt.Sprintf(`{"error":"Invalid JSON: %v!"}`, r.Body)}, nil // want `line feed in r.Body breaks`
	case "2":
		return response{StatusCode: 400, Body: fmt.Sprintf(`{"n":%d,"s":"%s","p":"100%%","m":"%s"}`, len(r.Body), strconv.Itoa(1), r.Body)}, nil // want `line feed in r.Body breaks`
	case "3":
		return response{StatusCode: 400, Body: fmt.Sprintf("{\"error\": \"%s is not %d \\u003e\"}", []byte(r.Body), 3)}, nil // want `line feed in \[\]byte\(r.Body\) breaks`
	case "4":
		return response{StatusCode: 400, Body: fmt.Sprintf(`["%s", "%s"]`, r.RawPath, err)}, nil // want `line feed in r.RawPath or err breaks`
	case "5":
		return response{StatusCode: 400, Body: fmt.Sprintf(`{"error":%s}`, errors.New("five"))}, nil // want `line feed in errors.New\("five"\) breaks`
	case "6":
		return response{StatusCode: 400, Body: fmt.Sprintf("{'message': '%s'}", r.Body)}, nil // want `this text is never valid JSON, whatever r.Body is; build it with encoding/json$`
	case "7":
		b := ""
		if r.Body != "" {
			b = `{"path":"` + r.RawPath + `","n":` + strconv.Itoa(len(r.Body)) + `}` // want `line feed in r.RawPath breaks`
		}
		return response{StatusCode: 400, Body: b}, nil
	case "8":
		var resp response
		resp.Body = fmt.Sprintf(`{"text":"%10s"}`, r.Body) // want `line feed in r.Body breaks`
		return resp, nil
	case "9":
		return response{StatusCode: 400, Body: string([]byte("x" + fmt.Sprintf(`{"text":"%s"}`, r.Body)))}, nil
	case "10":
		return response{StatusCode: 400, Body: fmt.Sprintf(`{"quoted":%q}`, r.Body)}, nil // want `info: this %q writes r.Body with the escapes of Go, and JSON knows fewer; encode it with encoding/json$`
	case "11":
		return response{StatusCode: 400, Body: fmt.Sprintf(`{"error":"path %s"`, r.RawPath)}, nil // want `this text is never valid JSON, whatever r.RawPath is`
	case "12":
		return response{StatusCode: 400, Body: fmt.Sprintf(`{"path":%q,"text":"%s"}`, r.RawPath, r.Body)}, nil // want `line feed in r.Body breaks`
	case "13":
		return response{StatusCode: 400, Body: fmt.Sprintf(`{"id":%q,"text":%q}`, r.RequestContext.RequestID, r.Body)}, nil // want `info: this %q writes r.Body`
	}
	return response{StatusCode: 400, Body: body(r.Body)}, nil
}

type order struct{ ID string }

func own(o order) (*order, error) {
	switch o.ID {
	case "":
		return nil, fmt.Errorf(`{"type":"ClientException","message":"no order %s"}`, o.ID) // want `line feed in o.ID breaks`
	case "0":
		err := os.Remove(o.ID)
		return nil, fmt.Errorf(`{"type":"ClientException","message":"%w"}`, err) // want `line feed in err breaks`
	case "1":
		return nil, messages.InvokeResponse_Error{
			Type:    "ClientException",
			Message: fmt.Sprintf(`{"message":"%s"}`, o.ID), // want `line feed in o.ID breaks`
		}
	case "2":
		return nil, errors.New(`{"message":"` + o.ID + `"}`) // want `line feed in o.ID breaks`
	}
	return &o, &codeError{1, o.ID}
}

func main() {
	lambda.Start(handle)
	lambda.Start(own)
}
