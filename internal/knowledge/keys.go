package knowledge

import (
	"go/types"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awspath"
)

// keyMakers are the functions that make credentials of the access key, the secret and the token that are their first
// arguments, by their full names.
//
// Source: static_provider.go of credentials of SDK v2, static_provider.go of aws/credentials of SDK v1.
var keyMakers = []string{
	awspath.Credentials + ".NewStaticCredentialsProvider",
	awspath.CredentialsV1 + ".NewStaticCredentials",
}

// MakesCredentials reports whether fn makes credentials of the access key, the secret and the token that are its arguments.
func MakesCredentials(fn *types.Func) bool {
	return strings.HasPrefix(fn.Name(), "NewStatic") && slices.Contains(keyMakers, fn.FullName())
}

// IsAccessKey reports whether field, of a struct of the type of, is the access key in credentials.
//
// Source: aws/credentials.go of SDK v2, aws/credentials/credentials.go of SDK v1.
func IsAccessKey(field *types.Var, of types.Type) bool {
	switch types.TypeString(of, nil) {
	case awspath.AWS + ".Credentials", awspath.CredentialsV1 + ".Value":
		return field.Name() == "AccessKeyID"
	}
	return false
}

// ChoosesProfile reports whether fn takes the name of a profile in the files that people keep their credentials in.
//
// Source: load_options.go of config of SDK v2, shared_credentials_provider.go of aws/credentials of SDK v1.
func ChoosesProfile(fn *types.Func) bool {
	switch fn.Name() {
	case "WithSharedConfigProfile", "NewSharedCredentials":
		path := fn.Pkg().Path()
		return path == awspath.Config || path == awspath.CredentialsV1
	}
	return false
}

// IsProfile reports whether field, of a struct of the type of, is the name of such a profile.
//
// Source: session.go of aws/session of SDK v1.
func IsProfile(field *types.Var, of types.Type) bool {
	return field.Name() == "Profile" && types.TypeString(of, nil) == awspath.Session+".Options"
}

// IsRequest reports whether what has the type t is, or comes with, the request of an HTTP client.
func IsRequest(t types.Type) bool {
	switch types.TypeString(types.Unalias(t), nil) {
	case "*net/http.Request", "net/http.Header", "net/url.Values":
		return true
	}
	return Responds(t)
}
