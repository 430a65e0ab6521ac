// Package silent looks at statuses of AWS before it passes them on, or does something else with them.
package silent

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log"
	"net/http"
	"slices"

	"github.com/aws/aws-lambda-go/events"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/smithy-go"
	smithyhttp "github.com/aws/smithy-go/transport/http"
)

var client *s3.Client

func lowerBound(w http.ResponseWriter, err error) {
	var respErr *awshttp.ResponseError
	if errors.As(err, &respErr) && respErr.HTTPStatusCode() >= 400 {
		w.WriteHeader(respErr.HTTPStatusCode())
		return
	}
	w.WriteHeader(http.StatusInternalServerError)
}

func notZero(w http.ResponseWriter, err error) {
	status := http.StatusInternalServerError
	var respErr *awshttp.ResponseError
	if errors.As(err, &respErr) {
		if code := respErr.HTTPStatusCode(); code != 0 {
			status = code
		}
	}
	http.Error(w, "failed", status)
}

func zeroReplaced(w http.ResponseWriter, err error) {
	var respErr *awshttp.ResponseError
	if !errors.As(err, &respErr) {
		return
	}
	status := respErr.HTTPStatusCode()
	if status == 0 {
		status = http.StatusBadGateway
	}
	http.Error(w, "failed", status)
}

func outOfRange(w http.ResponseWriter, err error) {
	status := 0
	var respErr *awshttp.ResponseError
	if errors.As(err, &respErr) {
		status = respErr.HTTPStatusCode()
	}
	if status < 400 || status > 599 {
		status = 500
	}
	w.WriteHeader(status)
}

func onlyKnown(w http.ResponseWriter, err error) {
	var respErr *awshttp.ResponseError
	if !errors.As(err, &respErr) {
		return
	}
	switch code := respErr.HTTPStatusCode(); code {
	case http.StatusNotFound, http.StatusForbidden:
		w.WriteHeader(code)
	case 0:
		w.WriteHeader(http.StatusBadGateway)
	default:
		http.Error(w, "failed", code)
	}
}

func equal(w http.ResponseWriter, err error) {
	var respErr *awshttp.ResponseError
	if errors.As(err, &respErr) && respErr.HTTPStatusCode() == http.StatusNotFound {
		w.WriteHeader(respErr.HTTPStatusCode())
	}
}

func atLeast(w http.ResponseWriter, err error) {
	var respErr *awshttp.ResponseError
	if errors.As(err, &respErr) {
		w.WriteHeader(max(respErr.HTTPStatusCode(), 500))
	}
}

func orElse(w http.ResponseWriter, err error) {
	var respErr *awshttp.ResponseError
	if errors.As(err, &respErr) {
		http.Error(w, "failed", cmp.Or(respErr.HTTPStatusCode(), http.StatusInternalServerError))
	}
}

// An API error comes in a response.
func responded(w http.ResponseWriter, err error) {
	var apiErr smithy.APIError
	var respErr *awshttp.ResponseError
	if errors.As(err, &apiErr) && errors.As(err, &respErr) {
		http.Error(w, apiErr.ErrorMessage(), respErr.HTTPStatusCode())
	}
}

func respondedBefore(w http.ResponseWriter, err error) {
	status := 500
	var respErr *awshttp.ResponseError
	if errors.As(err, &respErr) {
		status = respErr.HTTPStatusCode()
	}
	if _, ok := errors.AsType[*types.NoSuchKey](err); ok {
		http.Error(w, "no such key", status)
		return
	}
	http.Error(w, "failed", 500)
}

// Where there was no response, the request could not be sent.
func sent(w http.ResponseWriter, err error) {
	var sendErr *smithyhttp.RequestSendError
	if errors.As(err, &sendErr) {
		w.WriteHeader(http.StatusBadGateway)
		return
	}
	var respErr *smithyhttp.ResponseError
	if errors.As(err, &respErr) {
		w.WriteHeader(respErr.HTTPStatusCode())
	}
}

func valid(code int) bool { return code >= 100 && code < 600 }

