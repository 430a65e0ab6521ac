package lambdatest

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// Answer is what AWS answers to a call.
type Answer struct {
	Status int
	Body   string
	Header map[string]string // besides what every answer has
}

// JSONError is an error answer of a service that speaks JSON, such as DynamoDB, SQS or Kinesis.
func JSONError(status int, code, message string) Answer {
	body, _ := json.Marshal(map[string]string{"__type": code, "message": message})
	return Answer{Status: status, Body: string(body)}
}

// S3Error is an error answer of S3.
func S3Error(status int, code, message string) Answer {
	body, _ := xml.Marshal(struct {
		XMLName xml.Name `xml:"Error"`
		Code    string
		Message string
	}{Code: code, Message: message})
	return Answer{Status: status, Body: string(body)}
}

// StartAWS starts a server that answers SDK clients like AWS, and returns the environment that makes the clients of a
// function use it, once and without waiting for another attempt. answers is keyed by operation, such as "GetItem", or where a
// request does not tell its operation by method and path, such as "HEAD /bucket/key". Any other call fails the test.
func StartAWS(t testing.TB, answers map[string]Answer) (env []string) {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		op := operation(r)
		answer, ok := answers[op]
		if !ok {
			t.Errorf("unexpected call of AWS: %s", op)
			answer.Status = http.StatusNotImplemented
		}
		contentType := "application/xml"
		if strings.HasPrefix(answer.Body, "{") {
			contentType = "application/x-amz-json-1.0"
		}
		w.Header().Set("Content-Type", contentType)
		w.Header().Set("X-Amz-Request-Id", "TXRXKQ5QD6YJ9B5N") // S3
		w.Header().Set("X-Amz-Id-2", "host-id-of-s3")          // S3
		w.Header().Set("X-Amzn-Requestid", requestID)          // the others
		for name, value := range answer.Header {
			w.Header().Set(name, value)
		}
		w.WriteHeader(answer.Status)
		fmt.Fprint(w, answer.Body)
	}))
	t.Cleanup(server.Close)
	return []string{
		"AWS_ENDPOINT_URL=" + server.URL,
		"AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE",
		"AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
		"AWS_MAX_ATTEMPTS=1",
	}
}

// operation returns the operation that an SDK's request names, else the method and the path.
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
