package remedy_test

import (
	"testing"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/remedy"
)

const notModelled = ", which it does not model; match smithy.APIError and its code "

// TestNeverReturn asks whether operations never return an error type.
func TestNeverReturn(t *testing.T) {
	sdk := openSDK(t)
	const dynamodb, iam, lambda, s3 = awspath.Services + "/dynamodb", awspath.Services + "/iam", awspath.Services + "/lambda", awspath.Services + "/s3"
	type verdict = remedy.Verdict
	for _, tt := range []struct {
		question, ops, service, typ string
		want                        verdict
		never                       bool
	}{
		{"modelled", "s3.GetObject", s3, "NoSuchKey", verdict{}, false},
		{"modelled by one operation of two", "s3.HeadObject, s3.GetObject", s3, "NoSuchKey", verdict{}, false},
		{"another type means the same", "s3.HeadObject", s3, "NoSuchKey", verdict{Reason: "; match *types.NotFound", Type: "NotFound", ServicePath: s3, Code: "NoSuchKey"}, true},
		{"none means the same, but its code can come", "s3.GetObject", s3, "BucketAlreadyExists",
			verdict{Reason: notModelled + `"BucketAlreadyExists"`, ServicePath: s3, Code: "BucketAlreadyExists"}, true},
		{"two operations have no type that fits both", "s3.HeadObject, s3.ListObjectsV2", s3, "NoSuchKey",
			verdict{Reason: notModelled + `"NoSuchKey"`, ServicePath: s3, Code: "NoSuchKey"}, true},
		{"of another service", "iam.GetUser", lambda, "ResourceNotFoundException",
			verdict{Reason: "; match *types.NoSuchEntityException", Type: "NoSuchEntityException", ServicePath: iam}, true},
		{"of another service with a type of the same name, among several that fit", "lambda.GetFunction", dynamodb, "ResourceNotFoundException",
			verdict{Reason: ", an error of dynamodb", ServicePath: lambda, Code: "ResourceNotFoundException"}, true},
		{"of another service, without a type that fits", "s3.PutObject", iam, "NoSuchEntityException", verdict{Reason: ", an error of iam", ServicePath: s3}, true},
		{"reason of a cancelled transaction", "dynamodb.TransactWriteItems", dynamodb, "ConditionalCheckFailedException",
			verdict{Reason: "; " + reasons, ServicePath: dynamodb, Code: "ConditionalCheckFailedException"}, true},
		{"presigned", "presign s3.GetObject", s3, "NoSuchKey", verdict{Reason: ", since it sends nothing", ServicePath: s3, Code: "NoSuchKey"}, true},
		{"of operations and elsewhere", "s3.HeadObject, elsewhere", s3, "NoSuchKey", verdict{}, false},
		{"presigned in one operation of two", "presign s3.GetObject, s3.GetObject", s3, "NoSuchKey", verdict{}, false},
	} {
		have, never := sdk.operations(t, tt.ops).NeverReturn(tt.service, tt.typ)
		if have != tt.want || never != tt.never {
			t.Errorf("%s: %s and %s: %+v %v, want %+v %v", tt.question, tt.ops, tt.typ, have, never, tt.want, tt.never)
		}
	}
}

// TestCancellation asks for the code of a CancellationReason.
func TestCancellation(t *testing.T) {
	for _, tt := range []struct{ question, exception, want string }{
		{"without the suffix", "ConditionalCheckFailedException", "ConditionalCheckFailed"},
		{"another suffix", "ThrottlingException", "ThrottlingError"},
		{"the code itself", "ConditionalCheckFailed", ""},
	} {
		if have, ok := remedy.Cancellation(tt.exception); have != tt.want || ok != (tt.want != "") {
			t.Errorf("%s: %s: %q %v, want %q", tt.question, tt.exception, have, ok, tt.want)
		}
	}
}
