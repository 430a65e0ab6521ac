package errorscmd_test

import (
	"encoding/json"
	"strings"
	"testing"
)

// TestDiff compares the versions that the tests of package model use.
func TestDiff(t *testing.T) {
	t.Setenv("GOWORK", "off")
	for _, test := range []struct {
		args string
		want []string
	}{
		{"service/dynamodb@v1.54.0 v1.73.1", []string{
			"github.com/aws/aws-sdk-go-v2/service/dynamodb v1.54.0 -> v1.73.1\n\nErrors resolve service-wide, before per operation.\n",
			"Each of the 62 operations can return each of the 35 types. A match of *smithy.GenericAPIError",
			"New operations:\n  CancelBulkOperation\n",
		}},
		{"dynamodb@v1.73.1 dynamodb@v1.54.0", []string{
			"Errors resolve per operation, before service-wide.\n",
			"Removed operations:\n  CancelBulkOperation\n",
			"Operations that no longer return types, whose codes now come as *smithy.GenericAPIError:\n",
		}},
		{"cloudwatch@v1.42.2 v1.53.1", []string{
			"The protocol is rpc-v2-cbor, before query.\nErrorCode is what it was, which the service sends in the header X-Amzn-Query-Error,",
			"New types:\n  *types.ConflictException  ConflictException\n",
			"Operations that can return types whose codes came as *smithy.GenericAPIError before:\n",
		}},
		{"s3 v1.114.8", []string{"s3 v1.114.8 -> v1.114.8\n\nWhat can be matched is the same.\n"}},
	} {
		code, stdout, stderr := run(append([]string{"-C", clients, "diff"}, strings.Fields(test.args)...)...)
		if code != 0 || stderr != "" {
			t.Errorf("%s: code %d, stderr %q", test.args, code, stderr)
		}
		for _, want := range test.want {
			if !strings.Contains(stdout, want) {
				t.Errorf("%s: no %q in\n%s", test.args, want, stdout)
			}
		}
	}
}

func TestDiffJSON(t *testing.T) {
	code, stdout, stderr := run("diff", "dynamodb@v1.54.0", "v1.73.1", "-json")
	if code != 0 || stderr != "" {
		t.Fatalf("code %d: %s", code, stderr)
	}
	var got struct {
		Old, New     struct{ Decoder string }
		TypesRemoved []struct{ Type string }
		Operations   []struct {
			Operation    string
			Gains, Loses []string
		}
	}
	if err := json.Unmarshal([]byte(stdout), &got); err != nil {
		t.Fatal(err)
	}
	if got.Old.Decoder != "per operation" || got.New.Decoder != "service-wide" || len(got.TypesRemoved) > 0 {
		t.Errorf("got %+v", got)
	}
	for _, op := range got.Operations {
		if op.Operation == "GetItem" {
			if len(op.Loses) > 0 || !strings.Contains(strings.Join(op.Gains, " "), "ConditionalCheckFailedException") {
				t.Errorf("got %+v", op)
			}
			return
		}
	}
	t.Errorf("no GetItem in %s", stdout)
}
