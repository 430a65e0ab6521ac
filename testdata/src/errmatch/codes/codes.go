// Package codes compares codes of errors.
package codes

import (
	"errors"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	iamtypes "github.com/aws/aws-sdk-go-v2/service/iam/types"
	s3types "github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/aws-sdk-go/aws/awserr"
	"github.com/aws/smithy-go"
)

func method(err error) bool {
	var apiErr smithy.APIError
	return errors.As(err, &apiErr) && apiErr.ErrorCode() == "NoSuchKey" // want `^match smithy.APIError unwraps bool found typed kept$` `^code "NoSuchKey" of smithy.APIError$`
}

func reversed(err error) bool {
	apiErr, ok := errors.AsType[smithy.APIError](err) // want `^match smithy.APIError unwraps bool found typed kept$`
	return ok && "NoSuchKey" != apiErr.ErrorCode()    // want `^code "NoSuchKey" of smithy.APIError$`
}

const code = "NoSuchKey"

func named(err error) bool {
	apiErr, ok := errors.AsType[smithy.APIError](err) // want `^match smithy.APIError unwraps bool found typed kept$`
	return ok && apiErr.ErrorCode() == code           // want `^code "NoSuchKey" of smithy.APIError$`
}

func field(err error) bool {
	var generic *smithy.GenericAPIError
	return errors.As(err, &generic) && generic.Code == "NoSuchKey" // want `^match \*smithy.GenericAPIError unwraps bool found typed kept$` `^code "NoSuchKey" of \*smithy.GenericAPIError$`
}

const other404 = "404"

func inSwitch(err error) string {
	var apiErr smithy.APIError
	if !errors.As(err, &apiErr) { // want `^match smithy.APIError unwraps bool found typed kept$`
		return ""
	}
	switch apiErr.ErrorCode() {
	case "NoSuchKey", "NotFound": // want `^code "NoSuchKey" of smithy.APIError$` `^code "NotFound" of smithy.APIError$`
		return "gone"
	case other404: // want `^code "404" of smithy.APIError$`
		return "again"
	}
	return "?"
}

func v1(err error) bool {
	if awsErr, ok := err.(awserr.Error); ok { // want `^match awserr.Error bool found$`
		return awsErr.Code() == "NoSuchKey" // want `^code "NoSuchKey" of awserr.Error$`
	}
	return false
}

// nearest uses one variable for two matches: the later one counts.
func nearest(first, second error) bool {
	var apiErr smithy.APIError
	if errors.As(first, &apiErr) && apiErr.ErrorCode() == "First" { // want `^match smithy.APIError unwraps bool found typed kept$` `^code "First" of smithy.APIError$`
		return true
	}
	return errors.As(second, &apiErr) && apiErr.ErrorCode() == "Second" // want `^match smithy.APIError unwraps bool found typed kept$` `^code "Second" of smithy.APIError$`
}

// either does not tell which match gave the error.
func either(first, second error, ok bool) bool {
	var apiErr smithy.APIError
	if ok {
		errors.As(first, &apiErr) // want `^match smithy.APIError unwraps bool found typed kept$`
	} else {
		errors.As(second, &apiErr) // want `^match smithy.APIError unwraps bool found typed kept$`
	}
	return apiErr.ErrorCode() == "Either"
}

// unmatched has the error from its caller.
func unmatched(apiErr smithy.APIError) bool {
	return apiErr.ErrorCode() == "NoSuchKey" // want `^code "NoSuchKey" of smithy.APIError given$`
}

// specific has an error of one type, whose code is no question.
func specific(noSuchKey *s3types.NoSuchKey) bool {
	return noSuchKey.ErrorCode() == "NoSuchKey"
}

var missing = struct{ code, text string }{"NoSuchKey", "gone"}

func expressions(err error) bool {
	var apiErr smithy.APIError
	if !errors.As(err, &apiErr) { // want `^match smithy.APIError unwraps bool found typed kept$`
		return false
	}
	return apiErr.ErrorCode() == (&s3types.NoSuchBucket{}).ErrorCode() || // want `^code "NoSuchBucket" of smithy.APIError$`
		apiErr.ErrorCode() == (&iamtypes.NoSuchEntityException{}).ErrorCode() || // want `^code "NoSuchEntity" of smithy.APIError$`
		apiErr.ErrorCode() == (&iamtypes.NoSuchEntityException{ErrorCodeOverride: &missing.text}).ErrorCode() ||
		missing.code == apiErr.ErrorCode() // want `^code "NoSuchKey" of smithy.APIError$`
}

func reasons(cancelled *types.TransactionCanceledException, one types.CancellationReason) bool {
	for _, reason := range cancelled.CancellationReasons {
		if aws.ToString(reason.Code) == "ConditionalCheckFailed" || *reason.Code == "TransactionConflict" { // want `^reason "ConditionalCheckFailed"$` `^reason "TransactionConflict"$`
			return true
		}
		switch *reason.Code {
		case "ThrottlingError": // want `^reason "ThrottlingError"$`
			return true
		}
	}
	return aws.ToString(one.Code) == "ValidationError" // want `^reason "ValidationError"$`
}

// other is a struct with a code that is no reason.
type other struct{ Code *string }

func noReason(o other) bool {
	return *o.Code == "ConditionalCheckFailed"
}
