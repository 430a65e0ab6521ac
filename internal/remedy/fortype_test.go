package remedy_test

import (
	"testing"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/remedy"
)

// TestNeverReturn asks whether operations never return an error type.
func TestNeverReturn(t *testing.T) {
	sdk := openSDK(t)
	const dynamodb, iam, lambda, s3 = awspath.Services + "/dynamodb", awspath.Services + "/iam", awspath.Services + "/lambda", awspath.Services + "/s3"
	type wrong = remedy.WrongType
	for _, tt := range []struct {
		question, ops, service, typ string
		want                        wrong
		never                       bool
	}{
		{"modelled", "s3.GetObject", s3, "NoSuchKey", wrong{}, false},
		{"modelled by one operation of two", "s3.HeadObject, s3.GetObject", s3, "NoSuchKey", wrong{}, false},
		{"another type means the same", "s3.HeadObject", s3, "NoSuchKey", wrong{Fitting: "NotFound", ServicePath: s3, Code: "NoSuchKey"}, true},
		{"none means the same, but its code can come", "s3.GetObject", s3, "BucketAlreadyExists", wrong{ServicePath: s3, Code: "BucketAlreadyExists"}, true},
		{"two operations have no type that fits both", "s3.HeadObject, s3.ListObjectsV2", s3, "NoSuchKey", wrong{ServicePath: s3, Code: "NoSuchKey"}, true},
		{"of another service", "iam.GetUser", lambda, "ResourceNotFoundException",
			wrong{Fitting: "NoSuchEntityException", ServicePath: iam, Foreign: true}, true},
		{"of another service with a type of the same name, among several that fit", "lambda.GetFunction", dynamodb, "ResourceNotFoundException",
			wrong{ServicePath: lambda, Foreign: true, Code: "ResourceNotFoundException"}, true},
		{"of another service, without a type that fits", "s3.PutObject", iam, "NoSuchEntityException", wrong{ServicePath: s3, Foreign: true}, true},
		{"reason of a cancelled transaction", "dynamodb.TransactWriteItems", dynamodb, "ConditionalCheckFailedException",
			wrong{IsReason: true, ServicePath: dynamodb, Code: "ConditionalCheckFailedException"}, true},
		{"presigned", "presign s3.GetObject", s3, "NoSuchKey", wrong{SendsNothing: true, ServicePath: s3, Code: "NoSuchKey"}, true},
		{"presigned in one operation of two", "presign s3.GetObject, s3.GetObject", s3, "NoSuchKey", wrong{}, false},
	} {
		have, never := sdk.operations(t, tt.ops).NeverReturn(tt.service, tt.typ)
		if have != tt.want || never != tt.never {
			t.Errorf("%s: %s and %s: %+v %v, want %+v %v", tt.question, tt.ops, tt.typ, have, never, tt.want, tt.never)
		}
	}
}
