package remedy_test

import (
	"fmt"
	"go/types"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/remedy"
)

// show writes the advice of a remedy and, where the match is certain, what it asks: "match
// *types.NoSuchKey: types.NoSuchKey". "(gone)" is what must stand in the message.
func show(r remedy.Remedy, ok bool) string {
	switch {
	case !ok:
		return "none"
	case r.Match == nil:
		return r.Advice
	case r.Match.Holds != "":
		return fmt.Sprintf("%s: %s.%s of %s (%s)", r.Advice, r.Match.Alias, strings.TrimPrefix(r.Match.Type, "*"), r.Code, r.Message)
	case r.Match.Method == "":
		return fmt.Sprintf("%s: %s.%s", r.Advice, r.Match.Alias, strings.TrimPrefix(r.Match.Type, "*"))
	case r.Status != 0:
		return fmt.Sprintf("%s: %s.%s of %d", r.Advice, r.Match.Alias, strings.TrimPrefix(r.Match.Type, "*"), r.Status)
	}
	return fmt.Sprintf("%s: %s.%s of %s", r.Advice, r.Match.Alias, strings.TrimPrefix(r.Match.Type, "*"), r.Code)
}

// Advice, as show writes it.
const (
	anyCode   = "match smithy.APIError and compare its code"
	status404 = "match *awshttp.ResponseError with HTTPStatusCode() 404: awshttp.ResponseError of 404"
	reasons   = "match *types.TransactionCanceledException and check its CancellationReasons"
)

// typ is the certain remedy to match a type.
func typ(name string) string { return "match *types." + name + ": types." + name }

// maybe is the remedy to match a code, where it is not certain.
func maybe(code string) string { return fmt.Sprintf("match smithy.APIError with code %q", code) }

// code is the certain remedy to match a code.
func code(code string) string { return maybe(code) + ": smithy.APIError of " + code }

// either is the remedy to match one of two codes, of which none is certain.
func either(a, b string) string { return fmt.Sprintf("match smithy.APIError, code %q or %q", a, b) }

