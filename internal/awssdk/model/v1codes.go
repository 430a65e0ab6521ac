package model

// v1Codes are codes that SDK v1 makes itself (aws/request, aws/credentials, aws/ec2metadata,
// aws/session, aws/endpoints, aws/corehandlers). No service sends them and SDK v2 never
// produces them. The value is what to do in SDK v2, where there is one error for it.
var v1Codes = map[string]string{
	"RequestCanceled":    "use errors.Is(err, context.Canceled)",
	"EC2MetadataError":   "match *smithyhttp.ResponseError",
	"RequestError":       "match *smithyhttp.RequestSendError",
	"SerializationError": "match *smithy.SerializationError or *smithy.DeserializationError",
	"ParamRequiredError": "match smithy.InvalidParamsError, no pointer",
	"ParamMinLenError":   "match smithy.InvalidParamsError, no pointer",
	"ParamMinValueError": "match smithy.InvalidParamsError, no pointer",

	"AssumeRoleTokenNotAvailable":   "",
	"CredentialsEndpointError":      "",
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

// MadeBySDKv1 says whether code is one that only SDK v1 produces, and what to
// do in its place, or "" where text is all there is.
func MadeBySDKv1(code string) (instead string, ok bool) {
	instead, ok = v1Codes[code]
	return instead, ok
}
