package model

// v1Codes are codes that SDK v1 makes itself (aws/request, aws/credentials, aws/ec2metadata,
// aws/session, aws/endpoints, aws/corehandlers). No service sends them and SDK v2 never
// produces them. The value is what SDK v2 has instead, where there is one error for it.
var v1Codes = map[string]string{
	"RequestCanceled":    "errors.Is(err, context.Canceled)",
	"RequestError":       "*http.RequestSendError of smithy-go/transport/http",
	"SerializationError": "*smithy.SerializationError or *smithy.DeserializationError",
	"ParamRequiredError": "*smithy.InvalidParamsError",
	"ParamMinLenError":   "*smithy.InvalidParamsError",
	"ParamMinValueError": "*smithy.InvalidParamsError",

	"AssumeRoleTokenNotAvailable":   "",
	"CredentialsEndpointError":      "",
	"EC2MetadataError":              "",
	"EC2MetadataRequestError":       "",
	"EC2RoleRequestError":           "",
	"EmptyStaticCreds":              "",
	"EnvAccessKeyNotFound":          "",
	"EnvSecretNotFound":             "",
	"InvalidPresignExpireError":     "",
	"MissingEndpoint":               "",
	"MissingRegion":                 "",
	"NoCredentialProviders":         "",
	"ProcessProviderExecutionError": "",
	"ReadError":                     "",
	"ResponseTimeout":               "",
	"SSOProviderInvalidToken":       "",
	"SharedConfigErr":               "",
	"SharedCredsLoad":               "",
	"UnknownEndpointError":          "",
	"WebIdentityErr":                "",
}

// MadeBySDKv1 says whether code is one that only SDK v1 produces, and what SDK v2 has
// instead: a Go type or condition, or "" where text is all there is.
func MadeBySDKv1(code string) (instead string, ok bool) {
	instead, ok = v1Codes[code]
	return instead, ok
}
