package model_test

import (
	"slices"
	"testing"
)

func TestNotFound(t *testing.T) {
	for _, test := range []struct {
		service, operation string
		types              []string
		code               string
	}{
		{"s3", "HeadObject", []string{"NotFound"}, ""},
		{"s3", "GetObject", []string{"NoSuchKey"}, ""},
		{"s3", "GetBucketPolicy", nil, "NoSuchBucketPolicy"},
		{"s3", "ListParts", nil, ""},
		{"sqs", "GetQueueUrl", []string{"QueueDoesNotExist"}, ""},
		{"dynamodb", "DescribeTable", []string{"ResourceNotFoundException"}, ""},
		{"dynamodb", "DescribeBackup", []string{"BackupNotFoundException", "ResourceNotFoundException"}, ""},
		{"iam", "GetUser", []string{"NoSuchEntityException"}, ""},
		{"iam", "ListUsers", nil, ""},
	} {
		have, ok := service(t, "go.mod", test.service).NotFound(test.operation)
		if want := test.types != nil || test.code != ""; ok != want || ok && (!slices.Equal(have.Types, test.types) || have.Code != test.code) {
			t.Errorf("%s.%s: have %v, %v", test.service, test.operation, have, ok)
		}
	}
}
