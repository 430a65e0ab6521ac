package lambdatest

import (
	"net/http"
	"regexp"
)

// RESTIntegration is an API Gateway REST API with a Lambda integration that is not a proxy. It consists of integration
// responses, which are tried in order.
type RESTIntegration []IntegrationResponse

// IntegrationResponse turns an error whose text matches Pattern, or a result if "" does, into an HTTP response.
type IntegrationResponse struct {
	Pattern  string // selectionPattern, matched against the whole errorMessage
	Status   int
	Template string // mapping template, see template; "" means the payload itself
}

// View returns what the client gets. For a result of the function, and for an error that no pattern
// matches, that is the default response: status 200 and the payload. A result has no error text, so a
// pattern that matches the empty text takes it.
//
// doc https://docs.aws.amazon.com/apigateway/latest/developerguide/handle-errors-in-lambda-integration.html; rec
// localstack, test_lambda_selection_patterns; for results https://docs.aws.amazon.com/apigateway/latest/api/API_IntegrationResponse.html
// (selectionPattern: ".+" tells errors from results). Patterns are those of Java. One that Go's regexp does not know is
// an error. In both, '.' matches no line feed.
func (api RESTIntegration) View(inv *Invocation) HTTPView {
	message, payload := "", string(inv.Response)
	if failure := inv.Failure(); failure != nil {
		message, payload = failure.Message, failure.Payload
	}
	for _, r := range api {
		if regexp.MustCompile(`\A(?:` + r.Pattern + `)\z`).MatchString(message) {
			return newView(r.Status, jsonType, r.body(payload))
		}
	}
	return newView(http.StatusOK, jsonType, payload)
}

func (r IntegrationResponse) body(payload string) string {
	if r.Template == "" {
		return payload
	}
	return render(r.Template, payload)
}
