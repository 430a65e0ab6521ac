package knowledge

// LookedUp are the names of the methods that rules look for in types. The standalone driver
// reads of an imported package no more than the program mentions: of a type, no method that
// nothing selects or calls. What stands here it keeps for all types. A test finds the names
// that rules ask for and demands that they stand here.
var LookedUp = []string{
	// What makes a type an error, and what package errors asks of one.
	"Error", "Unwrap", "Is", "As", "Timeout", "Temporary",

	// Errors of SDK v2.
	"ErrorCode", "ErrorMessage", "ErrorFault", "Service", "Operation",
	"HTTPStatusCode", "HTTPResponse", "ServiceRequestID", "ServiceHostID",

	// Errors of SDK v1.
	"Code", "Message", "OrigErr", "OrigErrs", "StatusCode", "RequestID",

	// lambda.Handler.
	"Invoke",

	// What encoding/json asks of a value.
	"MarshalJSON", "MarshalText",
}
