package knowledge

// LookedUp are the names of methods that rules look up in types. The standalone driver leaves
// out methods of imported types that the program never selects or calls, except methods with
// these names. A test finds the names that rules look up and demands that they are here.
var LookedUp = []string{
	// The error interface, and methods that package errors calls.
	"Error", "Unwrap", "Is", "As", "Timeout", "Temporary",

	// Errors of SDK v2.
	"ErrorCode", "ErrorMessage", "ErrorFault", "Service", "Operation",
	"HTTPStatusCode", "HTTPResponse", "ServiceRequestID", "ServiceHostID",

	// Errors of SDK v1.
	"Code", "Message", "OrigErr", "OrigErrs", "StatusCode", "RequestID",

	// lambda.Handler.
	"Invoke",

	// Methods that encoding/json calls.
	"MarshalJSON", "MarshalText", "UnmarshalJSON",

	// Methods that attributevalue calls.
	"MarshalDynamoDBAttributeValue", "MarshalBinary",
}
