// Package reach gets statuses from another package.
package reach

import (
	"encoding/json"
	"errors"
	"net/http"

	"example.com/fixtures/zerostatus/reach/store"
)

func status(w http.ResponseWriter, err error) {
	http.Error(w, "failed", store.Status(err)) // want `status from store.Status is 0 if AWS does not respond, so http.Error panics; fall back to 500`
}

func described(w http.ResponseWriter, err error) {
	status, code := store.Describe(err) // want `status from store.Describe is 0 if AWS does not respond, so WriteHeader panics`
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(map[string]string{"code": code})
}

func known(w http.ResponseWriter, err error) {
	w.WriteHeader(store.Known(err))
}

func checked(w http.ResponseWriter, err error) {
	status, _ := store.Describe(err)
	if status < 400 {
		status = 500
	}
	w.WriteHeader(status)
}

func ofTheProgram(w http.ResponseWriter) {
	w.WriteHeader(store.Status(errors.New("no such page")))
}
