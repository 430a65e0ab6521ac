// Package own has keys of its own, which its clients know nothing of.
package own

import (
	"encoding/json"
	"net/http"
	"os"

	"github.com/aws/aws-sdk-go-v2/service/s3"

	"example.com/fixtures/lambdabody/keys/clients"
)

type server struct{ client *s3.Client }

func newServer() (*server, error) {
	var keys struct{ Key, Secret string }
	text, err := os.ReadFile("keys.json")
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(text, &keys); err != nil {
		return nil, err
	}
	return &server{clients.WithKeys(os.Getenv("REGION"), keys.Key, keys.Secret)}, nil
}

func (s *server) list(w http.ResponseWriter, r *http.Request) {
	var in struct{ Prefix string }
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
		http.Error(w, "no JSON", http.StatusBadRequest)
		return
	}
	if _, err := s.client.ListObjectsV2(r.Context(), &s3.ListObjectsV2Input{Prefix: &in.Prefix}); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway) // want `which can come from s3.ListObjectsV2; log it and send a fixed message`
	}
}
