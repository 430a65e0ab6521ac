// Package brokenchain reports where the error of an AWS call is put into another error that does
// not unwrap to it, although a match asks for it later.
package brokenchain

import "honnef.co/go/tools/analysis/lint"

// Doc is the page of the rule.
var Doc = &lint.RawDocumentation{
	Title: `Error chain that is cut before a match`,
	Text: `errors.As, errors.AsType and errors.Is find what an error wraps. fmt.Errorf with %v or %s
keeps only its text, and so do errors.New(err.Error()) and a struct of the program that has the
error in a field, but no Unwrap that returns it. A match further up then never finds the AWS
error, and the branch for it never runs: what should be ignored fails, and what should be fatal
is tried again forever.

Most such texts are harmless, since nobody asks the error for more. The rule reports only
cuts that lead to a match of what was cut off: an error type of a service, smithy.APIError
and the like, context.Canceled, context.DeadlineExceeded, or what the SDK would retry. It
follows errors through variables, functions, fields, interfaces, functions that are called back,
and other packages of the module, and knows functions that ask on behalf of others, such as
isNotFound(err). If other errors reach the same match with their chains intact, the cut
is reported all the same: on its way the match fails.

The finding stands at the cut and names the matches that fail. If the cut is in a package that
this one imports, the finding stands at the match, and names the file and the line of the cut.

The rule is silent if the operation cannot return what is asked for; if the program has asked
for it before the cut, or in a way that cannot be followed; if the new error wraps something
else that is found first; if the text of the error is searched as well; and if the match can be
meant for another operation, another implementation of an interface, or another value of a field.

The fix puts %w in place of the verb, makes fmt.Errorf of errors.New, or adds Unwrap to the
type, if that holds just one error. The text of the error stays as it is. There is no fix for %q,
for errors that other libraries make, and for two errors at once before Go 1.20.`,
	Before: `return fmt.Errorf("save order: %v", err)`,
	After:  `return fmt.Errorf("save order: %w", err)`,
	Since:  "0.1.0",

	Severity: lint.SeverityError,
}
