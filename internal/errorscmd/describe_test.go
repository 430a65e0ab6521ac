package errorscmd_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/errorscmd"
)

// row returns an error in one line: "*types.NoSuchKey NoSuchKey 0 client false [not found]".
func row(e errorscmd.Error) string {
	return fmt.Sprintln(e.Words().Match, e.Code, e.Status, e.Fault, e.Retryable, e.Means)
}

func TestDescribe(t *testing.T) {
	t.Setenv("GOWORK", "off")
	m := errorscmd.ModuleAt(clients)
	for name, want := range map[string][]string{
		"s3.GetObject": {
			"*types.InvalidObjectState InvalidObjectState 0 client false []\n",
			"*types.NoSuchKey NoSuchKey 0 client false [not found]\n",
			"smithy.APIError NoSuchBucket 0  false [not found]\n",
			"smithy.APIError AccessDenied 0  false [denied]\n",
			"smithy.APIError SlowDown 0  true [throttled]\n",
			"smithy.APIError PreconditionFailed 0  false [conflict]\n",
		},
		"s3.HeadObject": {
			"*types.NotFound NotFound 404 client false [not found]\n",
			"smithy.APIError Forbidden 0  false [denied]\n",
			"smithy.APIError PreconditionFailed 0  false [conflict]\n",
		},
	} {
		op, err := m.Describe(name)
		if err != nil {
			t.Fatal(err)
		}
		var rows []string
		for _, e := range op.Errors {
			rows = append(rows, row(e))
		}
		if !slices.Equal(rows, want) {
			t.Errorf("%s: got\n%swant\n%s", name, strings.Join(rows, ""), strings.Join(want, ""))
		}
		if op.String() != name || op.Package != "github.com/aws/aws-sdk-go-v2/service/s3" || op.Version != "v1.114.8" || len(op.Notes) == 0 || len(op.Partial) != 0 {
			t.Errorf("%s: got %+v", name, op)
		}
	}
	if op, err := m.Describe("sqs.SendMessageBatch"); err != nil || !slices.Equal(op.Partial, []string{"Failed"}) {
		t.Errorf("got %+v, %v", op, err)
	}
	if op, err := errorscmd.Describe(clients, "dynamodb.GetItem"); err != nil || !slices.ContainsFunc(op.Notes, func(n string) bool { return strings.Contains(n, "empty output") }) {
		t.Errorf("got %+v, %v", op, err)
	}
	_, printed, _ := run("handle", "s3.GetObject", "-C", clients)
	if source, err := m.Handle("s3.GetObject"); err != nil || source != printed {
		t.Errorf("got %s, %v, want what the command prints", source, err)
	}
}

func TestDescribeRefusals(t *testing.T) {
	t.Setenv("GOWORK", "off")
	m := errorscmd.ModuleAt(clients)
	for name, want := range map[string]string{
		"s3":          "s3 is a service; name an operation",
		"iam.GetRol":  "did you mean iam.GetRole?",
		"rds.Any":     "this module does not use service rds; to get it",
		"../s3.Thing": "is no name of a service package",
	} {
		if _, err := m.Describe(name); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %s", name, err, want)
		}
		if _, err := m.Handle(name); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("handle %s: got %v, want %s", name, err, want)
		}
	}
}
