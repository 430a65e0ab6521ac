// Package fixes has what is hard about the fixes.
package fixes

import (
	"errors"
	stdhttp "net/http"

	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
)

func renamedImport(w stdhttp.ResponseWriter, err error) {
	var respErr *awshttp.ResponseError
	if errors.As(err, &respErr) {
		w.WriteHeader(respErr.HTTPStatusCode() /* of AWS */) // want `fall back to 500`
	}
}

// status returns 0 where there is none, as its callers know.
func status(err error) int {
	var respErr *awshttp.ResponseError
	if errors.As(err, &respErr) {
		return respErr.HTTPStatusCode() // want `fall back to 500`
	}
	return 0
}

func forgets(w stdhttp.ResponseWriter, err error) {
	w.WriteHeader(status(err))
}

func remembers(w stdhttp.ResponseWriter, err error) {
	if status := status(err); status != 0 {
		w.WriteHeader(status)
	}
}

func fallback(err error) (status int) {
	status = stdhttp.StatusInternalServerError
	var respErr *awshttp.ResponseError
	if errors.As(err, &respErr) {
		status = respErr.HTTPStatusCode() // want `fall back to 500`
	}
	return
}

func callsFallback(w stdhttp.ResponseWriter, err error) {
	stdhttp.Error(w, "failed", fallback(err))
}

func converted(w stdhttp.ResponseWriter, err error) {
	var respErr *awshttp.ResponseError
	if errors.As(err, &respErr) {
		status := int32(respErr.Response.StatusCode) // want `fall back to 500`
		w.WriteHeader(int(status))
	}
}
