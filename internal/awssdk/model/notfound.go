package model

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// A NotFound is how an operation says that what it was asked for does not exist: by
// an error of one of Types or, where none is modelled, by Code.
type NotFound struct {
	Types []string
	Code  string
}

// NotFound returns how the operation says that something does not exist, false
// where the source and the list of known codes do not tell it for certain.
func (s *Service) NotFound(operation string) (NotFound, bool) {
	if code := notFoundCodes[s.Name+"."+operation]; code != "" {
		return NotFound{Code: code}, true
	}
	errs, err := s.Errors(operation)
	if err != nil {
		return NotFound{}, false
	}
	if typ := notFoundTypes[s.Name+"."+operation]; typ != "" {
		known := slices.ContainsFunc(errs, func(e Error) bool { return e.Type == typ })
		return NotFound{Types: []string{typ}}, known
	}
	var all, general, special []string
	for _, e := range errs {
		if !saysNotFound.MatchString(e.Type) {
			continue
		}
		all = append(all, e.Type)
		switch rest := saysNotFound.ReplaceAllString(errorSuffix.ReplaceAllString(e.Type, ""), ""); {
		case slices.Contains([]string{"", "Resource", "Entity"}, rest):
			general = append(general, e.Type)
		case strings.Contains(noun(operation), rest):
			special = append(special, e.Type)
		}
	}
	switch {
	case s.Decoder == ServiceWide:
		// Any error of the service could come: those of other things do not count, and
		// the source does not tell whether the general or the special one is meant.
		all = append(special, general...)
		return NotFound{Types: all}, len(special) <= 1 && len(general) <= 1 && len(all) > 0
	case len(all) == 1:
		return NotFound{Types: all}, true
	}
	return NotFound{Types: special}, len(special) == 1
}

// The parts of the names of types that mean that something does not exist, and those
// that mean nothing.
var (
	saysNotFound = regexp.MustCompile(`NoSuch|NotFound|DoesNotExist|NonExistent`)
	errorSuffix  = regexp.MustCompile(`(Exception|Error|Fault)$`)
)

// noun returns the name of the operation without its verb.
func noun(operation string) string {
	if i := strings.IndexFunc(operation[1:], unicode.IsUpper); i >= 0 {
		return operation[i+1:]
	}
	return ""
}

// notFoundTypes are the types of operations whose services have several that could be
// meant, as the API reference of each operation names them.
var notFoundTypes = map[string]string{
	"dynamodb.DescribeTable": "ResourceNotFoundException",
	"ecs.DescribeServices":   "ClusterNotFoundException",
	"eks.DescribeCluster":    "ResourceNotFoundException",
	"eks.DescribeNodegroup":  "ResourceNotFoundException",
	"sqs.GetQueueAttributes": "QueueDoesNotExist",
	"sqs.GetQueueUrl":        "QueueDoesNotExist",
	"ssm.GetParameter":       "ParameterNotFound",
}

// notFoundCodes are the codes of operations that do not model the error.
var notFoundCodes = map[string]string{
	"s3.GetBucketCors":                   "NoSuchCORSConfiguration",
	"s3.GetBucketEncryption":             "ServerSideEncryptionConfigurationNotFoundError",
	"s3.GetBucketLifecycleConfiguration": "NoSuchLifecycleConfiguration",
	"s3.GetBucketOwnershipControls":      "OwnershipControlsNotFoundError",
	"s3.GetBucketPolicy":                 "NoSuchBucketPolicy",
	"s3.GetBucketReplication":            "ReplicationConfigurationNotFoundError",
	"s3.GetBucketTagging":                "NoSuchTagSet",
	"s3.GetBucketWebsite":                "NoSuchWebsiteConfiguration",
	"s3.GetObjectLockConfiguration":      "ObjectLockConfigurationNotFoundError",
	"s3.GetPublicAccessBlock":            "NoSuchPublicAccessBlockConfiguration",
}
