package model

import "slices"

// credentialServices are the services that credentials providers of the SDK call:
// AssumeRole and web identity, single sign-on, login.
var credentialServices = []string{"signin", "sso", "ssooidc", "sts"}

// GivesCredentials says whether the SDK calls the service of that name to get
// credentials. It does so inside of any operation of any service, which then returns the
// error of that call, unwrappable: no error type of such a service is impossible anywhere.
func GivesCredentials(service string) bool {
	return slices.Contains(credentialServices, service)
}
