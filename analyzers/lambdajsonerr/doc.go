// Package lambdajsonerr reports texts for errors where API Gateway looks for JSON.
package lambdajsonerr

import "honnef.co/go/tools/analysis/lint"

// Doc is the page of the rule.
var Doc = &lint.RawDocumentation{
	Title: `Text for an error where API Gateway looks for JSON`,
	Text: `A REST API with a Lambda integration that is no proxy gives the handler an event of the
program's own, and compares the text of an error with the selection patterns of its
integration responses. Where none matches, the client gets status 200 and the error as Lambda
sends it. A JSON object in the error lets a pattern such as

    .*"type"\s*:\s*"ClientException".*

choose the status, and a template such as $input.path('$.errorMessage') pass the object on.

A handler with types of its own can have another caller, who wants no JSON. So there is one
finding for all returns of such a handler. Declare the caller, and it is gone:

    //awserrlint:handler direct
    func handle(ctx context.Context, e Order) (*Receipt, error) {

Any other word will do as well, such as appsync, cognito or stepfunctions. Handlers that are
declared nonproxy, and those that return a JSON error elsewhere, have a finding for every return
of a text. -lambda.integration declares all of them at once.

The rule is silent where texts begin with a status in brackets, as in "[404] no such order": then
that is what the patterns match.

The fix returns an error that says isError, type and message in JSON. What the code says itself
is the message of a ClientException; errors of others are logged, and wrapped by a ServerException
that does not repeat their texts. -lambda.fields and -lambda.types choose other names.`,
	Before: `return nil, errors.New("ID is missing")`,
	After:  `return nil, newLambdaError("ClientException", "ID is missing", nil)`,
	Since:  "0.1.0",

	Severity: lint.SeverityWarning,
}
