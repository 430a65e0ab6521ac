package httpstatus

import (
	"net/http"
	"testing"
)

func TestText(t *testing.T) {
	for status := range 1000 {
		if got, want := Text(status), http.StatusText(status); got != want {
			t.Errorf("Text(%d) = %q, want %q as of net/http", status, got, want)
		}
	}
}
