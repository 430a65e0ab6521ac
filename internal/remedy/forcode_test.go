package remedy_test

import (
	"testing"

	"github.com/awserrlint/awserrlint/internal/remedy"
)

const noBody = ", since a HEAD response has no body; check its HTTP status"

// TestNeverSend asks whether operations never send a code.
func TestNeverSend(t *testing.T) {
	sdk := openSDK(t)
	type verdict = remedy.Verdict
	for _, tt := range []struct {
		question, ops, code string
		want                verdict
		never               bool
	}{
		{"modelled", "s3.GetObject", "NoSuchKey", verdict{}, false},
		{"well known", "s3.GetObject", "SlowDown", verdict{}, false},
		{"unknown", "s3.GetObject", "Whatever", verdict{}, false},
		{"of another operation", "s3.GetObject", "NoSuchBucket", verdict{}, false},
		{"spelled as its type", "iam.GetUser", "NoSuchEntityException", verdict{Reason: `; compare with "NoSuchEntity"`, Code: "NoSuchEntity"}, true},
		{"spelled as its type, in one operation of two", "iam.GetUser, s3.GetObject", "NoSuchEntityException", verdict{}, false},
		{"in other case", "lambda.Invoke", "resourceNotFoundException", verdict{Reason: `; compare with "ResourceNotFoundException"`, Code: "ResourceNotFoundException"}, true},
		{"misspelled", "s3.GetObject", "NoSuchKeys", verdict{Reason: `; did you mean "NoSuchKey"?`}, true},
		{"misspelled well-known code", "s3.GetObject", "SlowDwn", verdict{Reason: `; did you mean "SlowDown"?`}, true},
		{"by number, without a body", "s3.HeadObject", "404", verdict{Reason: `; compare with "NotFound"`, Code: "NotFound"}, true},
		{"by number, with a body", "s3.GetObject", "404", verdict{}, false},
		{"not found, without a body", "s3.HeadObject", "NoSuchKey", verdict{Reason: `; compare with "NotFound"`, Code: "NotFound"}, true},
		{"status, without a body", "s3.HeadObject", "Forbidden", verdict{}, false},
		{"status that the service also sends as a code, without a body", "s3.HeadObject", "PreconditionFailed", verdict{}, false},
		{"denied, without a body", "s3.HeadObject", "AccessDenied", verdict{Reason: `; compare with "Forbidden"`, Code: "Forbidden"}, true},
		{"another code, without a body", "s3.HeadObject", "SlowDown", verdict{Reason: noBody}, true},
		{"not found, without a body in one operation of two", "s3.HeadObject, s3.GetObject", "NoSuchKey", verdict{}, false},
		{"reason of a cancelled transaction", "dynamodb.TransactWriteItems", "ConditionalCheckFailedException",
			verdict{Reason: "; " + reasons}, true},
		{"the same of a single item", "dynamodb.PutItem", "ConditionalCheckFailedException", verdict{}, false},
		{"presigned", "presign s3.GetObject", "NoSuchKey", verdict{Reason: ", since it only signs a request; remove this check"}, true},
		{"presigned, unknown", "presign s3.GetObject", "Whatever", verdict{}, false},
		{"only of SDK v1", "s3.GetObject", "RequestCanceled", verdict{Reason: ", only SDK v1 has it; use errors.Is(err, context.Canceled)"}, true},
		{"only of SDK v1, where v2 has mere text", "s3.GetObject", "MissingRegion", verdict{Reason: ", only SDK v1 has it; remove this check"}, true},
		{"code of the query protocol", "sqs.GetQueueUrl", "QueueDoesNotExist", verdict{}, false},
		{"not modelled, may come from elsewhere", "iam.GetUser, elsewhere", "NoSuchEntityException", verdict{}, false},
		{"operations that send different codes instead", "s3.HeadObject, presign s3.GetObject", "NoSuchKey", verdict{Reason: noBody}, true},
	} {
		have, never := sdk.operations(t, tt.ops).NeverSend(tt.code)
		if have != tt.want || never != tt.never {
			t.Errorf("%s: %s and %q: %+v %v, want %+v %v", tt.question, tt.ops, tt.code, have, never, tt.want, tt.never)
		}
	}
}

// TestModelCode asks whether operations have a type for a code.
func TestModelCode(t *testing.T) {
	sdk := openSDK(t)
	for _, tt := range []struct {
		question, ops, code string
		want                bool
	}{
		{"modelled", "s3.GetObject", "NoSuchKey", true},
		{"well known only", "s3.GetObject", "SlowDown", false},
		{"modelled by one operation of two", "s3.GetObject, s3.HeadObject", "NoSuchKey", false},
		{"code that is not the name of the type", "iam.GetUser", "NoSuchEntity", true},
		{"may come from elsewhere", "s3.GetObject, elsewhere", "NoSuchKey", false},
		{"name of the type", "iam.GetUser", "NoSuchEntityException", false},
	} {
		if have := sdk.operations(t, tt.ops).ModelCode(tt.code); have != tt.want {
			t.Errorf("%s: %s and %q: %v, want %v", tt.question, tt.ops, tt.code, have, tt.want)
		}
	}
}
