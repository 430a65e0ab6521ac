package remedy_test

import (
	"testing"

	"github.com/awserrlint/awserrlint/internal/remedy"
)

const noBody = "a HEAD answer has no body, so its code is the status: NotFound, Forbidden"

// TestNeverSend asks whether operations never send a code.
func TestNeverSend(t *testing.T) {
	sdk := openSDK(t)
	type wrong = remedy.WrongCode
	for _, tt := range []struct {
		question, ops, code string
		want                wrong
		never               bool
	}{
		{"modelled", "s3.GetObject", "NoSuchKey", wrong{}, false},
		{"well known", "s3.GetObject", "SlowDown", wrong{}, false},
		{"unknown", "s3.GetObject", "Whatever", wrong{}, false},
		{"of another operation", "s3.GetObject", "NoSuchBucket", wrong{}, false},
		{"spelled as its type", "iam.GetUser", "NoSuchEntityException", wrong{Instead: "NoSuchEntity"}, true},
		{"spelled as its type, in one operation of two", "iam.GetUser, s3.GetObject", "NoSuchEntityException", wrong{}, false},
		{"in other case", "lambda.Invoke", "resourceNotFoundException", wrong{Instead: "ResourceNotFoundException"}, true},
		{"misspelled", "s3.GetObject", "NoSuchKeys", wrong{Guess: "NoSuchKey"}, true},
		{"misspelled well-known code", "s3.GetObject", "SlowDwn", wrong{Guess: "SlowDown"}, true},
		{"by number, without a body", "s3.HeadObject", "404", wrong{Instead: "NotFound"}, true},
		{"by number, with a body", "s3.GetObject", "404", wrong{}, false},
		{"not found, without a body", "s3.HeadObject", "NoSuchKey", wrong{Instead: "NotFound", Advice: noBody}, true},
		{"status, without a body", "s3.HeadObject", "Forbidden", wrong{}, false},
		{"denied, without a body", "s3.HeadObject", "AccessDenied", wrong{Advice: noBody}, true},
		{"not found, without a body in one operation of two", "s3.HeadObject, s3.GetObject", "NoSuchKey", wrong{}, false},
		{"reason of a cancelled transaction", "dynamodb.TransactWriteItems", "ConditionalCheckFailedException",
			wrong{Advice: "look at the CancellationReasons of *types.TransactionCanceledException"}, true},
		{"the same of a single item", "dynamodb.PutItem", "ConditionalCheckFailedException", wrong{}, false},
		{"presigned", "presign s3.GetObject", "NoSuchKey", wrong{Advice: "it sends nothing"}, true},
		{"presigned, unknown", "presign s3.GetObject", "Whatever", wrong{}, false},
		{"only of SDK v1", "s3.GetObject", "RequestCanceled", wrong{Advice: "only SDK v1 has it; match errors.Is(err, context.Canceled)"}, true},
		{"only of SDK v1, where v2 has mere text", "s3.GetObject", "MissingRegion", wrong{Advice: "only SDK v1 has it"}, true},
		{"code of the query protocol", "sqs.GetQueueUrl", "QueueDoesNotExist", wrong{}, false},
		{"operations that send different codes instead", "s3.HeadObject, presign s3.GetObject", "NoSuchKey", wrong{Advice: noBody}, true},
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
		{"name of the type", "iam.GetUser", "NoSuchEntityException", false},
	} {
		if have := sdk.operations(t, tt.ops).ModelCode(tt.code); have != tt.want {
			t.Errorf("%s: %s and %q: %v, want %v", tt.question, tt.ops, tt.code, have, tt.want)
		}
	}
}