// TestForText asks what to ask in place of a text.
func TestForText(t *testing.T) {
	sdk := openSDK(t)
	for _, tt := range []struct{ question, ops, text, want string }{
		{"word: code and type", "s3.GetObject", "NoSuchKey", typ("NoSuchKey")},
		{"word: with punctuation", "s3.GetObject", "NoSuchKey:", typ("NoSuchKey")},
		{"word: as the SDK prints it", "s3.GetObject", "api error NoSuchKey: The specified key does not exist.",
			"match *types.NoSuchKey and its ErrorMessage(): types.NoSuchKey of NoSuchKey (The specified key does not exist.)"},
		{"word: among others", "s3.GetObject", "cannot read NoSuchKey of bucket", "match *types.NoSuchKey"},
		{"word: in lower case", "s3.GetObject", "nosuchkey", typ("NoSuchKey")},
		{"word: none", "s3.GetObject", "...", "none"},
		{"word: too short and common", "s3.GetObject", "Bucket", "none"},

		{"type: by its code", "iam.GetUser", "NoSuchEntity", typ("NoSuchEntityException")},
		{"type: by its name", "iam.GetUser", "NoSuchEntityException", typ("NoSuchEntityException")},
		{"type: by its code on the wire", "sqs.GetQueueUrl", "AWS.SimpleQueueService.NonExistentQueue", typ("QueueDoesNotExist")},
		{"type: by a part of its code", "sqs.GetQueueUrl", "NonExistentQueue", "match *types.QueueDoesNotExist"},
		{"type: by its name without the suffix", "dynamodb.PutItem", "ConditionalCheckFailed", typ("ConditionalCheckFailedException")},
		{"type: by a part of several names", "dynamodb.PutItem", "LimitExceeded", "match the types you mean, or compare the code of smithy.APIError"},
		{"type: with a message", "iam.GetUser", "NoSuchEntity: The user with name",
			"match *types.NoSuchEntityException and its ErrorMessage(): types.NoSuchEntityException of NoSuchEntity (The user with name)"},
		{"type: of one of several services", "s3.PutObject, sqs.GetQueueUrl", "QueueDoesNotExist", "match *types.QueueDoesNotExist of sqs: types.QueueDoesNotExist"},
		{"type: misspelled", "dynamodb.PutItem", "ResourceNotFoundExceptoin", "did you mean *types.ResourceNotFoundException? Match it by its type"},

		{"code: of a type that another operation models", "s3.GetObject", "NoSuchBucket", code("NoSuchBucket")},
		{"code: of a type that one operation of two models", "s3.GetObject, s3.ListObjectsV2", "NoSuchKey", code("NoSuchKey")},
		{"code: well known", "s3.GetObject", "SlowDown", code("SlowDown")},
		{"code: well known, in lower case", "s3.GetObject", "slowdown", code("SlowDown")},
		{"code: well known, among other words", "s3.GetObject", "error: SlowDown here", maybe("SlowDown")},
		{"code: with a dot", "ec2.DescribeInstances", "InvalidInstanceID.NotFound", code("InvalidInstanceID.NotFound")},
		{"code: well known of EC2", "ec2.GetConsoleScreenshot", "UnsupportedOperation", code("UnsupportedOperation")},
		{"code: of a form that EC2 has", "ec2.DescribeInstances", "InvalidPlacementGroup.Unknown", code("InvalidPlacementGroup.Unknown")},
		{"code: of another form that EC2 has", "ec2.DescribeInstances", "failed: InvalidConversionTaskId.Malformed", maybe("InvalidConversionTaskId.Malformed")},
		{"code: of a form that only EC2 has", "iam.GetUser", "failed: InvalidPlacementGroup.Unknown", "none"},
		{"code: with a message", "s3.GetObject", "SlowDown: Please reduce",
			`match smithy.APIError with code "SlowDown" and its ErrorMessage(): smithy.APIError of SlowDown (Please reduce)`},
		{"code: sent for many reasons, with a message", "ec2.DescribeInstances", "InvalidParameterValue: Invalid id", "none"},
		{"code: sent for many reasons", "ec2.DescribeInstances", "InvalidParameterValue", code("InvalidParameterValue")},
		{"code: sent for many reasons, among other words", "ec2.DescribeInstances", "failed with InvalidParameterValue today", "none"},
		{"code: a part of well known ones", "s3.GetObject", "LifecycleConfiguration", anyCode},
		{"code: looks like one", "s3.GetObject", "BrokenBucketException", anyCode},

		{"denied: without a type", "s3.GetObject", "AccessDenied", code("AccessDenied")},
		{"denied: with a type", "sns.Publish", "AccessDenied", "match *types.AuthorizationErrorException"},
		{"denied: in the words of other services", "ec2.DescribeInstances", "accessdenied", code("UnauthorizedOperation")},
		{"denied: in a JSON service", "dynamodb.PutItem", "AccessDenied", code("AccessDeniedException")},
		{"denied: without a body", "s3.HeadObject", "AccessDenied", code("Forbidden")},
		{"denied: among other words", "s3.GetObject", "got AccessDenied there", maybe("AccessDenied")},
		{"denied: with two codes", "s3.GetObject, dynamodb.PutItem", "AccessDenied",
			`match smithy.APIError with code "AccessDenied" or "AccessDeniedException"`},
		{"denied: by an operation of which nothing is known, too", "s3.GetObject, config config.LoadDefaultConfig", "AccessDenied", maybe("AccessDenied")},

		{"spelled: in XML services", "iam.GetUser", "ThrottlingException", code("Throttling")},
		{"spelled: in XML services, as it is", "iam.GetUser", "Throttling", either("Throttling", "ThrottlingException")},
		{"spelled: in XML services, to the end of the code", "iam.GetUser", "Throttling:", code("Throttling")},
		{"spelled: in a JSON service", "dynamodb.PutItem", "Throttling", either("Throttling", "ThrottlingException")},
		{"a code of one word with its message", "iam.GetUser", "Throttling: Rate exceeded", "match smithy.APIError with code \"Throttling\" and its ErrorMessage(): smithy.APIError of Throttling (Rate exceeded)"},
		{"a word with a message", "iam.GetUser", "Rate: exceeded", "none"},
		{"v1: a code of one word", "v1 iam.GetUser", "Throttling:", "match awserr.Error with code \"Throttling\": awserr.Error of Throttling"},
		{"spelled: a wrong signature in a JSON service", "lambda.Invoke", "SignatureDoesNotMatch", maybe("InvalidSignatureException")},
		{"spelled: a wrong signature in an XML service", "s3.GetObject", "SignatureDoesNotMatch", code("SignatureDoesNotMatch")},
		{"spelled: a wrong key in a JSON service", "dynamodb.PutItem", "InvalidClientTokenId", maybe("UnrecognizedClientException")},
		{"spelled: in services of both kinds", "iam.GetUser, dynamodb.PutItem", "Throttling", either("Throttling", "ThrottlingException")},

		{"fragment: of a code that has another form", "s3.GetObject", "ExpiredToken", either("ExpiredToken", "ExpiredTokenException")},
		{"fragment: of it in lower case", "s3.GetObject", "expiredtoken", either("ExpiredToken", "ExpiredTokenException")},
		{"fragment: of a single code", "s3.GetObject", "NoSuchBucket", code("NoSuchBucket")},
		{"fragment: of what the operation says of two things", "s3.GetBucketPolicy", "NoSuchBucket", either("NoSuchBucket", "NoSuchBucketPolicy")},
		{"not found: without a body", "s3.HeadObject", "NotFound", typ("NotFound")},
		{"not found: without a body, in other words", "s3.HeadObject", "NoSuchKey", typ("NotFound")},
		{"not found: with a body, as only the status says it", "s3.GetObject", "NotFound", typ("NoSuchKey")},
		{"not found: of a bucket, as only the status says it", "s3.GetBucketLocation", "NotFound", code("NoSuchBucket")},
		{"not found: with a body, of an operation that may say it in several ways", "s3.PutBucketPolicy", "NotFound", anyCode},
		{"not found: of a configuration, as only the status says it", "s3.GetBucketPolicy", "NotFound", code("NoSuchBucketPolicy")},
		{"not found: as another service says it", "sqs.GetQueueAttributes", "NoSuchEntityException", "match *types.QueueDoesNotExist"},
		{"not found: as another service says it, and one type", "sns.GetTopicAttributes", "NoSuchEntityException", "match *types.NotFoundException"},
		{"exists: as another service says it", "iam.CreateUser", "UserAlreadyExists", "match *types.EntityAlreadyExistsException"},
		{"exists: something else", "sqs.CreateQueue", "TopicAlreadyExists", anyCode},
		{"without a body: what comes with one", "s3.HeadBucket", "InvalidAccessKeyId", "a HEAD response never says InvalidAccessKeyId, so check its HTTP status"},
		{"without a body: a redirect", "s3.HeadBucket", "PermanentRedirect", code("MovedPermanently")},
		{"without a body: as it is", "s3.HeadBucket", "MovedPermanently", code("MovedPermanently")},
		{"without a body: what the SDK says", "s3.HeadBucket", "RequestCanceled", "SDK v2 never says RequestCanceled, use errors.Is(err, context.Canceled)"},
		{"without a body in one operation of two: what comes with one", "s3.HeadBucket, s3.GetObject", "InvalidAccessKeyId", code("InvalidAccessKeyId")},
		{"not found: without a body in one operation of two", "s3.HeadObject, s3.GetObject", "NoSuchKey", code("NoSuchKey")},

		{"cancellation: reason", "dynamodb.TransactWriteItems", "ConditionalCheckFailed", reasons},
		{"cancellation: conflict", "dynamodb.TransactWriteItems", "TransactionConflict", reasons},
		{"cancellation: of a single item", "dynamodb.PutItem", "ConditionalCheckFailedException", typ("ConditionalCheckFailedException")},

		{"status: with its name", "s3.GetObject", "StatusCode: 404", status404},
		{"status: a number", "s3.GetObject", "404", status404},
		{"status: a number that may come from elsewhere", "s3.GetObject, elsewhere", "404", "none"},
		{"status: with its name, may come from elsewhere", "s3.GetObject, elsewhere", "status code: 404", status404},
		{"status: of an operation of which nothing is known", "s3.GetObject, config config.LoadDefaultConfig", "404", "none"},
		{"status: of configuration", "config config.LoadDefaultConfig", "404", "none"},

		{"presigned: nothing comes from the service", "presign s3.GetObject", "AccessDenied", "none"},

		{"message: one type fits", "s3.GetObject", "The specified key does not exist", "match *types.NoSuchKey"},
		{"message: condition", "dynamodb.PutItem", "The conditional request failed", "match *types.ConditionalCheckFailedException"},
		{"message: several types fit", "lambda.Invoke", "not found", "none"},
		{"message: not of AWS", "s3.GetObject", "host not found", "none"},
		{"message: may come from elsewhere", "s3.GetObject, elsewhere", "The specified key does not exist", "none"},

		{"v1: code", "v1 s3.GetObject", "NoSuchKey", `match awserr.Error with code "NoSuchKey": awserr.Error of NoSuchKey`},
		{"v1: perhaps a part of a code", "v1 dynamodb.PutItem", "AccessDenied", "match awserr.Error and compare its code"},
		{"v1: a whole code", "v1 dynamodb.PutItem", "AccessDeniedException", `match awserr.Error with code "AccessDeniedException": awserr.Error of AccessDeniedException`},
		{"v1: without a body, what comes with one", "v1 s3.HeadBucket", "SignatureDoesNotMatch", "a HEAD response never says SignatureDoesNotMatch, so check its HTTP status"},
		{"v1: without a body, not found", "v1 s3.HeadObject", "NoSuchKey", `match awserr.Error with code "NotFound": awserr.Error of NotFound`},
		{"v1: without a body, denied", "v1 s3.HeadObject", "AccessDenied", `match awserr.Error with code "Forbidden": awserr.Error of Forbidden`},
		{"v1: without a body, what the SDK says", "v1 s3.HeadBucket", "NoCredentialProviders", `match awserr.Error with code "NoCredentialProviders": awserr.Error of NoCredentialProviders`},
		{"v1: without a body, as it is", "v1 s3.HeadObject", "NotFound", `match awserr.Error with code "NotFound": awserr.Error of NotFound`},
		{"v1: without a body, another region", "v1 s3.HeadBucket", "BucketRegionError", `match awserr.Error with code "BucketRegionError": awserr.Error of BucketRegionError`},
		{"v1: a common word", "v1 s3.GetObject", "Forbidden", "none"},
		{"v1: as the SDK prints it", "v1 s3.GetObject", "NoSuchKey: The specified key",
			`match awserr.Error with code "NoSuchKey" and its Message(): awserr.Error of NoSuchKey (The specified key)`},
		{"v1: a code that is sent for many reasons", "v1 s3.GetObject", "ValidationError: no such stack", "none"},
		{"v1: status", "v1 s3.GetObject", "status code: 404", "match awserr.RequestFailure with StatusCode() 404: awserr.RequestFailure of 404"},
		{"v1: a number", "v1 s3.GetObject", "404", "none"},
		{"v1: among other words", "v1 s3.GetObject", "not NoSuchKey here", "none"},
		{"v1: beside v2", "v1 s3.GetObject, s3.GetObject", "NoSuchKey", "none"},
		{"v1: code that only v1 makes", "s3.GetObject", "RequestCanceled", "SDK v2 never says RequestCanceled, use errors.Is(err, context.Canceled)"},
		{"v1: the same, may come from elsewhere", "s3.GetObject, elsewhere", "RequestCanceled", "none"},
		{"v1: code that only v1 makes, for which v2 has mere text", "s3.GetObject", "MissingRegion", "none"},
	} {
		if have := show(sdk.operations(t, tt.ops).ForText(tt.text, false)); have != tt.want {
			t.Errorf("%s: %s and %q: %s, want %s", tt.question, tt.ops, tt.text, have, tt.want)
		}
	}
}

