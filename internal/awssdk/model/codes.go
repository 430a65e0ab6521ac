package model

import (
	"slices"

	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/lazyregexp"
)

// wellKnown lists codes that services send without having a type for them, and that programs check
// for: by the name of the service package, "" for those that many services send. AWS documents
// them on the page at source; no SDK source holds them. It is no complete list, and nothing may be
// concluded from what it lacks.
var wellKnown = []struct {
	service, source string
	codes           []string
}{
	{"", commonErrors, []string{
		"AccessDenied", "AccessDeniedException", "ExpiredToken", "ExpiredTokenException", "IncompleteSignature",
		"InternalFailure", "InvalidClientTokenId", "InvalidSignatureException", "MissingAuthenticationToken",
		"OptInRequired", "RequestExpired", "RequestLimitExceeded", "ServiceUnavailable", "SignatureDoesNotMatch",
		"Throttling", "ThrottlingException", "UnrecognizedClientException", "ValidationException",
	}},
	{"cloudformation", "https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/CommonErrors.html", []string{"ValidationError"}},
	{"s3", errorsOfS3, []string{
		"AuthorizationHeaderMalformed", "BadDigest", "BucketNotEmpty", "EntityTooLarge", "EntityTooSmall",
		"IllegalLocationConstraintException", "InvalidAccessKeyId", "InvalidArgument", "InvalidBucketName",
		"InvalidPart", "InvalidPartOrder", "InvalidRange", "MalformedXML", "MethodNotAllowed",
		"NoSuchBucketPolicy", "NoSuchCORSConfiguration", "NoSuchConfiguration", "NoSuchLifecycleConfiguration",
		"NoSuchObjectLockConfiguration", "NoSuchPublicAccessBlockConfiguration", "NoSuchTagSet", "NoSuchVersion",
		"NoSuchWebsiteConfiguration", "NotImplemented", "ObjectLockConfigurationNotFoundError",
		"OperationAborted", "OwnershipControlsNotFoundError", "PermanentRedirect", "PreconditionFailed",
		"ReplicationConfigurationNotFoundError", "RequestTimeTooSkewed", "RequestTimeout",
		"ServerSideEncryptionConfigurationNotFoundError", "SlowDown", "TemporaryRedirect",
	}},
	{"ec2", errorsOfEC2, []string{
		"AuthFailure", "DependencyViolation", "DryRunOperation", "Gateway.NotAttached", "IncorrectInstanceState",
		"IncorrectState", "InstanceLimitExceeded", "InsufficientInstanceCapacity", "InvalidAMIID.NotFound",
		"InvalidAMIID.Unavailable", "InvalidAllocationID.NotFound", "InvalidAssociationID.NotFound",
		"InvalidGroup.Duplicate", "InvalidGroup.InUse", "InvalidGroup.NotFound", "InvalidInstanceID.Malformed",
		"InvalidInstanceID.NotFound", "InvalidInternetGatewayID.NotFound", "InvalidKeyPair.Duplicate",
		"InvalidKeyPair.NotFound", "InvalidLaunchTemplateId.NotFound",
		"InvalidLaunchTemplateName.AlreadyExistsException", "InvalidLaunchTemplateName.NotFoundException",
		"InvalidNetworkAclID.NotFound", "InvalidNetworkInterfaceID.NotFound", "InvalidParameterCombination",
		"InvalidParameterValue", "InvalidPermission.Duplicate", "InvalidPermission.NotFound",
		"InvalidRoute.NotFound", "InvalidRouteTableID.NotFound", "InvalidSnapshot.NotFound",
		"InvalidSpotInstanceRequestID.NotFound", "InvalidSubnetID.NotFound", "InvalidVolume.NotFound",
		"InvalidVpcEndpointId.NotFound", "InvalidVpcID.NotFound", "InvalidVpcPeeringConnectionID.NotFound",
		"MissingParameter", "NatGatewayNotFound", "OperationNotPermitted", "Resource.AlreadyAssociated",
		"RouteAlreadyExists", "RulesPerSecurityGroupLimitExceeded", "SecurityGroupLimitExceeded",
		"UnauthorizedOperation", "UnsupportedOperation", "VcpuLimitExceeded", "VolumeInUse", "VpcLimitExceeded",
	}},
	{"rds", "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/CommonErrors.html", []string{"InvalidParameterCombination", "InvalidParameterValue", "MissingParameter"}},
}