func checkedByFunction(w http.ResponseWriter, err error) {
	var respErr *awshttp.ResponseError
	if errors.As(err, &respErr) && valid(respErr.HTTPStatusCode()) {
		w.WriteHeader(respErr.HTTPStatusCode())
	}
}

func passedThrough(w http.ResponseWriter, err error) {
	var respErr *awshttp.ResponseError
	if errors.As(err, &respErr) {
		if code := respErr.HTTPStatusCode(); slices.Contains([]int{403, 404, 412}, code) {
			w.WriteHeader(code)
		}
	}
}

var statuses = map[int]int{404: 404, 403: 404}

func looked(w http.ResponseWriter, err error) {
	var respErr *awshttp.ResponseError
	if errors.As(err, &respErr) {
		if status, ok := statuses[respErr.HTTPStatusCode()]; ok {
			w.WriteHeader(status)
		}
	}
}

func logged(err error) {
	var respErr *awshttp.ResponseError
	if errors.As(err, &respErr) {
		log.Print(respErr.HTTPStatusCode())
	}
}

// statusOf returns 0 where there is no status.
func statusOf(err error) int {
	var respErr *awshttp.ResponseError
	if errors.As(err, &respErr) {
		return respErr.HTTPStatusCode()
	}
	return 0
}

func asked(w http.ResponseWriter, err error) {
	if status := statusOf(err); status > 0 {
		w.WriteHeader(status)
		return
	}
	w.WriteHeader(500)
}

func fail(w http.ResponseWriter, status int, text string) {
	if status == 0 {
		status = 500
	}
	w.WriteHeader(status)
	fmt.Fprintln(w, text)
}

func checkedBehind(w http.ResponseWriter, err error) {
	fail(w, statusOf(err), "failed")
}

type apiError struct {
	status  int
	message string
}

func (e *apiError) code() int {
	if e.status == 0 {
		return 500
	}
	return e.status
}

func newError(err error) *apiError { return &apiError{status: statusOf(err), message: "failed"} }

func checkedWhereRead(w http.ResponseWriter, err error) {
	w.WriteHeader(newError(err).code())
}

// wrapper is a ResponseWriter that mends the status.
type wrapper struct{ http.ResponseWriter }

func (w *wrapper) WriteHeader(code int) {
	if code < 100 {
		code = 500
	}
	w.ResponseWriter.WriteHeader(code)
}

func mended(w *wrapper, err error) {
	w.WriteHeader(statusOf(err))
}

func lambdaResponse(ctx context.Context) (events.APIGatewayProxyResponse, error) {
	resp := events.APIGatewayProxyResponse{StatusCode: 200}
	if _, err := client.ListBuckets(ctx, nil); err != nil {
		resp.StatusCode = statusOf(err)
		if resp.StatusCode == 0 {
			resp.StatusCode = 500
		}
	}
	return resp, nil
}

// The status of a response, not of an error.
func proxied(w http.ResponseWriter, resp *http.Response) {
	w.WriteHeader(resp.StatusCode)
}

// An error of the program that has a status of its own.
type problem struct{ Status int }

func (p problem) Error() string       { return http.StatusText(p.Status) }
func (p problem) HTTPStatusCode() int { return p.Status }

func ofTheProgram(w http.ResponseWriter, err error) {
	var p problem
	if errors.As(err, &p) {
		w.WriteHeader(p.HTTPStatusCode())
	}
}

// Nothing says that such an error comes from AWS.
func ofAnybody(w http.ResponseWriter, err error) {
	var status interface{ HTTPStatusCode() int }
	if errors.As(err, &status) {
		w.WriteHeader(status.HTTPStatusCode())
	}
}

// The error of a call is an *OperationError: this finds no status at all, of which errassert tells.
func asserted(ctx context.Context, w http.ResponseWriter, in *s3.HeadObjectInput) {
	_, err := client.HeadObject(ctx, in)
	switch err := err.(type) {
	case *awshttp.ResponseError:
		w.WriteHeader(err.HTTPStatusCode())
	default:
		w.WriteHeader(http.StatusInternalServerError)
	}
}
