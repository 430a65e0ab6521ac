package lambdatest

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// AWSResponse is the response of AWS to a call.
type AWSResponse struct {
	Status int
	Body   string
	Header map[string]string // besides the headers of every response

	// Next is the response to the request for the next page, which sends the Token, nil if there is none.
	Next  *AWSResponse
	Token string
}

// to returns the response to the request with the query or the body.
func (a AWSResponse) to(query, body string) AWSResponse {
	for a.Next != nil && (strings.Contains(query, a.Token) || strings.Contains(body, a.Token)) {
		a = *a.Next
	}
	return a
}

// JSONError returns an error response of a service that uses JSON, such as DynamoDB, SQS or Kinesis.
func JSONError(status int, code, message string) AWSResponse {
	body, _ := json.Marshal(map[string]string{"__type": code, "message": message})
	return AWSResponse{Status: status, Body: string(body)}
}

// S3Error returns an error response of S3.
func S3Error(status int, code, message string) AWSResponse {
	body, _ := xml.Marshal(struct {
		XMLName xml.Name `xml:"Error"`
		Code    string
		Message string
	}{Code: code, Message: message})
	return AWSResponse{Status: status, Body: string(body)}
}

// StartAWS starts a server that responds to SDK clients like AWS. It returns environment variables
// that make the clients of a function use the server, without retries. responses are by operation,
// such as "GetItem", or by method and path if a request does not name its operation, such as "HEAD
// /bucket/key". Any other call fails the test.
func StartAWS(t testing.TB, responses map[string]AWSResponse) (env []string) {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			t.Error(err)
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		op := operation(r)
		response, ok := responses[op]
		response = response.to(r.URL.RawQuery, string(body))
		if !ok {
			t.Errorf("unexpected call of AWS: %s", op)
			response.Status = http.StatusNotImplemented
		}
		contentType := "application/xml"
		if strings.HasPrefix(response.Body, "{") {
			contentType = "application/x-amz-json-1.0"
		}
		w.Header().Set("Content-Type", contentType)
		w.Header().Set("X-Amz-Request-Id", "TXRXKQ5QD6YJ9B5N") // S3
		w.Header().Set("X-Amz-Id-2", "host-id-of-s3")          // S3
		w.Header().Set("X-Amzn-Requestid", requestID)          // the others
		for name, value := range response.Header {
			w.Header().Set(name, value)
		}
		w.WriteHeader(response.Status)
		fmt.Fprint(w, response.Body)
	}))
	t.Cleanup(server.Close)
	return []string{
		"AWS_ENDPOINT_URL=" + server.URL,
		"AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE",
		"AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
		"AWS_MAX_ATTEMPTS=1",
	}
}

// operation returns the operation that the request names, or else its method and path.
func operation(r *http.Request) string {
	if target := r.Header.Get("X-Amz-Target"); target != "" { // AWS JSON
		return target[strings.LastIndexByte(target, '.')+1:]
	}
	if action := r.PostFormValue("Action"); action != "" { // AWS Query, EC2
		return action
	}
	if id := r.URL.Query().Get("x-id"); id != "" { // most of S3
		return id
	}
	return r.Method + " " + r.URL.Path
}
