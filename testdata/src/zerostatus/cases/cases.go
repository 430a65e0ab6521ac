// Package cases passes statuses of AWS on in all ways.
package cases

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	smithyhttp "github.com/aws/smithy-go/transport/http"
)

var client *s3.Client

func direct(w http.ResponseWriter, err error) {
	var respErr *smithyhttp.ResponseError
	if errors.As(err, &respErr) {
		w.WriteHeader(respErr.HTTPStatusCode()) // want `status of an AWS error is 0 if AWS does not respond, so WriteHeader panics`
	}
}

func asType(w http.ResponseWriter, err error) {
	if respErr, ok := errors.AsType[*awshttp.ResponseError](err); ok {
		http.Error(w, "failed", respErr.HTTPStatusCode()) // want `so http.Error panics`
	}
}

func field(w http.ResponseWriter, err error) {
	var respErr *awshttp.ResponseError
	if errors.As(err, &respErr) && respErr.Response != nil {
		http.Error(w, "failed", respErr.Response.StatusCode) // want `so http.Error panics`
	}
}

func rawResponse(w http.ResponseWriter, err error) {
	var respErr *awshttp.ResponseError
	if errors.As(err, &respErr) {
		http.Error(w, "failed", respErr.HTTPResponse().StatusCode) // want `so http.Error panics`
	}
}

func byInterface(w http.ResponseWriter, r *http.Request, in *s3.HeadObjectInput) {
	if _, err := client.HeadObject(r.Context(), in); err != nil {
		var status interface{ HTTPStatusCode() int }
		if errors.As(err, &status) {
			w.WriteHeader(status.HTTPStatusCode()) // want `status of the error of s3.HeadObject is 0`
		}
	}
}

func otherValue(w http.ResponseWriter, err error) {
	var respErr *awshttp.ResponseError
	if !errors.As(err, &respErr) {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	code := respErr.HTTPStatusCode() // want `so http.Error panics`
	if code == http.StatusNotFound {
		http.NotFound(w, nil)
		return
	}
	switch code {
	case http.StatusForbidden, http.StatusUnauthorized:
		code = http.StatusBadGateway
	}
	http.Error(w, "failed", code)
}

func notModified(w http.ResponseWriter, err error) {
	var respErr *awshttp.ResponseError
	if errors.As(err, &respErr) && respErr.HTTPStatusCode() != http.StatusNotModified && respErr.HTTPStatusCode() < 500 {
		http.Error(w, "failed", respErr.HTTPStatusCode()) // want `so http.Error panics`
	}
}

func statusOf(err error) int {
	var respErr *awshttp.ResponseError
	if errors.As(err, &respErr) {
		return respErr.HTTPStatusCode() // want `so http.Error panics`
	}
	return http.StatusInternalServerError
}

func helper(w http.ResponseWriter, err error) {
	http.Error(w, "failed", statusOf(err))
}

func helperTwice(w http.ResponseWriter, err error) {
	status := statusOf(err)
	w.Header().Set("X-Status", fmt.Sprint(status))
	w.WriteHeader(status)
}

func fail(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	fmt.Fprintf(w, `{"message":%q}`, text)
}

func passedOn(w http.ResponseWriter, err error) {
	var respErr *awshttp.ResponseError
	if errors.As(err, &respErr) {
		fail(w, respErr.HTTPStatusCode(), "failed") // want `so WriteHeader panics`
		return
	}
	fail(w, 500, "failed")
}

type apiError struct {
	status  int
	message string
}

func (e *apiError) Error() string { return e.message }

func newError(err error) error {
	var respErr *awshttp.ResponseError
	if errors.As(err, &respErr) {
		return &apiError{status: respErr.HTTPStatusCode(), message: "failed"} // want `so WriteHeader panics`
	}
	return &apiError{status: 500, message: "failed"}
}

func middleware(w http.ResponseWriter, err error) {
	var e *apiError
	if errors.As(newError(err), &e) {
		w.WriteHeader(e.status)
	}
}

func lambdaResponse(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if _, err := client.ListBuckets(ctx, nil); err != nil {
		status := 500
		var respErr *awshttp.ResponseError
		if errors.As(err, &respErr) {
			status = respErr.HTTPStatusCode() // want `status of the error of s3.ListBuckets is 0 if AWS does not respond, so API Gateway returns 502; fall back to 500`
		}
		return events.APIGatewayProxyResponse{StatusCode: status, Body: `{}`}, nil
	}
	return events.APIGatewayProxyResponse{StatusCode: 200, Body: `{}`}, nil
}

func lambdaField(err error) (resp *events.ALBTargetGroupResponse) {
	resp = &events.ALBTargetGroupResponse{StatusCode: 500, Headers: map[string]string{}}
	var respErr *awshttp.ResponseError
	if errors.As(err, &respErr) {
		resp.StatusCode = respErr.HTTPStatusCode() // want `so the load balancer returns 502`
	}
	return resp
}

func inClosure(err error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var respErr *awshttp.ResponseError
		if errors.As(err, &respErr) {
			w.WriteHeader(respErr.HTTPStatusCode()) // want `so WriteHeader panics`
		}
	}
}
