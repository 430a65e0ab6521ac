package lambdatest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"regexp"
	"strings"
)

// RESTIntegration is an API Gateway REST API with a Lambda integration that is not a proxy: its integration responses,
// tried in order.
type RESTIntegration []IntegrationResponse

// IntegrationResponse makes an HTTP response of an error whose text matches Pattern.
type IntegrationResponse struct {
	Pattern  string // selectionPattern, matched against the whole errorMessage
	Status   int
	Template string // mapping template with $input.path('$.a.b'); the payload itself where it is empty
}

// View is what the client gets. A result of the function, and an error that no pattern matches, is answered by the default
// response: status 200 and the payload.
//
// doc https://docs.aws.amazon.com/apigateway/latest/developerguide/handle-errors-in-lambda-integration.html; rec
// localstack, test_lambda_selection_patterns. Patterns are Java's, of which the ones that Go's regexp does not know
// are an error; in both '.' matches no line feed.
func (api RESTIntegration) View(inv *Invocation) HTTPView {
	failure := inv.Failure()
	if failure == nil {
		return ownAnswer(http.StatusOK, jsonType, string(inv.Response))
	}
	for _, r := range api {
		if regexp.MustCompile(`\A(?:` + r.Pattern + `)\z`).MatchString(failure.Message) {
			return ownAnswer(r.Status, jsonType, r.body(failure.Payload))
		}
	}
	return ownAnswer(http.StatusOK, jsonType, failure.Payload)
}

var inputPath = regexp.MustCompile(`\$input\.path\('\$\.([^']*)'\)`)

func (r IntegrationResponse) body(payload string) string {
	if r.Template == "" {
		return payload
	}
	return inputPath.ReplaceAllStringFunc(r.Template, func(expr string) string {
		var value any
		json.Unmarshal([]byte(payload), &value) //nolint:errcheck // a path into no JSON is empty
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
