// Package impossiblematch reports matches of AWS errors that can never succeed.
package impossiblematch

import "honnef.co/go/tools/analysis/lint"

// Doc is the page of the rule.
var Doc = &lint.RawDocumentation{
	Title: `Match of an AWS error that can never succeed`,
	Text: `The code asks for an error that the operation never returns. The branch for it never
runs, and the failure that it was written for is handled like any other. awserrlint
reads the SDK version that the program compiles against, so it knows what each
operation can return:

  - a type that the operation does not return: HeadObject returns *types.NotFound, never
    *types.NoSuchKey;
  - a type of the same name from another service's package;
  - *smithy.GenericAPIError with a code for which the operation has a type;
  - *smithy.InvalidParamsError, which the SDK returns by value: match
    smithy.InvalidParamsError;
  - awserr.Error of SDK v1 for an error of SDK v2, or the reverse;
  - a code that is spelled like its type (NoSuchEntityException) although the service
    sends another (NoSuchEntity), or that only SDK v1 returns (RequestCanceled);
  - the code of a CancellationReason with the suffix Exception;
  - ConditionalCheckFailedException for TransactWriteItems;
  - an error of the service for a presigned request, which is never sent;
  - any type of AWS for DownloadDirectory and UploadDirectory of transfermanager, as long as
    they keep only the text of errors: their FailurePolicy sees the error itself;
  - a code with which other services refuse a request: AccessDenied for DynamoDB,
    AccessDeniedException for S3 and EC2, ThrottlingException for S3. The severity is
    warning, since inside of the call the SDK may have asked another service for credentials;
  - a code that retry.AddWithErrorCodes adds to those which the client of a service tries
    again, and that the service never sends. The severity is warning.

Codes that are passed to a function of the package, which compares them with that of an
error, are checked where they are passed.

The message names the type or the code that comes instead, if the SDK or the AWS
documentation says which one it is. If the program matches the right one as well, the
dead arm does no harm: the finding says so with severity info.

The rule is silent if the error can also come from somewhere else, if one of several
operations can return it, and if the source of the service package cannot be read. It
does not check matches of awserr.Error for errors of SDK v1.

The fix puts the right type or code in place, if exactly one fits. A code that differs
from a known one by a letter or two is reported without a fix.`,
	Before: `var notFound *types.NoSuchKey
_, err := client.HeadObject(ctx, input)
if errors.As(err, &notFound) {`,
	After: `var notFound *types.NotFound
_, err := client.HeadObject(ctx, input)
if errors.As(err, &notFound) {`,
	Since:    "0.1.0",
	Severity: lint.SeverityError,
}
