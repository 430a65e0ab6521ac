// Package impossiblematch reports matches of AWS errors that can never succeed.
package impossiblematch

import "honnef.co/go/tools/analysis/lint"

// Doc is the page of the rule.
var Doc = &lint.RawDocumentation{
	Title: `Match of an AWS error that can never succeed`,
	Text: `The code asks for an error that the operation never returns, so the branch for
it is dead: what it was written for is handled as any other failure. awserrlint
reads the SDK version that the program compiles against and knows what each operation
can return:

  - a type that the operation does not model: HeadObject answers with NotFound, never
    with NoSuchKey;
  - a type of another service that has the same name;
  - *smithy.GenericAPIError with a code for which the service has a type;
  - awserr.Error of SDK v1 for an error of SDK v2, or the reverse;
  - a code that is spelled as its type (NoSuchEntityException) although the service sends
    another (NoSuchEntity), or that only SDK v1 produces (RequestCanceled);
  - a CancellationReason code with the suffix Exception;
  - ConditionalCheckFailedException for TransactWriteItems;
  - a modelled error of a presigning call, which sends nothing.

The rule is silent where the error can also come from elsewhere, where one of
several operations fits, and where the source of the service package cannot be read.

The fix puts the type or the code that can come in place, where exactly one fits. A
code that differs from a known one by a letter or two is reported without a fix.`,
	Before: `var notFound *types.NoSuchKey
_, err := client.HeadObject(ctx, input)
if errors.As(err, &notFound) {`,
	After: `var notFound *types.NotFound
_, err := client.HeadObject(ctx, input)
if errors.As(err, &notFound) {`,
	Since:    "0.1.0",
	Severity: lint.SeverityError,
}
