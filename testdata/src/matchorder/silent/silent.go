// Package silent has what looks like a fault and is none.
package silent

import (
	"context"
	"errors"
	"log"
	"net/http"

	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs"
	logstypes "github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs/types"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/smithy-go"
)

func specialFirst(err error) string {
	var noSuchKey *types.NoSuchKey
	var apiErr smithy.APIError
	switch {
	case errors.As(err, &noSuchKey):
		return "missing"
	case errors.As(err, &apiErr):
		return apiErr.ErrorCode()
	}
	return ""
}

func furtherCondition(err error) string {
	var apiErr smithy.APIError
	var noSuchKey *types.NoSuchKey
	if errors.As(err, &apiErr) && apiErr.ErrorCode() == "AccessDenied" {
		return "denied"
	} else if errors.As(err, &noSuchKey) {
		return "missing"
	}
	return ""
}

func onlyLogs(err error) string {
	var apiErr smithy.APIError
	if errors.As(err, &apiErr) {
		log.Print(apiErr.ErrorCode())
	}
	var noSuchKey *types.NoSuchKey
	if errors.As(err, &noSuchKey) {
		return "missing"
	}
	return ""
}

func nested(err error) string {
	var apiErr smithy.APIError
	if errors.As(err, &apiErr) {
		var noSuchKey *types.NoSuchKey
		if errors.As(err, &noSuchKey) {
			return "missing"
		}
		return apiErr.ErrorCode()
	}
	return ""
}

func fallsThrough(err error) string {
	var apiErr smithy.APIError
	if errors.As(err, &apiErr) {
		switch apiErr.ErrorCode() {
		case "AccessDenied":
			return "denied"
		}
	}
	var noSuchKey *types.NoSuchKey
	if errors.As(err, &noSuchKey) {
		return "missing"
	}
	return ""
}

func otherError(ctx context.Context, c *s3.Client) error {
	_, err := c.HeadObject(ctx, nil)
	var apiErr smithy.APIError
	if errors.As(err, &apiErr) {
		return err
	}
	_, err = c.GetObject(ctx, nil)
	var noSuchKey *types.NoSuchKey
	if errors.As(err, &noSuchKey) {
		return nil
	}
	return err
}

func status(err error) string {
	var respErr *awshttp.ResponseError
	var noSuchKey *types.NoSuchKey
	if errors.As(err, &respErr) && respErr.HTTPStatusCode() == http.StatusForbidden {
		return "denied"
	}
	if errors.As(err, &noSuchKey) {
		return "missing"
	}
	return ""
}

func siblings(err error) string {
	var noSuchKey *types.NoSuchKey
	var noSuchBucket *types.NoSuchBucket
	if errors.As(err, &noSuchKey) {
		return "key"
	}
	if errors.As(err, &noSuchBucket) {
		return "bucket"
	}
	return ""
}

func loop(errs []error) (codes []string) {
	for _, err := range errs {
		var noSuchKey *types.NoSuchKey
		if errors.As(err, &noSuchKey) {
			continue
		}
		var apiErr smithy.APIError
		if errors.As(err, &apiErr) {
			codes = append(codes, apiErr.ErrorCode())
			continue
		}
	}
	return codes
}

func notAWS(err error) bool {
	var urlErr interface{ Timeout() bool }
	if errors.As(err, &urlErr) {
		return urlErr.Timeout()
	}
	var noSuchKey *types.NoSuchKey
	return errors.As(err, &noSuchKey)
}

// What ends an event stream is not wrapped.
func tailed(err error) string {
	var opErr *smithy.OperationError
	if errors.As(err, &opErr) {
		return opErr.ServiceID
	}
	var streaming *logstypes.SessionStreamingException
	if errors.As(err, &streaming) {
		return "stream"
	}
	return ""
}

func streamed(ctx context.Context, c *cloudwatchlogs.Client, in *cloudwatchlogs.StartLiveTailInput) string {
	out, err := c.StartLiveTail(ctx, in)
	if err == nil {
		err = out.GetStream().Err()
	}
	var response *awshttp.ResponseError
	var streaming *logstypes.SessionStreamingException
	if errors.As(err, &response) {
		return response.RequestID
	} else if errors.As(err, &streaming) {
		return "stream"
	}
	return ""
}
