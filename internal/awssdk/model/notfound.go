package model

import (
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// A NotFound is how an operation says that what it was asked for does not exist: by
// an error of Type or, where none is modelled, by Code.
type NotFound struct {
	Type, Code string
}

// NotFound returns how the operation says that something does not exist, false
// where the source and what is known besides do not tell it for certain.
func (s *Service) NotFound(operation string) (NotFound, bool) {
	name := s.Name + "." + operation
	if knowledge.EmptyWhereMissing(s.Name, operation) {
		return NotFound{}, false
	}
	if code := notFoundCodes[name]; code != "" {
		return NotFound{Code: code}, true
	}
	errs, err := s.Errors(operation)
	if err != nil {
		return NotFound{}, false
	}
	var found []string
	for _, e := range errs {
		switch typ := notFoundTypes[name]; {
		case typ != "":
			if e.Type == typ {
				found = append(found, typ)
			}
		case s.saysNotFound(e.Type, operation):
			found = append(found, e.Type)
		}
	}
	if len(found) != 1 {
		return NotFound{}, false
	}
	return NotFound{Type: found[0]}, true
}

// saysNotFound reports whether the error type called name can mean that what the
// operation is about does not exist. Where each operation can return any error of the
// service, those that are about something else do not count.
func (s *Service) saysNotFound(name, operation string) bool {
	if !knowledge.NotFoundWords().MatchString(name) {
		return false
	}
	thing := knowledge.NotFoundWords().ReplaceAllString(knowledge.TrimErrorSuffix(name), "")
	return s.Decoder == PerOperation || slices.Contains([]string{"", "Resource", "Entity"}, thing) || strings.Contains(knowledge.Noun(operation), thing)
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
	"s3.GetBucketAnalyticsConfiguration":          "NoSuchConfiguration",
	"s3.GetBucketCors":                            "NoSuchCORSConfiguration",
	"s3.GetBucketEncryption":                      "ServerSideEncryptionConfigurationNotFoundError",
	"s3.GetBucketIntelligentTieringConfiguration": "NoSuchConfiguration",
	"s3.GetBucketInventoryConfiguration":          "NoSuchConfiguration",
	"s3.GetBucketLifecycleConfiguration":          "NoSuchLifecycleConfiguration",
	"s3.GetBucketLocation":                        "NoSuchBucket",
	"s3.GetBucketMetricsConfiguration":            "NoSuchConfiguration",
	"s3.GetBucketOwnershipControls":               "OwnershipControlsNotFoundError",
	"s3.GetBucketPolicy":                          "NoSuchBucketPolicy",
	"s3.GetBucketPolicyStatus":                    "NoSuchBucketPolicy",
	"s3.GetBucketReplication":                     "ReplicationConfigurationNotFoundError",
	"s3.GetBucketTagging":                         "NoSuchTagSet",
	"s3.GetBucketWebsite":                         "NoSuchWebsiteConfiguration",
	"s3.GetObjectLockConfiguration":               "ObjectLockConfigurationNotFoundError",
	"s3.GetPublicAccessBlock":                     "NoSuchPublicAccessBlockConfiguration",
}
