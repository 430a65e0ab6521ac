// Package silent holds what the rule must not report.
package silent

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"

	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/feature/s3/manager"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	iamtypes "github.com/aws/aws-sdk-go-v2/service/iam/types"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/smithy-go"
)

// What errors.As has unwrapped is the type itself.
func unwrapped(ctx context.Context, c *iam.Client, in *iam.GetUserInput) bool {
	_, err := c.GetUser(ctx, in)
	var apiErr smithy.APIError
	if errors.As(err, &apiErr) {
		switch apiErr.(type) {
		case *iamtypes.NoSuchEntityException:
			return true
		}
		_, ok := apiErr.(*iamtypes.NoSuchEntityException)
		return ok
	}
	return false
}

// The program itself has unwrapped the error on one of the ways.
func lookup(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) error {
	_, err := c.GetObject(ctx, in)
	var noKey *types.NoSuchKey
	if errors.As(err, &noKey) {
		err = noKey
	}
	return err
}

func bare(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) bool {
	err := lookup(ctx, c, in)
	switch err.(type) {
	case *types.NoSuchKey:
		return true
	}
	_, ok := err.(*types.NoSuchKey)
	return ok
}

func loop(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) bool {
	_, err := c.GetObject(ctx, in)
	for err != nil {
		if _, ok := err.(*types.NoSuchKey); ok {
			return true
		}
		err = errors.Unwrap(err)
	}
	return false
}

// The outermost error.
func outermost(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) string {
	_, err := c.GetObject(ctx, in)
	if op, ok := err.(*smithy.OperationError); ok {
		return op.Operation()
	}
	return ""
}

// The upload manager returns this one as it is.
func upload(ctx context.Context, u *manager.Uploader, in *s3.PutObjectInput) string {
	_, err := u.Upload(ctx, in)
	if failure, ok := err.(manager.MultiUploadFailure); ok {
		return failure.UploadID()
	}
	return ""
}

// errors.As and errors.AsType.
func right(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) bool {
	_, err := c.GetObject(ctx, in)
	if _, ok := errors.AsType[*types.NoSuchKey](err); ok {
		return true
	}
	var state *types.InvalidObjectState
	return errors.As(err, &state)
}

// The comparison with what has been found.
func found(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) bool {
	_, err := c.GetObject(ctx, in)
	var noKey *types.NoSuchKey
	if errors.As(err, &noKey) {
		return errors.Is(err, noKey)
	}
	return false
}

// The variable is no longer nil.
func foundToo(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) bool {
	_, err := c.GetObject(ctx, in)
	var noKey *types.NoSuchKey
	return errors.As(err, &noKey) && errors.Unwrap(err) == noKey
}

// A value that is wrapped before it is looked for.
func made() bool {
	want := &types.NoSuchKey{}
	err := fmt.Errorf("wrapped: %w", want)
	return errors.Is(err, want)
}

// Error types that are not the SDK's.
func others(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) bool {
	_, err := c.GetObject(ctx, in)
	_, isNet := err.(net.Error)
	_, isPath := err.(*fs.PathError)
	_, timesOut := err.(interface{ Timeout() bool })
	return isNet || isPath || timesOut
}

// An error that the caller has unwrapped.
func isNotFound(err error) bool {
	_, ok := err.(*types.NotFound)
	return ok
}

func unwraps(err error) bool {
	var notFound *types.NotFound
	return errors.As(err, &notFound) && isNotFound(notFound)
}

// An error that another one has replaced.
func replaced(ctx context.Context, c *s3.Client, in *s3.GetObjectInput, check func() error) bool {
	_, err := c.GetObject(ctx, in)
	if err != nil {
		err = check()
		_, ok := err.(*types.NoSuchKey)
		return ok
	}
	return false
}

// A sentinel of the program.
var errStop = errors.New("stop")

func sentinel(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) bool {
	_, err := c.GetObject(ctx, in)
	return errors.Is(err, errStop) || errors.Is(err, context.Canceled) || err == nil
}

// IsMissing tells whether err, an unwrapped error, says that there is no key.
func IsMissing(err error) bool {
	_, ok := err.(*types.NoSuchKey)
	return ok
}

// What the outermost error wraps.
func isInner(err error) bool {
	_, ok := err.(*awshttp.ResponseError)
	return ok
}

func inner(opErr *smithy.OperationError) bool { return isInner(opErr.Unwrap()) }

func isField(err error) bool {
	_, ok := err.(*awshttp.ResponseError)
	return ok
}

func field(opErr *smithy.OperationError) bool { return isField(opErr.Err) }

// Values that are no errors.
func value(v any) bool {
	_, ok := v.(*types.Owner)
	return ok
}
