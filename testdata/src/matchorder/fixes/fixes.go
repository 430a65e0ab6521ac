package fixes

import (
	"context"
	"errors"
	"fmt"
	"log"

	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/smithy-go"
)

func chain(err error) string {
	var apiErr smithy.APIError
	var noSuchKey *types.NoSuchKey
	if errors.As(err, &apiErr) {
		// any code
		return apiErr.ErrorCode()
	} else if errors.As(err, &noSuchKey) { // want `swap the two$`
		return "missing"
	} else {
		return ""
	}
}

func tagless(err error) {
	var respErr *awshttp.ResponseError
	var apiErr smithy.APIError
	switch {
	case errors.As(err, &respErr):
		log.Print(respErr.HTTPStatusCode())
	case errors.As(err, &apiErr): // want `^smithy.APIError is never found, since \*awshttp.ResponseError is matched before it; swap the two$`
		log.Print(apiErr.ErrorCode())
	default:
		log.Print(err)
	}
}

func asType(err error) error {
	if opErr, ok := errors.AsType[*smithy.OperationError](err); ok {
		return fmt.Errorf("%s: %w", opErr.Operation(), err)
	}
	if _, ok := errors.AsType[*types.NoSuchKey](err); ok { // want `swap the two$`
		return nil
	}
	return err
}

func asTypeChain(err error) error {
	if apiErr, ok := errors.AsType[smithy.APIError](err); ok {
		return errors.New(apiErr.ErrorCode())
	} else if noSuchKey, ok := errors.AsType[*types.NoSuchKey](err); ok { // want `swap the two$`
		return noSuchKey
	}
	return err
}

func notAdjacent(ctx context.Context, c *s3.Client) error {
	_, err := c.GetObject(ctx, nil)
	var apiErr smithy.APIError
	if errors.As(err, &apiErr) {
		return apiErr
	}
	log.Print(err)
	var noSuchKey *types.NoSuchKey
	if errors.As(err, &noSuchKey) { // want `swap the two$`
		return nil
	}
	return err
}

func fallsOn(err error) error {
	var apiErr smithy.APIError
	if !errors.As(err, &apiErr) {
		var noSuchKey *types.NoSuchKey
		if errors.As(err, &noSuchKey) { // want `swap the two$`
			return nil
		}
	}
	return err
}

// The code is compared where the general match is: the special one is too much.
func compared(err error) bool {
	var apiErr smithy.APIError
	if errors.As(err, &apiErr) {
		code := apiErr.ErrorCode()
		return code == "NoSuchKey" || code == "NotFound"
	}
	var noSuchKey *types.NoSuchKey
	if errors.As(err, &noSuchKey) { // want `info: ^\*types.NoSuchKey is never found, since smithy.APIError is matched before it and its code compared; remove this match$`
		return true
	}
	return false
}
