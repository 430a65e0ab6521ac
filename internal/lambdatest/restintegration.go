package lambdatest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"regexp"
	"strings"
)

// RESTIntegration is an API Gateway REST API with a Lambda integration that is not a proxy. It consists of integration
// responses, which are tried in order.
type RESTIntegration []IntegrationResponse

// IntegrationResponse turns an error whose text matches Pattern into an HTTP response.
type IntegrationResponse struct {
	Pattern  string // selectionPattern, matched against the whole errorMessage
	Status   int
	Template string // mapping template with $input.path('$.a.b'); "" means the payload itself
}

// View returns what the client gets. For a result of the function, and for an error that no pattern
// matches, that is the default response: status 200 and the payload.
//
// doc https://docs.aws.amazon.com/apigateway/latest/developerguide/handle-errors-in-lambda-integration.html; rec
// localstack, test_lambda_selection_patterns. Patterns are those of Java. One that Go's regexp does not know is an
// error. In both, '.' matches no line feed.
func (api RESTIntegration) View(inv *Invocation) HTTPView {
	failure := inv.Failure()
	if failure == nil {
		return newView(http.StatusOK, jsonType, string(inv.Response))
	}
	for _, r := range api {
		if regexp.MustCompile(`\A(?:` + r.Pattern + `)\z`).MatchString(failure.Message) {
			return newView(r.Status, jsonType, r.body(failure.Payload))
		}
	}
	return newView(http.StatusOK, jsonType, failure.Payload)
}

var inputPath = regexp.MustCompile(`\$input\.path\('\$\.([^']*)'\)`)

func (r IntegrationResponse) body(payload string) string {
	if r.Template == "" {
		return payload
	}
	return inputPath.ReplaceAllStringFunc(r.Template, func(expr string) string {
		var value any
		json.Unmarshal([]byte(payload), &value) //nolint:errcheck // without JSON every path is empty
		for name := range strings.SplitSeq(inputPath.FindStringSubmatch(expr)[1], ".") {
			object, _ := value.(map[string]any)
			value = object[name]
		}
		if value == nil {
			return ""
		}
		return fmt.Sprint(value)
	})
}
