package remedy_test

import (
	"testing"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/remedy"
)

const matchCode = "; match smithy.APIError with code "

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
		{"another type means the same", "s3.HeadObject", s3, "NoSuchKey", verdict{Reason: "; match *types.NotFound", Type: "NotFound", ServicePath: s3}, true},
		{"none means the same, and no source tells its code", "s3.GetObject", s3, "BucketAlreadyExists", verdict{Reason: "; remove this match"}, true},
		{"another thing does not exist", "s3.GetObject", s3, "NoSuchBucket", verdict{Reason: matchCode + `"NoSuchBucket"`, Code: "NoSuchBucket"}, true},
		{"its code is documented", "s3.GetObjectTagging", s3, "NoSuchKey", verdict{Reason: matchCode + `"NoSuchKey"`, Code: "NoSuchKey"}, true},
		{"its code never comes", "s3.DeleteObject", s3, "NoSuchKey", verdict{Reason: "; remove this match"}, true},
		{"one operation of two has a type that fits", "s3.HeadObject, s3.ListObjectsV2", s3, "NoSuchKey",
			verdict{Reason: "; match *types.NotFound", Type: "NotFound", ServicePath: s3}, true},
		{"two operations differ", "s3.HeadObject, s3.GetObjectTagging", s3, "NoSuchKey", verdict{Reason: "; match what each operation returns"}, true},
		{"of another service", "iam.GetUser", lambda, "ResourceNotFoundException",
			verdict{Of: " of lambda", Reason: " of lambda; match *types.NoSuchEntityException of iam", Type: "NoSuchEntityException", ServicePath: iam}, true},
		{"of another service with a type of the same name", "lambda.GetFunction", dynamodb, "ResourceNotFoundException",
			verdict{Of: " of dynamodb", Reason: " of dynamodb; match *types.ResourceNotFoundException of lambda", Type: "ResourceNotFoundException", ServicePath: lambda}, true},
		{"of another service, without a type that fits", "s3.PutObject", iam, "NoSuchEntityException", verdict{Of: " of iam", Reason: " of iam; remove this match"}, true},
		{"reason of a cancelled transaction", "dynamodb.TransactWriteItems", dynamodb, "ConditionalCheckFailedException",
			verdict{Reason: "; " + reasons}, true},
		{"conflict in a transaction", "dynamodb.TransactGetItems", dynamodb, "TransactionConflictException",
			verdict{Reason: "; " + reasons}, true},
		{"presigned", "presign s3.GetObject", s3, "NoSuchKey", verdict{Reason: ", since it only signs a request; remove this match"}, true},
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
