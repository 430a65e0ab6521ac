package knowledge

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/awserrlint/awserrlint/internal/httpstatus"
	"github.com/awserrlint/awserrlint/internal/lazyregexp"
)

// A Family is a kind of error that services name differently: NotFound is NoSuchKey in S3 and
// ResourceNotFoundException in Lambda. Fields may be nil.
type Family struct {
	// Message matches texts of errors of the family.
	Message func() *regexp.Regexp

	// Name matches names of error types of the family, as the SDK spells them.
	Name func() *regexp.Regexp

	// Spelling matches what programs write for a type or code of the family: not_found,
	// entityExists. It may be wider than Name, since it leads to advice only if an error of
	// the operation matches as well.
	Spelling func() *regexp.Regexp
}

// The families. Source: the names of all error types of the SDK, and their messages.
var (
	NotFound = Family{
		Message:  lazyregexp.New(`(?i)not found|cannot be found|does ?n.t exist|does not exist|non-?existent`),
		Name:     lazyregexp.New(`NotFound|NoSuch|DoesNotExist|NotExist|NonExist`),
		Spelling: lazyregexp.New(`(?i)not_?found|no_?such|does_?not_?exists?|non_?existent|non_?exist|unknown_?resource`),
	}
	AlreadyExists = Family{
		Message:  lazyregexp.New(`(?i)already exists|already owned`),
		Name:     lazyregexp.New(`AlreadyExists|AlreadyOwned|Duplicate`),
		Spelling: lazyregexp.New(`(?i)already_?exists?|entity_?exists?|name_?exists?|already_?owned(?:_?by_?you)?|duplicate`),
	}
	LimitExceeded = Family{
		Spelling: lazyregexp.New(`(?i)limit_?exceeded|quota`),
	}
	ConditionFailed = Family{
		Message: lazyregexp.New(`(?i)conditional request failed`),
		Name:    lazyregexp.New(`^ConditionalCheckFailed`),
	}
	Throttled = Family{
		Message:  lazyregexp.New(`(?i)throttl|too many requests|rate exceeded`),
		Name:     lazyregexp.New(`Throttl|TooManyRequests`),
		Spelling: lazyregexp.New(`(?i)throttl|too_?many_?requests|slow_?down|request_?limit_?exceeded`),
	}
)

// Words that the names of error types, and codes, have if they mean the same in any service.
//
// Source: the names of all error types of the SDK; for throttling DefaultThrottleErrorCodes of aws/retry
// as well, but for those codes there that other causes can have.
var (
	SaysThrottled = lazyregexp.New(`Throttl|TooManyRequests|SlowDown|RequestLimitExceeded|ThroughputExceeded|BandwidthLimitExceeded|PriorRequestNotComplete`)
	SaysDenied    = lazyregexp.New(`^(AccessDenied|Unauthori[sz]ed|NotAuthori[sz]ed|Forbidden|AuthorizationError|UserNotAuthorized)`)
	SaysConflict  = lazyregexp.New(`AlreadyExists|AlreadyOwned|NameExists|Duplicate|ConditionalCheckFailed|PreconditionFailed|Conflict|InUse|NotEmpty|ConcurrentModification|ConcurrentUpdate`)
)

// Thing returns what an error type or code of the family is about: Queue for QueueDoesNotExist. It
// is "" for a name that says no more than the family, such as ResourceNotFoundException.
func (f Family) Thing(name string) string {
	switch thing := f.Spelling().ReplaceAllString(TrimErrorSuffix(name), ""); thing {
	case "Resource", "Entity":
		return ""
	default:
		return thing
	}
}

// Alike reports whether two names of error types, or codes, can say the same: NoSuchKey and NotFound,
// AccessDenied and Forbidden, but not NoSuchKey and NoSuchBucket.
func Alike(a, b string) bool {
	if isRefusal(a) && isRefusal(b) {
		return true
	}
	for _, family := range []Family{NotFound, AlreadyExists, LimitExceeded, Throttled} {
		if family.Spelling().MatchString(a) && family.Spelling().MatchString(b) {
			a, b := family.Thing(a), family.Thing(b)
			return a == b || a == "" || b == "" || strings.HasPrefix(a, b) || strings.HasPrefix(b, a)
		}
	}
	return false
}