// TestForRefinedText asks the same where the text only says more of an error that is known to be of AWS.
func TestForRefinedText(t *testing.T) {
	sdk := openSDK(t)
	for _, tt := range []struct{ question, ops, text, want string }{
		{"word", "s3.GetObject", "NoSuchKey", typ("NoSuchKey")},
		{"status", "s3.GetObject", "404", status404},
		{"message", "s3.GetObject", "The specified key does not exist", "none"},
	} {
		if have := show(sdk.operations(t, tt.ops).ForText(tt.text, true)); have != tt.want {
			t.Errorf("%s: %s and %q: %s, want %s", tt.question, tt.ops, tt.text, have, tt.want)
		}
	}
}

// TestForTextBesideV2 asks the same of an error of SDK v1 in a package that imports SDK v2: no match is certain there.
func TestForTextBesideV2(t *testing.T) {
	ops := openSDK(t).operations(t, "v1 s3.GetObject", types.NewPackage(awspath.Services+"/s3", "s3"))
	if have, want := show(ops.ForText("NoSuchKey", false)), `match awserr.Error with code "NoSuchKey"`; have != want {
		t.Errorf("%s, want %s", have, want)
	}
}

// TestForTextOf asks the same of an error of unknown origin.
func TestForTextOf(t *testing.T) {
	services := openSDK(t).services(t, "iam", "s3")
	for _, tt := range []struct{ question, text, want string }{
		{"type", "NoSuchKey", maybe("NoSuchKey")},
		{"type among other words", "error NoSuchKey: gone", maybe("NoSuchKey")},
		{"type of another one of the services", "NoSuchEntityException", maybe("NoSuchEntity")},
		{"type of another service", "ResourceNotFoundException", "none"},
		{"denied", "AccessDeniedException", maybe("AccessDeniedException")},
		{"well known code", "SlowDown", maybe("SlowDown")},
		{"well known code of another service", "InvalidInstanceID.NotFound", "none"},
		{"what others say as well", "InternalServerError", "none"},
		{"what others say as well, in one word", "Throttling", "none"},
	} {
		if have := show(remedy.ForTextOf(services, tt.text)); have != tt.want {
			t.Errorf("%s: %q: %s, want %s", tt.question, tt.text, have, tt.want)
		}
	}
	if have := show(remedy.ForTextOf(nil, "NoSuchKey")); have != "none" {
		t.Errorf("without a service: %s, want none", have)
	}
}

