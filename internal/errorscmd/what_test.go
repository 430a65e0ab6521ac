package errorscmd_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

// whats runs the command with -what and returns a line "type code" for each sign, "-" for no type.
func whats(t *testing.T, what, name string) []string {
	t.Helper()
	code, stdout, stderr := run("-C", clients, "-what", what, "-json", name)
	if code != 0 || stderr != "" {
		t.Fatalf("%s %s: code %d: %s", what, name, code, stderr)
	}
	var got struct {
		Signs []struct{ Operation, Type, Code string }
	}
	if err := json.Unmarshal([]byte(stdout), &got); err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, s := range got.Signs {
		if s.Operation != "" && strings.Contains(name, ".") && !strings.HasSuffix(name, s.Operation) {
			t.Errorf("%s: a sign of %s", name, s.Operation)
		}
		if s.Type == "" {
			s.Type = "-"
		}
		lines = append(lines, s.Type+" "+s.Code)
	}
	return lines
}

func TestWhat(t *testing.T) {
	t.Setenv("GOWORK", "off")
	for _, test := range []struct {
		what, name string
		want       []string
	}{
		// By the operation.
		{"notfound", "s3.GetObject", []string{"NoSuchKey NoSuchKey", "- NoSuchBucket"}},
		{"notfound", "s3.ListParts", []string{"- NoSuchUpload", "- NoSuchBucket"}},
		{"notfound", "s3.HeadObject", []string{"NotFound NotFound"}},
		{"notfound", "s3.ListBuckets", nil},
		{"notfound", "iam.GetRole", []string{"NoSuchEntityException NoSuchEntity"}},
		{"conflict", "iam.CreateUser", []string{"ConcurrentModificationException ConcurrentModification", "EntityAlreadyExistsException EntityAlreadyExists"}},
		{"conflict", "s3.PutObject", []string{"- PreconditionFailed"}},
		{"conflict", "s3.ListParts", nil},
		{"denied", "s3.HeadObject", []string{"- Forbidden"}},
		{"denied", "iam.GetRole", []string{"- AccessDenied"}},
		{"throttled", "s3.PutObject", []string{"- SlowDown"}},
		{"throttled", "s3.HeadObject", nil},
		{"retryable", "iam.GetRole", []string{"ServiceFailureException ServiceFailure"}},

		// By the service: what the documentation of the operation names, else what its input names.
		{"notfound", "dynamodb.DeleteTable", []string{"ResourceNotFoundException ResourceNotFoundException"}},
		{"notfound", "sqs.SendMessage", []string{"QueueDoesNotExist AWS.SimpleQueueService.NonExistentQueue", "ResourceNotFoundException ResourceNotFoundException"}},
		{"denied", "dynamodb.GetItem", []string{"- AccessDeniedException"}},

		// A condition can only fail where there may be one, and never for a transaction as a whole.
		{"conflict", "dynamodb.GetItem", nil},
		{"conflict", "dynamodb.DeleteItem", []string{"ConditionalCheckFailedException ConditionalCheckFailedException", "ResourceInUseException ResourceInUseException"}},
		{"conflict", "dynamodb.PutItem", []string{
			"ConditionalCheckFailedException ConditionalCheckFailedException", "DuplicateItemException DuplicateItemException",
			"ResourceInUseException ResourceInUseException",
		}},
		{"conflict", "dynamodb.TransactWriteItems", []string{"DuplicateItemException DuplicateItemException", "ResourceInUseException ResourceInUseException"}},
	} {
		if got := whats(t, test.what, test.name); !slices.Equal(got, test.want) {
			t.Errorf("%s %s:\n got %q\nwant %q", test.what, test.name, got, test.want)
		}
	}
	if all := whats(t, "denied", "s3"); len(all) < 100 || !slices.Contains(all, "- Forbidden") || !slices.Contains(all, "- AccessDenied") {
		t.Errorf("of all operations of s3: %q", all)
	}
}

func TestWhatTable(t *testing.T) {
	t.Setenv("GOWORK", "off")
	for _, test := range []struct{ args, want string }{
		{"notfound s3.GetObject", `s3.GetObject, not found, in github.com/aws/aws-sdk-go-v2/service/s3 v1.114.8

MATCH             CODE          STATUS  WHY
*types.NoSuchKey  NoSuchKey     -       operation models it
smithy.APIError   NoSuchBucket  -       documented by AWS: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html

`},
		{"notfound dynamodb.GetItem", "dynamodb.GetItem returns an empty output, not an error, where the item or the records do not exist.\n"},
		{"notfound s3.ListBuckets", "No error that s3.ListBuckets models means that, and awserrlint knows no page of AWS that says so.\n"},
		{"retryable iam.GetRole", "*types.ServiceFailureException  ServiceFailure  -       it is a server fault\n"},
		{"retryable iam.GetRole", "  codes          RequestTimeout, RequestTimeoutException (DefaultRetryableErrorCodes)\n"},
		{"retryable dynamodb.GetItem", "ProvisionedThroughputExceededException  400     its code is in DefaultThrottleErrorCodes\n"},
	} {
		what, name, _ := strings.Cut(test.args, " ")
		code, stdout, stderr := run("-C", clients, name, "-what", what)
		if code != 0 || stderr != "" || !strings.Contains(stdout, test.want) {
			t.Errorf("%s: code %d\nstderr: %s\n got %s\nwant %s", test.args, code, stderr, stdout, test.want)
		}
	}
}

// TestWhatOldRetries has an SDK from before v1.14.0, whose retryer has one table of codes.
func TestWhatOldRetries(t *testing.T) {
	t.Setenv("GOWORK", "off")
	dir := writeFake(t, `var DefaultRetryableErrorCodes = map[string]struct{}{"RequestTimeout": {}, "ThrottlingException": {}}`)
	code, stdout, stderr := run("-C", dir, "fake", "-what", "retryable")
	if code != 0 || stderr != "" || !strings.Contains(stdout, "  codes          RequestTimeout, ThrottlingException (DefaultRetryableErrorCodes)\n  statuses       500 (") {
		t.Errorf("code %d\nstderr: %s\nstdout: %s", code, stderr, stdout)
	}
}
