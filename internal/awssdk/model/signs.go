package model

import (
	"regexp"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// A Meaning is what programs want to know of an error, whatever a service calls it.
type Meaning string

const (
	Missing   Meaning = "not found" // what the request names does not exist
	Denied    Meaning = "denied"    // the caller may not do it
	Throttled Meaning = "throttled" // the caller sends too much
	Conflict  Meaning = "conflict"  // what is there does not allow it: it exists, is in use, or was changed
)

// words returns what the names of error types, and codes, have in them if they mean m.
func (m Meaning) words() *regexp.Regexp {
	switch m {
	case Missing:
		return knowledge.NotFound.Name()
	case Denied:
		return knowledge.SaysDenied()
	case Throttled:
		return knowledge.SaysThrottled()
	}
	return knowledge.SaysConflict()
}

// Evidence says how it is known that an operation sends an error.
type Evidence string

const (
	ByOperation Evidence = "operation models it"
	ByDocument  Evidence = "documentation of the operation names it" // in the source of the SDK
	ByService   Evidence = "service models it"                       // so that each operation can return it
	ByPage      Evidence = "documented by AWS"                       // on the page at Source
	ByProtocol  Evidence = "usual for the protocol of the service"   // of its common errors, on the page at Source
)

// A Sign is one way in which an operation says what a Meaning is about.
type Sign struct {
	Type    string // name of the error type, "" where the operation has none for it
	Code    string // what ErrorCode returns
	Open    bool   // ErrorCode can return other codes as well, see [Error.CodeOpen]
	Message string // what must stand in the message as well, since the code has several causes; "" else
	Status  int    // of the response, 0 where it is not known
	Why     Evidence
	Source  string // the page of AWS that says so, "" where it is the source of the SDK
}

// Signs returns the ways in which the operation says m, those with types first. It is never more than
// what the SDK in use and pages of AWS tell: services send codes that stand in neither. Where any
// operation can return any error of the service, those that are about something else are left out.
func (s *Service) Signs(operation string, m Meaning) ([]Sign, error) {
	errs, err := s.Errors(operation)
	if err != nil {
		return nil, err
	}
	op, err := s.describe(operation)
	if err != nil {
		return nil, err
	}
	var signs []Sign
	for _, e := range errs {
		if !m.words().MatchString(e.Type) && !m.words().MatchString(e.Code) || OnlyReason(s.Name, operation, e.Type) {
			continue
		}
		sign := Sign{Type: e.Type, Code: e.Code, Open: e.CodeOpen, Status: e.HTTPStatus, Why: ByOperation}
		if s.Decoder == ServiceWide {
			if sign.Why = op.evidence(m, e.Type); sign.Why == "" {
				continue
			}
		}
		signs = append(signs, sign)
	}
	if named := slices.DeleteFunc(slices.Clone(signs), func(sign Sign) bool { return sign.Why != ByDocument }); m == Missing && len(named) > 0 {
		signs = named // the operation's documentation knows better than names do
	}
	for _, sign := range s.unmodelledSigns(op, m) {
		if !slices.ContainsFunc(signs, func(other Sign) bool { return other.Code == sign.Code }) {
			signs = append(signs, sign)
		}
	}
	return signs, nil
}

// evidence says why an operation of a service whose errors are service-wide can return the type called
// typ, which means m. It is "" where typ is about something else.
func (op *described) evidence(m Meaning, typ string) Evidence {
	if strings.Contains(op.source, typ) {
		return ByDocument
	}
	thing := m.words().ReplaceAllString(knowledge.TrimErrorSuffix(typ), "")
	about := false
	switch {
	case m == Denied, m == Throttled:
		about = true
	case m == Conflict && (knowledge.OnlyReads(op.name) || knowledge.Removes(op.name) && knowledge.AlreadyExists.Name().MatchString(typ)):
		// Nothing is in the way of who only looks, and what exists not of who removes it.
	case knowledge.ConditionFailed.Name().MatchString(typ):
		about = op.has("ConditionExpression")
	case thing == "", thing == "Resource", thing == "Entity":
		about = true
	case m == Missing:
		about = strings.Contains(op.name, thing) || op.names(thing)
	default:
		about = strings.Contains(op.name, thing) // DeleteConflict is about DeleteUser
	}
	if about {
		return ByService
	}
	return ""
}

// unmodelledSigns returns the ways in which the operation says m without a type, each with the page of
// AWS that says so.
func (s *Service) unmodelledSigns(op *described, m Meaning) []Sign {
	var signs []Sign
	add := func(code, source string) {
		why := ByPage
		if source == commonErrors {
			why = ByProtocol
		}
		signs = append(signs, Sign{Code: code, Why: why, Source: source})
	}
	switch noBody, err := s.NoBody(op.name); {
	case err != nil, noBody && m == Throttled:
		return nil
	case noBody && m == Missing:
		add(knowledge.CodeOfStatus(404), errorsOfS3) // older versions of the SDK have no type for it
		return signs
	}
	switch m {
	case Denied:
		add(s.denied(op.name))
	case Throttled:
		add(s.throttling())
	case Missing:
		if code := notFoundCodes[s.Name+"."+op.name]; code != "" {
			add(code, errorsOfS3)
		}
		for _, code := range []string{"NoSuchKey", "NoSuchUpload", "NoSuchBucket"} {
			if s.Name == "s3" && s.sentByS3(op.name, code) {
				add(code, errorsOfS3)
			}
		}
		if s.Name+"."+op.name == "cloudformation.DescribeStacks" {
			signs = append(signs, Sign{Code: "ValidationError", Message: "does not exist", Why: ByPage,
				Source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStacks.html"})
		}
	case Conflict:
		if s.Name == "s3" && (op.has("IfMatch") || op.has("IfNoneMatch")) {
			add(knowledge.CodeOfStatus(412), errorsOfS3)
		}
		if s.Name+"."+op.name == "s3.DeleteBucket" {
			add("BucketNotEmpty", errorsOfS3)
		}
	}
	if s.protocol == EC2Query && (m == Missing || m == Conflict) {
		for _, code := range s.WellKnownCodes() {
			if m.words().MatchString(code) && s.HasForm(code) && op.names(ec2Thing(code)) {
				add(code, errorsOfEC2)
			}
		}
	}
	return signs
}

// ec2Thing returns what a code of EC2 is about: InstanceId for InvalidInstanceID.NotFound.
func ec2Thing(code string) string {
	thing, _, _ := strings.Cut(strings.TrimPrefix(code, "Invalid"), ".")
	return strings.Replace(thing, "ID", "Id", 1)
}
