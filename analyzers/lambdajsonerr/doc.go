// Package lambdajsonerr reports plain text errors where API Gateway matches JSON, and texts of errors
// that handlers return as results.
package lambdajsonerr

import "honnef.co/go/tools/analysis/lint"

// Doc is the page of the rule.
var Doc = &lint.RawDocumentation{
	Title: `Plain text error where API Gateway matches JSON, or in place of a result`,
	Text: `A REST API whose Lambda integration is no proxy sends the handler an event of the program's
own type, and compares the text of an error with the selection patterns of its integration
responses. If no pattern matches, the client gets status 200 and the error as Lambda sends it.
A JSON object in the error lets a pattern such as

    .*"type"\s*:\s*"ClientException".*

choose the status, and a template such as $input.path('$.errorMessage') pass the object on.

The types of a handler do not say who calls it: it may as well be a state machine, a schedule or
another program, which want no JSON. So the rule looks only at handlers that return a JSON error
in another place, and at those that are declared:

    //awserrlint:handler nonproxy
    func handle(ctx context.Context, e Order) (*Receipt, error) {

-lambda.integration=nonproxy declares all handlers with types of their own. Any other word in the
directive, such as direct or stepfunctions, says that no JSON is wanted.

It also reports handlers that return the text of an error as their result, with a nil error, which
API Gateway passes on with status 200, a state machine takes for the output of a task that has
succeeded, and a program for what it has asked for. Fixed words are not reported, nor are the texts
of errors that something has matched first, and structs, which can say that something has failed.

The rule is silent if an event holds events of other sources or decodes itself, and if texts
begin with a status in brackets, as in "[404] no such order": then that is what patterns match.

The fix returns an error whose text is JSON with isError, type and message. What the code says
itself becomes the message of a ClientException. Any other error is logged and wrapped in a
ServerException that does not repeat its text. -lambda.fields and -lambda.types choose other names.
There is no fix for a text in place of a result.

Errors of AWS SDK v1 and v2 are treated alike.`,
	Before: `return nil, errors.New("ID is missing")`,
	After:  `return nil, newLambdaError("ClientException", "ID is missing", nil)`,
	Since:  "0.1.0",

	Severity: lint.SeverityWarning,
}
