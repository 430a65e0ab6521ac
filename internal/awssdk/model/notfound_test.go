package model_test

import (
	"testing"

	"github.com/awserrlint/awserrlint/internal/awssdk/model"
)

func TestNotFound(t *testing.T) {
	for _, test := range []struct {
		service, operation string
		want               model.NotFound
	}{
		{"s3", "HeadObject", model.NotFound{Type: "NotFound"}},
		{"s3", "GetObject", model.NotFound{Type: "NoSuchKey"}},
		{"s3", "GetBucketPolicy", model.NotFound{Code: "NoSuchBucketPolicy"}},
		{"s3", "ListParts", model.NotFound{}},
		{"sqs", "GetQueueUrl", model.NotFound{Type: "QueueDoesNotExist"}},
		{"dynamodb", "DescribeTable", model.NotFound{Type: "ResourceNotFoundException"}},
		{"dynamodb", "DescribeBackup", model.NotFound{}},
		{"dynamodb", "GetItem", model.NotFound{}},
		{"iam", "GetUser", model.NotFound{Type: "NoSuchEntityException"}},
		{"iam", "ListUsers", model.NotFound{}},
	} {
		have, ok := service(t, "go.mod", test.service).NotFound(test.operation)
		if have != test.want || ok != (test.want != model.NotFound{}) {
			t.Errorf("%s.%s: have %v, %v", test.service, test.operation, have, ok)
		}
	}
}
