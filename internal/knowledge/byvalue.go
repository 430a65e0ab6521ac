package knowledge

import "github.com/awserrlint/awserrlint/internal/awspath"

// ReturnedByValue reports whether the SDK returns errors of the type called name, of the package at
// path, as values: errors.As with a pointer to a pointer compiles and never finds them.
//
// Source: the validators of all service packages (`return invalidParams`), aws/ratelimit/token_rate_limit.go,
// config/shared_config.go and config/resolve_credentials.go of SDK v2.
func ReturnedByValue(path, name string) bool {
	switch path {
	case awspath.Smithy:
		return name == "InvalidParamsError"
	case awspath.V2 + "/aws/ratelimit":
		return name == "QuotaExceededError"
	case awspath.V2 + "/config":
		switch name {
		case "AssumeRoleTokenProviderNotSetError", "CredentialRequiresARNError", "SharedConfigAssumeRoleError",
			"SharedConfigLoadError", "SharedConfigProfileNotExistError":
			return true
		}
	}
	return false
}
