// Package fixes shows the fixes that the rule offers.
package fixes

import (
	"context"
	"errors"
	"fmt"
	"log"

	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	iamtypes "github.com/aws/aws-sdk-go-v2/service/iam/types"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/smithy-go"
)

func statement(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) string {
	_, err := c.GetObject(ctx, in)
	apiErr, ok := err.(smithy.APIError) // want `wraps smithy.APIError`
	if ok {
		return apiErr.ErrorCode()
	}
	return ""
}

func assigned(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) (status int) {
	_, err := c.GetObject(ctx, in)
	var re *awshttp.ResponseError
	var ok bool
	if re, ok = err.(*awshttp.ResponseError); ok { // want `wraps \*awshttp.ResponseError`
		status = re.HTTPStatusCode()
	}
	return status
}

func elseIf(ctx context.Context, c *iam.Client, in *iam.CreateRoleInput) error {
	_, err := c.CreateRole(ctx, in)
	if err == nil {
		return nil
	} else if e, ok := err.(*iamtypes.EntityAlreadyExistsException); ok { // want `wraps \*iamtypes.EntityAlreadyExistsException`
		log.Print(e.ErrorMessage())
		return nil
	}
	return err
}

func panics(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) string {
	_, err := c.GetObject(ctx, in)
	return err.(smithy.APIError).ErrorCode() // want `wraps smithy.APIError`
}

func oneCase(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) error {
	_, err := c.GetObject(ctx, in)
	if err != nil {
		switch err.(type) { // want `wraps \*types.NoSuchKey`
		case *types.NoSuchKey:
			log.Print("nothing there")
		default:
			panic(err)
		}
	}
	return nil
}

func oneCaseNamed(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) error {
	_, err := c.GetObject(ctx, in)
	switch err := err.(type) { // want `wraps \*types.NoSuchKey`
	case *types.NoSuchKey:
		log.Print(err.ErrorMessage())
	default:
		return fmt.Errorf("get: %w", err)
	}
	return nil
}

func noDefault(ctx context.Context, c *s3.Client, in *s3.GetObjectInput, ok bool) error {
	_, err := c.GetObject(ctx, in)
	switch e := err.(type) { // want `wraps \*types.NoSuchKey`
	case *types.NoSuchKey:
		if ok {
			log.Print(e)
		}
		return nil
	}
	return err
}

func emptyDefault(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) error {
	_, err := c.GetObject(ctx, in)
	switch err.(type) { // want `wraps \*types.NoSuchKey`
	case *types.NoSuchKey:
		return nil
	default:
	}
	return err
}

func breaks(ctx context.Context, c *s3.Client, in *s3.GetObjectInput, quiet bool) error {
	_, err := c.GetObject(ctx, in)
	switch err.(type) { // want `wraps \*types.NoSuchKey`
	case *types.NoSuchKey:
		if quiet {
			break
		}
		log.Print("nothing there")
	}
	return err
}

func several(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) error {
	for {
		_, err := c.GetObject(ctx, in)
		switch e := err.(type) { // want `wraps \*types.NoSuchKey`
		// nothing to wait for
		case *types.NoSuchKey, *types.InvalidObjectState:
			return fmt.Errorf("never: %w", e)
		case smithy.APIError:
			log.Print(e.ErrorCode(), e.ErrorMessage())
			continue
		default:
			return e
		}
	}
}

func comparison(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) error {
	_, err := c.GetObject(ctx, in)
	if errors.Is(err, &types.NoSuchKey{}) || errors.Is(err, new(types.InvalidObjectState)) { // want `new \*types.NoSuchKey` `new \*types.InvalidObjectState`
		return nil
	}
	if !errors.Is(err, &types.NoSuchKey{}) { // want `new \*types.NoSuchKey`
		return err
	}
	return nil
}

func Wrapped(err error) bool {
	return errors.Is(err, &types.NoSuchBucket{}) // want `^errors.Is with a new \*types.NoSuchBucket is always false; use errors.As$`
}

func outermost(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) bool {
	_, err := c.GetObject(ctx, in)
	err = fmt.Errorf("get: %w", err)
	_, ok := err.(*smithy.OperationError) // want `^the error of s3.GetObject wraps \*smithy.OperationError`
	return ok
}

// A comparison is as wrong as errors.Is.
func compared(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) bool {
	_, err := c.GetObject(ctx, in)
	return err != nil && err != error(&types.NoSuchKey{}) // want `^comparison of the error of s3.GetObject with a new \*types.NoSuchKey is always true; use errors.As$`
}

type store interface{ Load(name string) error }

// isDenied gets errors from behind an interface, where AWS may be.
func isDenied(err error) bool {
	apiErr, ok := err.(smithy.APIError) // want `warning: ^errors of the SDK wrap smithy.APIError, so this assertion is always false; use errors.As$`
	return ok && apiErr.ErrorCode() == "AccessDenied"
}

func load(s store) bool { return isDenied(s.Load("a")) }

// IsNotFound is called from elsewhere, with errors as the SDK returns them.
func IsNotFound(err error) bool {
	_, ok := err.(*types.NoSuchKey) // want `warning: ^errors of the SDK wrap \*types.NoSuchKey, so this assertion is always false; use errors.As$`
	return ok
}

// No error is a nil pointer.
func comparedWithNil(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) bool {
	_, err := c.GetObject(ctx, in)
	var noSuchKey *types.NoSuchKey
	return err == noSuchKey // want `^comparison of the error of s3.GetObject with a nil \*types.NoSuchKey is always false; use errors.As$`
}

// What is done today for every error was meant for one, or for all others: nobody but the author knows.
func create(ctx context.Context, c *s3.Client, in *s3.HeadBucketInput, make *s3.CreateBucketInput) error {
	_, err := c.HeadBucket(ctx, in)
	if err == nil {
		return nil
	}
	if _, ok := err.(*types.NotFound); !ok { // want `^the error of s3.HeadBucket wraps \*types.NotFound, so !ok is always true; use errors.As for the branch you mean$`
		_, err := c.CreateBucket(ctx, make)
		return err
	}
	return fmt.Errorf("head: %w", err)
}

// Other errors are returned, as they should.
func returnsOthers(ctx context.Context, c *s3.Client, in *s3.HeadBucketInput) (bool, error) {
	_, err := c.HeadBucket(ctx, in)
	if err == nil {
		return true, nil
	}
	if _, ok := err.(*types.NotFound); !ok { // want `so this assertion is always false; use errors.As$`
		log.Print("cannot tell")
		return false, fmt.Errorf("head: %w", err)
	}
	return false, nil
}

// OfAnother asks for an error of another service than the one that is known to come: load may call that.
func OfAnother(ctx context.Context, c *s3.Client, in *s3.GetObjectInput, load func() error) bool {
	err := load()
	if err == nil {
		_, err = c.GetObject(ctx, in)
	}
	_, ok := err.(*iamtypes.NoSuchEntityException) // want `^errors of the SDK wrap \*iamtypes.NoSuchEntityException, so this assertion is always false; use errors.As$`
	return ok
}

// ofOneOfThem asks for what one of two operations returns.
func ofOneOfThem(ctx context.Context, c *s3.Client, in *s3.GetObjectInput, i *iam.Client) bool {
	_, err := i.GetUser(ctx, nil)
	if err == nil {
		_, err = c.GetObject(ctx, in)
	}
	_, ok := err.(*iamtypes.NoSuchEntityException) // want `^the error of iam.GetUser or s3.GetObject wraps \*iamtypes.NoSuchEntityException, so this assertion is always false; use errors.As$`
	return ok
}
