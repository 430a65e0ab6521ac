package model

import (
	"slices"

	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/lazyregexp"
)

// A WellKnown is a code that services send without having a type for it.
type WellKnown struct {
	Code    string
	Service string // name of the service package, "" where many services send it
	Source  string // where this is written
}

// Sources of well-known codes. AWS documents them; no SDK source holds them.
const (
	commonErrors = "https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html"
	s3Errors     = "https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html"
	ec2Errors    = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html"
	cfnErrors    = "https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/CommonErrors.html"
)

// wellKnown lists codes that programs check for. It is no complete list, and
// nothing may be concluded from what it lacks.
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
	{"cloudformation", cfnErrors, []string{"ValidationError"}},
	{"s3", s3Errors, []string{
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
	{"ec2", ec2Errors, []string{
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
		"RouteAlreadyExists", "UnauthorizedOperation", "VcpuLimitExceeded", "VolumeInUse",
	}},
}

// ec2Code is the form that most codes of EC2 have, 100 of the 142 with a dot.
var ec2Code = lazyregexp.New(`^Invalid[A-Z][A-Za-z]*\.(NotFound|Malformed|InUse|Duplicate)$`)

// LookupWellKnown returns the well-known code of exactly this spelling.
func LookupWellKnown(code string) (WellKnown, bool) {
	for _, group := range wellKnown {
		if slices.Contains(group.codes, code) {
			return WellKnown{code, group.service, group.source}, true
		}
	}
	if ec2Code().MatchString(code) {
		return WellKnown{code, "ec2", ec2Errors}, true
	}
	return WellKnown{}, false
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

// AccessDenied returns the code with which the service refuses an operation that the
// caller may not perform. Where the operation models it, it has a type; otherwise it
// comes as a *smithy.GenericAPIError.
func (s *Service) AccessDenied(operation string) string {
	if noBody, err := s.NoBody(operation); err == nil && noBody {
		return knowledge.CodeOfStatus(403)
	}
	switch {
	case s.Name == "sns":
		return "AuthorizationError" // of AuthorizationErrorException in sns/types
	case s.protocol == EC2Query:
		return "UnauthorizedOperation" // ec2Errors
	case s.protocol == Query, s.protocol == RestXML, s.queryCompatible():
		return "AccessDenied" // commonErrors, s3Errors
	}
	return "AccessDeniedException" // the common errors of JSON services
}
