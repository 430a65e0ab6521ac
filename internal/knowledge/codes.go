package knowledge

import (
	"regexp"
	"strings"

	"github.com/awserrlint/awserrlint/internal/httpstatus"
	"github.com/awserrlint/awserrlint/internal/lazyregexp"
)

// A Family is a kind of errors that services have different names for. What it does not
// say is nil.
type Family struct {
	// Message matches the texts that mean it.
	Message func() *regexp.Regexp

	// Name matches the names of types that mean it, as the SDK spells them.
	Name func() *regexp.Regexp

	// Spelling matches types and codes that are taken for it, however they are spelled:
	// not_found, entityExists. It is wider than Name, since it starts from what a program
	// says, and ends in advice only where one error of the operation matches as well.
	Spelling func() *regexp.Regexp
}

// The families. Source: the names of all error types of the SDK, and their messages.
var (
	NotFound = Family{
		Message:  lazyregexp.New(`(?i)not found|cannot be found|does ?n.t exist|does not exist|non-?existent`),
		Name:     lazyregexp.New(`NotFound|NoSuch|DoesNotExist|NotExist|NonExist`),
		Spelling: lazyregexp.New(`(?i)not_?found|no_?such|does_?not_?exist|non_?exist`),
	}
	AlreadyExists = Family{
		Message:  lazyregexp.New(`(?i)already exists|already owned`),
		Name:     lazyregexp.New(`AlreadyExists|AlreadyOwned|Duplicate`),
		Spelling: lazyregexp.New(`(?i)already_?exist|entity_?exist|already_?owned|duplicate`),
	}
	LimitExceeded = Family{
		Spelling: lazyregexp.New(`(?i)limit_?exceeded|quota`),
	}
	ConditionFailed = Family{
		Message: lazyregexp.New(`(?i)conditional request failed`),
		Name:    lazyregexp.New(`^ConditionalCheckFailed`),
	}
	Throttled = Family{
		Message: lazyregexp.New(`(?i)throttl|too many requests|rate exceeded`),
		Name:    lazyregexp.New(`Throttl|TooManyRequests`),
	}
)

// NotFoundWords matches the words of NotFound.Name that a name can do without: what is left
// of QueueDoesNotExist or NonExistentQueue is what is not there, Queue.
var NotFoundWords = lazyregexp.New(`NoSuch|NotFound|DoesNotExist|NonExistent`)

// SaysNotFound reports whether code says in the words of S3 that something is not there.
// These two are enough where it is asked: of operations of S3 whose answers have no body.
func SaysNotFound(code string) bool {
	return strings.Contains(code, "NoSuch") || strings.Contains(code, "NotFound")
}

// IsDenied reports whether code is how one service or another says that something is not
// allowed, in upper or lower case.
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

// errorSuffixes are what the names of types end with and codes often do not.
var errorSuffixes = []string{"Exception", "Error", "Fault"}

// TrimErrorSuffix returns the name of an error without the ending that says that it is one:
// ResourceNotFound for ResourceNotFoundException.
func TrimErrorSuffix(name string) string {
	for _, suffix := range errorSuffixes {
		if rest, ok := strings.CutSuffix(name, suffix); ok {
			return rest
		}
	}
	return name
}

// ExceptionSuffix is what JSON services end many codes with and XML services do not:
// ThrottlingException and Throttling.
//
// Source: https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html.
const ExceptionSuffix = "Exception"

// EndsLikeCode reports whether word ends or begins as only codes of AWS do.
func EndsLikeCode(word string) bool {
	for _, suffix := range []string{"Exception", "Fault", "NotFound", "AlreadyExists", "LimitExceeded", "Violation", "Denied"} {
		if strings.HasSuffix(word, suffix) {
			return true
		}
	}
	return strings.HasPrefix(word, "NoSuch")
}

// CodeOfStatus returns the code that the S3 client makes from an HTTP status where the
// response holds none: its text without spaces.
//
// Source: xml_utils.go of service/internal/s3shared in SDK v2.
func CodeOfStatus(status int) string {
	return strings.ReplaceAll(httpstatus.Text(status), " ", "")
}

// CodeOfNumber returns the same for a status in digits, which is what boto3 makes of it,
// and false for one that S3 does not answer a HEAD request with.
func CodeOfNumber(status string) (string, bool) {
	switch status {
	case "301":
		return CodeOfStatus(301), true
	case "400":
		return CodeOfStatus(400), true
	case "403":
		return CodeOfStatus(403), true
	case "404":
		return CodeOfStatus(404), true
	case "412":
		return CodeOfStatus(412), true
	}
	return "", false
}