// isRefusal reports whether code says that access is denied, also where a response without a body
// says so by its status.
func isRefusal(code string) bool { return IsDenied(code) || code == CodeOfStatus(403) || code == "403" }

// NotFoundWords matches the words of NotFound.Name to remove from a name to get what was not
// found: Queue from QueueDoesNotExist and NonExistentQueue.
var NotFoundWords = lazyregexp.New(`NoSuch|NotFound|DoesNotExist|NonExistent`)

// SaysNotFound reports whether code, of an operation of S3 whose response has no body, means that
// something does not exist.
func SaysNotFound(code string) bool {
	return strings.Contains(code, "NoSuch") || strings.Contains(code, "NotFound")
}

// IsDenied reports whether code, in upper or lower case, means in any service that access is
// denied.
//
// Source: https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html, the
// overview of EC2's errors, and AuthorizationErrorException in sns/types.
func IsDenied(code string) bool {
	switch strings.ToLower(code) {
	case "accessdenied", "accessdeniedexception", "unauthorizedoperation", "authorizationerror", "authorizationerrorexception":
		return true
	}
	return false
}

// errorSuffixes are suffixes that names of types have and codes often lack.
var errorSuffixes = []string{"Exception", "Error", "Fault"}

// TrimErrorSuffix returns the name of an error without its suffix: ResourceNotFound for
// ResourceNotFoundException.
func TrimErrorSuffix(name string) string {
	for _, suffix := range errorSuffixes {
		if rest, ok := strings.CutSuffix(name, suffix); ok {
			return rest
		}
	}
	return name
}

// ExceptionSuffix is the suffix that many codes have in JSON services but not in XML services:
// ThrottlingException, Throttling.
//
// Source: https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html.
const ExceptionSuffix = "Exception"

// IsOneWord reports whether w is a code of one word, which few are. Nobody else writes it so.
//
// Source: https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html.
func IsOneWord(w string) bool { return w == "Throttling" }

// EndsLikeCode reports whether word has a suffix or prefix that only codes of AWS have.
func EndsLikeCode(word string) bool {
	for _, suffix := range []string{"Exception", "Fault", "NotFound", "AlreadyExists", "LimitExceeded", "Violation", "Denied"} {
		if strings.HasSuffix(word, suffix) {
			return true
		}
	}
	return strings.HasPrefix(word, "NoSuch")
}

// CodeOfStatus returns the code that the S3 client derives from an HTTP status if the response
// has none: the text of the status without spaces, PreconditionFailed for 412.
//
// Source: xml_utils.go of service/internal/s3shared in SDK v2.
func CodeOfStatus(status int) string {
	return strings.ReplaceAll(httpstatus.Text(status), " ", "")
}

// CodeWithoutBody returns what the S3 client makes of the status where the response to a request
// whose code is code has no body. It returns false where that says no more than one status for many
// codes, or is not known.
//
// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html.
func CodeWithoutBody(code string) (string, bool) {
	switch {
	case IsCodeOfStatus(code):
		return code, true
	case code == "PermanentRedirect":
		return CodeOfStatus(301), true
	}
	return "", false
}

// statusesOfHead are those that S3 sends for a HEAD request that fails.
var statusesOfHead = []int{301, 400, 403, 404, 412}

// CodeOfNumber returns the same for a status in digits, which is the code in boto3: NotFound for
// "404". It returns false for a status that S3 never sends for a HEAD request.
func CodeOfNumber(status string) (string, bool) {
	for _, s := range statusesOfHead {
		if status == strconv.Itoa(s) {
			return CodeOfStatus(s), true
		}
	}
	return "", false
}

// IsCodeOfStatus reports whether code is what the S3 client makes of one of these statuses.
func IsCodeOfStatus(code string) bool {
	return slices.ContainsFunc(statusesOfHead, func(s int) bool { return CodeOfStatus(s) == code })
}