// TestForTextOfType asks the same of an error whose type says that it is of AWS.
func TestForTextOfType(t *testing.T) {
	services := openSDK(t).services(t, "iam", "s3")
	for _, tt := range []struct {
		question, text string
		generation     int
		hasCode        bool
		want           string
	}{
		{"code of one of the services", "NoSuchEntityException", 2, true, `compare its ErrorCode() with "NoSuchEntity"`},
		{"what only a code looks like", "ServerException", 2, true, "compare its ErrorCode()"},
		{"a message", "does not exist", 2, true, "none"},
		{"a code in a type without one", "SlowDown", 2, false, maybe("SlowDown")},
		{"what looks like a code, in a type without one", "ServerException", 2, false, "none"},
		{"v1", "ResourceInUse", 1, true, "compare its Code()"},
		{"v1: a message", "not found", 1, true, "none"},
	} {
		if have := show(remedy.ForTextOfType(services, tt.text, tt.generation, tt.hasCode)); have != tt.want {
			t.Errorf("%s: %q: %s, want %s", tt.question, tt.text, have, tt.want)
		}
	}
}

func TestForAnyCode(t *testing.T) {
	for want, r := range map[string]remedy.Remedy{
		anyCode + ": smithy.APIError of ":                           {},
		"match awserr.Error and compare its code: awserr.Error of ": {Match: &fix.ErrorMatch{Package: awspath.AWSErr}},
	} {
		if have := show(r.ForAnyCode(), true); have != want {
			t.Errorf("%q, want %q", have, want)
		}
	}
}
