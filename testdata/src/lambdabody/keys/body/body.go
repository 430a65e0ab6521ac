// Package body gets the keys of its clients in the bodies of requests, and passes them on to another package.
package body

import (
	"encoding/json"
	"net/http"

	"github.com/aws/aws-sdk-go-v2/service/s3"

	"example.com/fixtures/lambdabody/keys/clients"
)

func list(w http.ResponseWriter, r *http.Request) {
	var in struct {
		Region string
		Auth   struct{ Key, Secret string }
	}
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
		http.Error(w, "no JSON", http.StatusBadRequest)
		return
	}
	client := clients.WithKeys(in.Region, in.Auth.Key, in.Auth.Secret)
	if _, err := client.ListObjectsV2(r.Context(), &s3.ListObjectsV2Input{}); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway) // the client reads of an account of its own
	}
}