// inJSON are codes of XML services that say who signed a request, by those of JSON services for the same.
//
// Source: the common errors of IAM for XML services; for JSON services
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html and
// https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html.
var inJSON = map[string]string{
	"InvalidClientTokenId":  "UnrecognizedClientException",
	"SignatureDoesNotMatch": "InvalidSignatureException",
}

// InJSON returns the code that the service sends in place of code, one that only XML services send. It
// returns false for services that send code, or may.
func (s *Service) InJSON(code string) (instead string, ok bool) {
	switch s.protocol {
	case RestJSON, JSON10, JSON11:
		instead, ok = inJSON[code]
	}
	return instead, ok && !s.queryCompatible()
}

// WellKnownCodes returns the well-known codes of the service, and those that are common to
// many services.
func (s *Service) WellKnownCodes() []string {
	var codes []string
	for _, group := range wellKnown {
		if group.service == "" || group.service == s.Name {
			codes = append(codes, group.codes...)
		}
	}
	return codes
}

// DocumentedAt returns the page of AWS that has the code as one of this service, "" where none is known.
func (s *Service) DocumentedAt(code string) string {
	for _, group := range wellKnown {
		if group.service == s.Name && slices.Contains(group.codes, code) {
			return group.source
		}
	}
	return ""
}

// Sends reports whether the service is known to send the code without a type for it.
func (s *Service) Sends(code string) bool {
	return slices.Contains(s.WellKnownCodes(), code) || s.HasForm(code)
}

// ec2Form matches what codes of EC2 look like: the resource that a request names, and what is wrong
// with it. No other service has such codes.
//
// Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html.
var ec2Form = lazyregexp.New(`^Invalid[A-Z][A-Za-z]*\.(NotFound|Malformed|Unknown|Duplicate|InUse|Unavailable|NotFoundException|AlreadyExistsException)$|` +
	`^[A-Z][A-Za-z]*NotExistsError$`)

// HasForm reports whether the code has a form that only codes of the service have.
func (s *Service) HasForm(code string) bool {
	return s.protocol == EC2Query && ec2Form().MatchString(code)
}

// AccessDenied returns the code with which the service refuses an operation that the
// caller may not perform. Where the operation models it, it has a type; otherwise it
// comes as a *smithy.GenericAPIError.
func (s *Service) AccessDenied(operation string) string {
	code, _ := s.denied(operation)
	return code
}

// The pages of AWS that say which codes services send without a type for them.
const (
	commonErrors = "https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html"
	errorsOfS3   = "https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html"
	errorsOfEC2  = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html"
	errorsOfSNS  = "https://docs.aws.amazon.com/sns/latest/api/API_Publish.html"
)

// denied returns the code of AccessDenied and the page that has it.
func (s *Service) denied(operation string) (code, source string) {
	if noBody, err := s.NoBody(operation); err == nil && noBody {
		return knowledge.CodeOfStatus(403), errorsOfS3
	}
	switch {
	case s.Name == "sns":
		return "AuthorizationError", errorsOfSNS // of AuthorizationErrorException in sns/types
	case s.protocol == EC2Query:
		return "UnauthorizedOperation", errorsOfEC2
	case s.Name == "s3":
		return "AccessDenied", errorsOfS3
	case s.protocol == Query, s.protocol == RestXML, s.queryCompatible():
		return "AccessDenied", commonErrors
	}
	return "AccessDeniedException", commonErrors // of JSON services
}
