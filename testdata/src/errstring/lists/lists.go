// Package lists compares texts with what stands in lists, maps, structs and new errors.
package lists

import (
	"context"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/iam/types"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var hints = map[string]string{"NoSuchKey": "it is gone", "AccessDenied": "ask for access"}

func hint(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) string {
	_, err := c.GetObject(ctx, in)
	for code, hint := range hints {
		if err != nil && strings.Contains(err.Error(), code) { // want `^the error of s3.GetObject is matched by its text; match smithy.APIError and compare its code$`
			return hint
		}
	}
	return ""
}

// Retryable are the codes of errors that may not come again.
var Retryable = []string{"SlowDown", "RequestTimeout"}

func retryable(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) bool {
	_, err := c.GetObject(ctx, in)
	return err != nil && (slices.Contains(Retryable, err.Error()) || // want `match smithy.APIError and compare its code$`
		slices.ContainsFunc(Retryable, func(code string) bool { return strings.Contains(err.Error(), code) })) // want `match smithy.APIError and compare its code$`
}

var conflict = struct{ code string }{"DeleteConflict"}

func inUse(ctx context.Context, c *iam.Client, in *iam.DeleteRoleInput) bool {
	_, err := c.DeleteRole(ctx, in)
	return strings.Contains(err.Error(), conflict.code) || // want `match \*types.DeleteConflictException$`
		strings.Contains(err.Error(), (&types.NoSuchEntityException{}).ErrorCode()) || // want `match \*types.NoSuchEntityException$`
		strings.Contains(err.Error(), (*types.LimitExceededException)(nil).ErrorCode()) // want `match \*types.LimitExceededException$`
}
