package ssaflow_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

func TestVerbs(t *testing.T) {
	for format, want := range map[string]string{
		"no verb":             "",
		"%v: %w":              "%v=0 %w=1",
		"100%% of %s, %+v":    "%s=0 %+v=1",
		"%[2]v and %[1]s %d":  "%[2]v=1 %[1]s=0 %d=1",
		"%*d %v":              "%*d=1 %v=2",
		"%-10.3s|%.*f|%v":     "%-10.3s=0 %.*f=2 %v=3",
		"%[3]*.[2]*[1]f, %v":  "%[3]*.[2]*[1]f=0 %v=1",
		"%é %# x":             "%é=0 %# x=1",
		"broken %":            "broken",
		"broken %[x]d":        "broken",
		"broken %[0]d":        "broken",
		"%[99999999999999]d":  "broken",
		"":                    "",
		"%v%v":                "%v=0 %v=1",
		"quoted %q, type %T!": "%q=0 %T=1",
	} {
		verbs, ok := ssaflow.Verbs(format)
		var have []string
		for _, v := range verbs {
			have = append(have, fmt.Sprintf("%s=%d", format[v.Start:v.End], v.Arg))
		}
		got := strings.Join(have, " ")
		if !ok {
			got = "broken"
		}
		if got != want {
			t.Errorf("%q: %s, want %s", format, got, want)
		}
	}
}
