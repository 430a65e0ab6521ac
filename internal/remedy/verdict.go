package remedy

import "github.com/awserrlint/awserrlint/internal/awspath"

// A Verdict is what is known of an error type or a code that never comes from operations.
type Verdict struct {
	// Reason is how a message goes on after what never comes: of which service it is, why it does
	// not come, and what to do: "; match *types.NotFound".
	Reason string

	// Of is how Reason starts where it says of which service an error type is: " of dynamodb".
	Of string

	// Type is the only error type of the operation that means what the other type says, of the
	// service package at ServicePath. It is "" where there is none or several.
	Type, ServicePath string

	// Code is the code that comes in place of a code, or of an error type. It is "" where no
	// source says that one does.
	Code string
}

// What to do about what can never match.
const (
	removeMatch = "remove this match"
	removeCheck = "remove this check"
)

// matchReasons is the advice for an item of a transaction, whose failure is not an error but a
// reason for the cancellation.
func (ops Operations) matchReasons() string {
	return "match " + ops.TypeName(awspath.Services+"/dynamodb", "TransactionCanceledException") + " and check its CancellationReasons"
}

// Cancellation returns the code that a CancellationReason of a DynamoDB transaction has, by the
// name of the exception that a single operation returns.
//
// Source: the documentation of types.TransactionCanceledException in the SDK.
func Cancellation(exception string) (code string, ok bool) {
	switch exception {
	case "ConditionalCheckFailedException":
		return "ConditionalCheckFailed", true
	case "ItemCollectionSizeLimitExceededException":
		return "ItemCollectionSizeLimitExceeded", true
	case "TransactionConflictException":
		return "TransactionConflict", true
	case "ProvisionedThroughputExceededException":
		return "ProvisionedThroughputExceeded", true
	case "ThrottlingException":
		return "ThrottlingError", true
	case "ValidationException":
		return "ValidationError", true
	}
	return "", false
}
