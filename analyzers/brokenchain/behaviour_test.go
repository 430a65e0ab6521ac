package brokenchain_test

import (
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/lambdatest"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

// TestBehaviour runs a program with a real client before and after the fixes: only then do matches
// find the error. What the errors say is the same.
func TestBehaviour(t *testing.T) {
	env := lambdatest.StartAWS(t, map[string]lambdatest.AWSResponse{
		"GetObject": lambdatest.S3Error(http.StatusNotFound, "NoSuchKey", "The specified key does not exist."),
	})
	const pkg = "./brokenchain/behaviour"
	before := ruletest.Output(t, ruletest.Fixtures(t), pkg, env...)
	after := ruletest.Output(t, ruletest.Fixed(t, "brokenchain"), pkg, env...)
	const ways = 5 // of cutting
	const none = "false false false false TEXT\n"
	if got, want := matches(before), strings.Repeat(none, 2*ways); got != want {
		t.Errorf("before the fixes:\n%swant\n%s", got, want)
	}
	want := strings.Repeat("true true true false TEXT\n", ways) + strings.Repeat("false false false true TEXT\n", ways)
	if got := matches(after); got != want {
		t.Errorf("after the fixes:\n%swant\n%s", got, want)
	}
	if b, a := texts(before), texts(after); b != a {
		t.Errorf("the texts before the fixes:\n%sand after:\n%s", b, a)
	}
}

// line matches what the program prints of an error.
var line = regexp.MustCompile(`(?m)^(\w+ \w+ \w+ \w+) (.*)$`)

func matches(out string) string { return line.ReplaceAllString(out, "$1 TEXT") }

func texts(out string) string {
	var b strings.Builder
	for _, m := range line.FindAllStringSubmatch(out, -1) {
		b.WriteString(m[2] + "\n")
	}
	return regexp.MustCompile(`RequestID: [^,]*`).ReplaceAllString(b.String(), "RequestID")
}
