// Package example passes the status of AWS on to clients.
package example

import (
	"errors"
	"log"
	"net/http"

	"github.com/aws/aws-sdk-go-v2/aws"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type server struct {
	client *s3.Client
	bucket string
}

func (s *server) get(w http.ResponseWriter, r *http.Request) {
	_, err := s.client.GetObject(r.Context(), &s3.GetObjectInput{Bucket: &s.bucket, Key: aws.String(r.URL.Path)})
	if err != nil {
		log.Print(err)
		status := http.StatusInternalServerError
		var respErr *awshttp.ResponseError
		if errors.As(err, &respErr) {
			status = respErr.HTTPStatusCode() // want `status of the error of s3.GetObject is 0 if AWS does not respond, so http.Error panics; fall back to 500`
		}
		http.Error(w, http.StatusText(status), status)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
