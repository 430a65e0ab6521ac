package model

import "slices"

// retriedCodes are the error codes that the SDK's standard retryer tries again:
// DefaultRetryableErrorCodes and DefaultThrottleErrorCodes of
// github.com/aws/aws-sdk-go-v2/aws/retry. A test compares them with those of the SDK.
var retriedCodes = []string{
	"RequestTimeout",
	"RequestTimeoutException",

	"Throttling",
	"ThrottlingException",
	"ThrottledException",
	"RequestThrottledException",
	"TooManyRequestsException",
	"ProvisionedThroughputExceededException",
	"TransactionInProgressException",
	"RequestLimitExceeded",
	"BandwidthLimitExceeded",
	"LimitExceededException",
	"RequestThrottled",
	"SlowDown",
	"PriorRequestNotComplete",
	"EC2ThrottledException",
}

// retriedStatuses are the HTTP statuses that it tries again: DefaultRetryableHTTPStatusCodes
// of the same package.
var retriedStatuses = []int{500, 502, 503, 504}

// withRetries sets which of errs the client retries. A server fault whose status is not
// told has one of 500 and above.
func (s *Service) withRetries(errs []Error) []Error {
	for i := range errs {
		e := &errs[i]
		e.Retryable = slices.Contains(retriedStatuses, e.HTTPStatus) || e.HTTPStatus == 0 && e.Fault == FaultServer ||
			slices.Contains(retriedCodes, e.Code) || slices.Contains(s.retryCodes, e.Code)
	}
	return errs
}
