package model

import (
	"net/http"
	"strings"
	"testing"
)

func TestStatusCodes(t *testing.T) {
	for status := 300; status < 600; status++ {
		if got, want := statusCodes[status], strings.ReplaceAll(http.StatusText(status), " ", ""); got != want {
			t.Errorf("%d makes %q, not %q", status, got, want)
		}
	}
}
