// Package upgrade reports the matches in a program that stop working, or start to matter, with other
// versions of the service packages of the SDK.
package upgrade

import "honnef.co/go/tools/analysis/lint"

// Doc describes the report as that of a rule.
var Doc = &lint.RawDocumentation{
	Title: `Match of an AWS error that an upgrade of the SDK changes`,
	Text: `What an operation can return changes from version to version of the SDK. A match of
*smithy.GenericAPIError dies when the operation gets a type for the code, a type can be
removed, its code can change, and a match of a type that the operation did not return
before can begin to find it.`,
	Since:    "0.1.0",
	Severity: lint.SeverityError,
}
