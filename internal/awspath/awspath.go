package awspath

import "strings"

const organization = "github.com/aws/"

// Modules. Each service and feature of V2 is a module below V2.
const (
	V1        = organization + "aws-sdk-go"
	V2        = organization + "aws-sdk-go-v2"
	Smithy    = organization + "smithy-go"
	LambdaLib = organization + "aws-lambda-go"
)

// Packages of V1.
const (
	AWSErr        = V1 + "/aws/awserr"
	CredentialsV1 = V1 + "/aws/credentials"
	Request       = V1 + "/aws/request"
	Session       = V1 + "/aws/session"
)

// Packages of V2, and of Smithy, which V2 is built on.
const (
	AWS            = V2 + "/aws"
	Config         = V2 + "/config"
	HTTP           = V2 + "/aws/transport/http"
	Retry          = V2 + "/aws/retry"
	Credentials    = V2 + "/credentials"
	Services       = V2 + "/service" // parent of the service packages
	AttributeValue = V2 + "/feature/dynamodb/attributevalue"
	Expression     = V2 + "/feature/dynamodb/expression"
	SmithyHTTP     = Smithy + "/transport/http"
	SmithyTesting  = Smithy + "/testing"
)

// Packages of LambdaLib.
const (
	Lambda   = LambdaLib + "/lambda"
	Messages = LambdaLib + "/lambda/messages"
	Events   = LambdaLib + "/events"
)

// IsSDK reports whether the package at path is part of an AWS SDK or of the Lambda library. Such
// packages are AWS: they do not count as users of it.
func IsSDK(path string) bool {
	if !strings.HasPrefix(path, organization) {
		return false // fast, for almost every path
	}
	return Within(path, V2) || Within(path, V1) || Within(path, Smithy) || Within(path, LambdaLib)
}

// Within reports whether path is root or below it.
func Within(path, root string) bool {
	rest, ok := strings.CutPrefix(path, root)
	return ok && (rest == "" || rest[0] == '/')
}

// Generation returns which SDK, 1 or 2, the service package at path belongs to, and 0 if path is
// no service package: 2 for github.com/aws/aws-sdk-go-v2/service/s3, 0 for its package types.
func Generation(path string) int {
	switch {
	case below(path, Services):
		return 2
	case below(path, V1+"/service"):
		return 1
	}
	return 0
}

// below reports whether path is directly below root.
func below(path, root string) bool {
	rest, ok := strings.CutPrefix(path, root+"/")
	return ok && !strings.Contains(rest, "/")
}

// Service returns the name that messages use for the service package at path: "s3".
func Service(path string) string {
	return path[strings.LastIndexByte(path, '/')+1:]
}

// ServiceOfTypes returns the path of the service package of V2 whose types, including its modelled
// errors, are in the package at path: .../service/s3 for .../service/s3/types. It returns false
// if there is none.
func ServiceOfTypes(path string) (service string, ok bool) {
	service, ok = strings.CutSuffix(path, "/types")
	return service, ok && below(service, Services)
}

// IsFeature reports whether the package at path is a feature package: each of its exported functions
// and methods that returns an error counts as an AWS call.
func IsFeature(path string) bool {
	switch path {
	case Config, Session, V1 + "/service/s3/s3manager",
		V1 + "/service/dynamodb/dynamodbattribute", V1 + "/service/dynamodb/expression":
		return true
	}
	return strings.HasPrefix(path, V2+"/feature/")
}

// LoadsConfig reports whether the feature package at path loads configuration.
func LoadsConfig(path string) bool {
	return strings.HasSuffix(path, "/config") || strings.HasSuffix(path, "/session")
}
