package awssdk_test

import (
	"testing"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

// TestErrorGeneration asks for the types of the variables of testdata/src/awssdk/errors.go.
func TestErrorGeneration(t *testing.T) {
	res := ruletest.Analyze(t, ruletest.Fixtures(t), nil, "./awssdk")
	scope := res.Packages[0].Types.Scope()
	for name, want := range map[string]int{
		"apiError": 2, "operationError": 2, "noSuchKey": 2, "responseError": 2, "canceled": 2,
		"awsErr": 1, "requestFailure": 1, "v1NotFound": 1,
		"any1": 0, "anyError": 0, "output": 0, "declared": 0,
	} {
		if got := awssdk.ErrorGeneration(scope.Lookup(name).Type()); got != want {
			t.Errorf("%s: %d, want %d", name, got, want)
		}
	}
}
