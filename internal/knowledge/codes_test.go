package knowledge_test

import (
	"testing"

	"github.com/awserrlint/awserrlint/internal/knowledge"
)

func TestAlike(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"NoSuchKey", "NotFound", true},
		{"ResourceArnNotFoundException", "UnknownResourceException", true},
		{"EntityAlreadyExists", "BucketAlreadyExists", true},
		{"BucketAlreadyExists", "BucketAlreadyOwnedByYou", true},
		{"NoSuchKey", "NoSuchBucket", false},
		{"AccessDenied", "Forbidden", true},
		{"ThrottlingException", "SlowDown", true},
		{"NoSuchKey", "Forbidden", false},
		{"InvalidObjectState", "InvalidObjectState", false},
	} {
		if got := knowledge.Alike(test.a, test.b); got != test.want {
			t.Errorf("%s and %s: got %t", test.a, test.b, got)
		}
	}
}

func TestThing(t *testing.T) {
	for name, want := range map[string]string{
		"QueueDoesNotExist": "Queue", "NoSuchBucket": "Bucket", "ResourceNotFoundException": "", "UnknownResourceException": "", "NotFound": "",
	} {
		if got := knowledge.NotFound.Thing(name); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}

func TestReturnedByValue(t *testing.T) {
	const sdk = "github.com/aws/aws-sdk-go-v2"
	for _, test := range []struct {
		path, name string
		want       bool
	}{
		{"github.com/aws/smithy-go", "InvalidParamsError", true},
		{sdk + "/aws/ratelimit", "QuotaExceededError", true},
		{sdk + "/config", "SharedConfigProfileNotExistError", true},
		{"github.com/aws/smithy-go", "OperationError", false},
		{sdk + "/service/s3/types", "NoSuchKey", false},
	} {
		if got := knowledge.ReturnedByValue(test.path, test.name); got != test.want {
			t.Errorf("%s.%s: got %t", test.path, test.name, got)
		}
	}
}
