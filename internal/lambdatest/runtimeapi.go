package lambdatest

import (
	"encoding/base64"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strconv"
	"sync/atomic"
	"time"
)

const requestID = "8476a536-e9f4-11e8-9739-2dfe598c3fcd"

// runtimeAPI is the Runtime API of a single invocation.
// See https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html.
type runtimeAPI struct {
	server    *httptest.Server
	inv       *Invocation
	asked     atomic.Bool
	delivered chan struct{} // closed when the event is delivered
	idle      chan struct{} // closed when the function asks for another event, which ends the invocation
}

// serveRuntimeAPI serves one event and records in inv what the function responds. inv may be read after the server is
// closed.
func serveRuntimeAPI(inv *Invocation) *runtimeAPI {
	api := &runtimeAPI{inv: inv, delivered: make(chan struct{}), idle: make(chan struct{})}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /2018-06-01/runtime/invocation/next", api.next)
	mux.HandleFunc("POST /2018-06-01/runtime/invocation/"+requestID+"/response", api.response)
	mux.HandleFunc("POST /2018-06-01/runtime/invocation/"+requestID+"/error", api.error)
	api.server = httptest.NewServer(mux)
	return api
}

func (api *runtimeAPI) next(w http.ResponseWriter, r *http.Request) {
	if api.asked.Swap(true) {
		close(api.idle)
		<-r.Context().Done() // there is no other event: the process waits until it is stopped
		return
	}
	deadline := time.Now().Add(api.inv.timeout).UnixMilli()
	w.Header().Set("Lambda-Runtime-Aws-Request-Id", requestID)
	w.Header().Set("Lambda-Runtime-Deadline-Ms", strconv.FormatInt(deadline, 10))
	w.Header().Set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:us-east-1:123456789012:function:orders-fn")
	w.Write(api.inv.Event) //nolint:errcheck // if it fails the function has ended, as its exit code tells
	close(api.delivered)
}

func (api *runtimeAPI) response(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	api.inv.Responded = true
	api.inv.Response = body
	api.inv.ContentType = r.Header.Get("Content-Type")
	api.inv.Truncated = err != nil
	if r.Trailer.Get("Lambda-Runtime-Function-Error-Type") != "" {
		payload, _ := base64.StdEncoding.DecodeString(r.Trailer.Get("Lambda-Runtime-Function-Error-Body"))
		api.inv.StreamError = functionError(payload)
	}
	w.WriteHeader(http.StatusAccepted)
}

func (api *runtimeAPI) error(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	api.inv.Error = functionError(body)
	w.WriteHeader(http.StatusAccepted)
}

// functionError decodes the payload of an error. If that is not JSON, only Payload is set.
func functionError(payload []byte) *FunctionError {
	e := &FunctionError{Payload: string(payload)}
	json.Unmarshal(payload, e) //nolint:errcheck // see above
	return e
}
