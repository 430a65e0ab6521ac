package fixes

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs"
	logstypes "github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs/types"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/smithy-go"
)

// No event stream ends with this one.
func noGroup(err error) string {
	var opErr *smithy.OperationError
	if errors.As(err, &opErr) {
		return opErr.ServiceID
	}
	var notFound *logstypes.ResourceNotFoundException
	if errors.As(err, &notFound) { // want `^\*logstypes.ResourceNotFoundException is never found, since \*smithy.OperationError`
		return "no group"
	}
	return ""
}

// The operation of the type is named, not another one that the error may come from.
func clean(ctx context.Context, logs *cloudwatchlogs.Client, buckets *s3.Client, in *cloudwatchlogs.DeleteLogGroupInput) string {
	_, err := buckets.ListBuckets(ctx, nil)
	if err == nil {
		_, err = logs.DeleteLogGroup(ctx, in)
	}
	var apiErr smithy.APIError
	var notFound *logstypes.ResourceNotFoundException
	if errors.As(err, &apiErr) {
		return apiErr.ErrorCode()
	} else if errors.As(err, &notFound) { // want `^\*logstypes.ResourceNotFoundException of cloudwatchlogs.DeleteLogGroup is never found, since smithy.APIError`
		return "no group"
	}
	return ""
}
