// Package codehelper compares codes in functions that are given them.
package codehelper

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/smithy-go"
)

func hasCode(err error, code string) bool {
	var apiErr smithy.APIError
	return errors.As(err, &apiErr) && apiErr.ErrorCode() == code
}

func hasAnyCode(err error, codes ...string) bool {
	var apiErr smithy.APIError
	if !errors.As(err, &apiErr) {
		return false
	}
	for _, code := range codes {
		if apiErr.ErrorCode() == code {
			return true
		}
	}
	return false
}

const noEntity = "NoSuchEntityException"

type checker struct{}

func (checker) is(err error, code string) bool {
	apiErr, ok := errors.AsType[smithy.APIError](err)
	if !ok {
		return false
	}
	switch apiErr.ErrorCode() {
	case code:
		return true
	}
	return false
}

func role(ctx context.Context, c *iam.Client, in *iam.GetRoleInput, check checker) (bool, error) {
	_, err := c.GetRole(ctx, in)
	if hasCode(err, "NoSuchEntityException") { // want `^iam.GetRole never returns the code "NoSuchEntityException"; compare with "NoSuchEntity"$`
		return false, nil
	}
	_, err = c.GetRole(ctx, in)
	if hasAnyCode(err, "AccessDenied", noEntity) { // want `^iam.GetRole never returns the code "NoSuchEntityException"; compare with "NoSuchEntity"$`
		return false, nil
	}
	_, err = c.GetRole(ctx, in)
	return check.is(err, "NoSuchEntityException"), err // want `^iam.GetRole never returns the code "NoSuchEntityException"; compare with "NoSuchEntity"$`
}

func head(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) bool {
	_, err := c.HeadObject(ctx, in)
	if hasCode(err, "NoSuchKey") { // want `^s3.HeadObject never returns the code "NoSuchKey"; compare with "NotFound"$`
		return false
	}
	_, err = c.HeadObject(ctx, in)
	return hasAnyCode(err, "NotFound", "NoSuchKey") // want `info: ^s3.HeadObject never returns the code "NoSuchKey", so this arm never matches; remove it$`
}

// Near misses: the codes that come, a code that callers pass on, and errors from elsewhere.
func silent(ctx context.Context, c *s3.Client, in *s3.GetObjectInput, code string, codes []string, other error) bool {
	_, err := c.GetObject(ctx, in)
	return hasCode(err, "NoSuchKey") || hasAnyCode(err, "NoSuchBucket", "SlowDown") || hasCode(err, code) || hasAnyCode(err, codes...) ||
		hasCode(other, "NoSuchEntityException") || hasAnyCode(err)
}

func Silent(ctx context.Context, c *s3.Client, in *s3.GetObjectInput, code string, codes []string, other error) bool {
	return silent(ctx, c, in, code, codes, other)
}

func is[T error](err error) bool {
	var found T
	return errors.As(err, &found)
}

// The code beside a type that never comes asks for the same.
func uploaded(ctx context.Context, c *s3.Client, in *s3.ListPartsInput) (bool, error) {
	_, err := c.ListParts(ctx, in)
	if is[*types.NoSuchUpload](err) || hasCode(err, "NoSuchUpload") { // want `info: ^s3.ListParts never returns \*types.NoSuchUpload, so this arm never matches; remove it$`
		return true, nil
	}
	return false, err
}
