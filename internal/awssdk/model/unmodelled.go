package model

import (
	"slices"

	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// UnmodelledCode returns the code with which AWS documents that the operation sends what the error
// type called typ stands for, though the operation does not model it. It is "" where no source says
// so: that another operation of the service models a type tells nothing.
func (s *Service) UnmodelledCode(operation, typ string) string {
	switch {
	case s.Name == "s3":
		noBody, err := s.NoBody(operation)
		if err == nil && noBody && slices.Contains([]string{"NoSuchKey", "NoSuchBucket", "NotFound"}, typ) {
			return "NotFound" // the text of the HTTP status; older versions of the SDK have no type for it
		}
		if err == nil && !noBody && s.sentByS3(operation, typ) {
			return typ
		}
	case knowledge.Throttled.Name().MatchString(typ):
		code, _ := s.throttling()
		return code
	}
	if knowledge.IsDenied(typ) {
		return s.AccessDenied(operation)
	}
	return ""
}

// sentByS3 reports whether the operation of S3, whose responses have a body, sends the code.
//
// Source: the list of error codes at https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html, which
// holds for all operations that name a bucket, an object or an upload. To delete an object that does
// not exist succeeds.
func (s *Service) sentByS3(operation, code string) bool {
	switch code {
	case "NoSuchBucket":
		return !slices.Contains([]string{"CreateBucket", "CreateSession", "ListBuckets", "ListDirectoryBuckets", "WriteGetObjectResponse"}, operation)
	case "NoSuchKey":
		return slices.Contains([]string{
			"CopyObject", "GetObject", "GetObjectAcl", "GetObjectAttributes", "GetObjectLegalHold", "GetObjectRetention", "GetObjectTagging",
			"PutObjectAcl", "PutObjectLegalHold", "PutObjectRetention", "PutObjectTagging", "RestoreObject", "SelectObjectContent", "UploadPartCopy",
		}, operation)
	case "NoSuchUpload":
		return slices.Contains([]string{"AbortMultipartUpload", "CompleteMultipartUpload", "ListParts", "UploadPart", "UploadPartCopy"}, operation)
	}
	return false
}

// throttling returns the code with which the service says that it gets too many requests, and the page
// that has it.
func (s *Service) throttling() (code, source string) {
	switch {
	case s.Name == "s3":
		return "SlowDown", errorsOfS3
	case s.Name == "route53":
		return "Throttling", "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html"
	case s.protocol == EC2Query:
		return "RequestLimitExceeded", errorsOfEC2
	case s.protocol == Query, s.protocol == RestXML:
		return "Throttling", commonErrors
	}
	return "ThrottlingException", commonErrors
}
