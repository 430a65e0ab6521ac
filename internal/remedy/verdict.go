package remedy

// A Verdict is what is known of an error type or a code that never comes from operations.
type Verdict struct {
	// Reason is why it does not come, or what comes instead, as a message goes on: ", since it
	// sends nothing", "; match *types.NotFound".
	Reason string

	// Type is the only error type of the operation that means what the other type says, of the
	// service package at ServicePath. It is "" where there is none or several.
	Type, ServicePath string

	// Code is the code that comes in place of a code, or that an error comes with which never has
	// its type. It is "" where none is certain.
	Code string
}

// matchReasons is the advice for an item of a transaction, whose failure is not an error but a
// reason for the cancellation.
const matchReasons = "match *types.TransactionCanceledException and look at its CancellationReasons"

// Cancellation returns the code that a CancellationReason of a DynamoDB transaction has, by the
// exception that people take it for.
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
