package knowledge

import "slices"

// A Refusal is the code with which a service refuses a request, and those of other services that say
// the same and that it does not send itself.
type Refusal struct {
	How  string // how messages say that a request is refused so
	Code string
	Not  []string
}

// refusals are those of services where programs are often wrong about them, by the name of the service
// package. It holds for what the service sends: inside of its call, the SDK may have asked another one for
// credentials.
//
// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html,
// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html,
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html.
var refusals = map[string][]Refusal{
	"s3": {
		{"denied", "AccessDenied", []string{"AccessDeniedException", "UnauthorizedOperation"}},
		{"throttled", "SlowDown", []string{"ThrottlingException", "TooManyRequestsException"}},
	},
	"ec2":      {{"denied", "UnauthorizedOperation", []string{"AccessDeniedException"}}},
	"dynamodb": {{"denied", "AccessDeniedException", []string{"AccessDenied", "UnauthorizedOperation"}}},
}

// RefusalFor returns how the service says what code says, which only other services send. It returns
// false for a code that the service may send.
func RefusalFor(service, code string) (Refusal, bool) {
	all := refusals[service]
	i := slices.IndexFunc(all, func(r Refusal) bool { return slices.Contains(r.Not, code) })
	if i < 0 {
		return Refusal{}, false
	}
	return all[i], true
}
