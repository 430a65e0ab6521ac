package impossiblematch_test

import (
	"net/http"
	"testing"

	"github.com/awserrlint/awserrlint/internal/lambdatest"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

// TestBehaviour runs a program with real clients before and after the fixes: only then
// does it find out that the object and the user do not exist.
func TestBehaviour(t *testing.T) {
	env := append(lambdatest.StartAWS(t, map[string]lambdatest.AWSResponse{
		"HEAD /bucket/key": {Status: http.StatusNotFound},
		"GetUser": {Status: http.StatusNotFound, Body: `<ErrorResponse><Error><Type>Sender</Type><Code>NoSuchEntity</Code>` +
			`<Message>The user with name user cannot be found.</Message></Error></ErrorResponse>`},
	}), "AWS_REGION=eu-central-1")
	const pkg = "./impossiblematch/behaviour"
	before := ruletest.Output(t, ruletest.Fixtures(t), pkg, env...)
	if want := "object: false true\nuser: false true\n"; before != want {
		t.Errorf("before the fixes:\n%swant:\n%s", before, want)
	}
	after := ruletest.Output(t, ruletest.Fixed(t, "impossiblematch"), pkg, env...)
	if want := "object: false false\nuser: false false\n"; after != want {
		t.Errorf("after the fixes:\n%swant:\n%s", after, want)
	}
}

// TestByValue runs a program that asks for errors which the SDK returns by value, before and after the fixes.
func TestByValue(t *testing.T) {
	const pkg = "./impossiblematch/byvalue"
	before := ruletest.Output(t, ruletest.Fixtures(t), pkg)
	if want := "s3: false true\nsqs: false true\nprofile: false\n"; before != want {
		t.Errorf("before the fixes:\n%swant:\n%s", before, want)
	}
	after := ruletest.Output(t, ruletest.Fixed(t, "impossiblematch"), pkg)
	if want := "s3: true true\nsqs: true true\nprofile: true\n"; after != want {
		t.Errorf("after the fixes:\n%swant:\n%s", after, want)
	}
}
