package model_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/awssdk/model"
)

// TestLoadRetries reads tables of the known form, and of others, of which nothing is claimed.
func TestLoadRetries(t *testing.T) {
	const known = `package retry

var DefaultRetryableHTTPStatusCodes = map[int]struct{}{500: {}, 503: {}}

var DefaultRetryableErrorCodes = map[string]struct{}{"RequestTimeout": {}}

var DefaultThrottleErrorCodes = map[string]struct{}{
	"Throttling": {},
	"SlowDown":   {},
}
`
	for _, test := range []struct {
		name, old, new string
		known          bool
	}{
		{"known", "", "", true},
		{"no table", "DefaultThrottleErrorCodes", "throttleCodes", false},
		{"computed", `map[string]struct{}{"RequestTimeout": {}}`, "codes()", false},
		{"constant", `"SlowDown": `, "slowDown: ", false},
		{"list", `map[int]struct{}{500: {}, 503: {}}`, "[]int{500, 503}", false},
		{"no Go", "package", "pakage", false},
	} {
		dir := t.TempDir()
		write(t, dir, "standard.go", strings.Replace(known, test.old, test.new, 1))
		r, err := model.LoadRetries(dir)
		if (err == nil) != test.known {
			t.Errorf("%s: got %+v, %v", test.name, r, err)
		}
		if test.known && !(slices.Equal(r.Codes, []string{"RequestTimeout"}) && slices.Equal(r.Throttle, []string{"Throttling", "SlowDown"}) && slices.Equal(r.Statuses, []int{500, 503})) {
			t.Errorf("%s: got %+v", test.name, r)
		}
	}
	// Before v1.14.0 of the SDK, one table had all codes.
	dir := t.TempDir()
	older, _, _ := strings.Cut(known, "var DefaultThrottleErrorCodes")
	write(t, dir, "standard.go", strings.Replace(older, `"RequestTimeout": {}`, `"RequestTimeout": {}, "ThrottlingException": {}`, 1))
	if r, err := model.LoadRetries(dir); err != nil || !slices.Equal(r.Codes, []string{"RequestTimeout", "ThrottlingException"}) || len(r.Throttle) > 0 || !slices.Equal(r.Statuses, []int{500, 503}) {
		t.Errorf("one table: got %+v, %v", r, err)
	}
	if r, err := model.LoadRetries(t.TempDir()); err == nil {
		t.Errorf("of an empty folder: got %+v", r)
	}
}
