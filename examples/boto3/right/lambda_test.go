package right

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/iam"
)

// TestHandler runs handlers as the Lambda runtime does, and looks at their errors as API
// Gateway does.
func TestHandler(t *testing.T) {
	clientPattern := regexp.MustCompile(`^(?:.*"type"\s*:\s*"ClientException".*)$`) // all of the text, as in Java
	serverPattern := regexp.MustCompile(`^(?:.*"type"\s*:\s*"ServerException".*)$`)
	denied := func() error {
		return CreateUser(context.Background(), iam.NewFromConfig(aService(t, 409, "text/xml", iamError("LimitExceeded", "arn:aws:iam::123456789012:user/a"))), "a")
	}
	for _, test := range []struct {
		err     error
		pattern *regexp.Regexp
		message string
	}{
		{ClientError(`no "name"`), clientPattern, `no \"name\"`},
		{fmt.Errorf("wrapped: %w", ClientError("no name")), clientPattern, "no name"},
		{denied(), clientPattern, "Conflict"},
		{errors.New("disk full\nand more"), serverPattern, "internal error"},
	} {
		handler := lambda.NewHandler(Handler(func(context.Context, struct{}) (string, error) { return "", test.err }))
		_, err := handler.Invoke(t.Context(), []byte("{}"))
		if err == nil || !test.pattern.MatchString(err.Error()) || !strings.Contains(err.Error(), `"message":"`+test.message+`"`) {
			t.Errorf("%v becomes %v", test.err, err)
		}
		if strings.Contains(err.Error(), "arn:") || !json.Valid([]byte(err.Error())) {
			t.Errorf("the caller sees %v", err)
		}
	}
	handler := lambda.NewHandler(Handler(func(context.Context, struct{}) (string, error) { return "fine", nil }))
	if out, err := handler.Invoke(t.Context(), []byte("{}")); err != nil || string(out) != `"fine"` {
		t.Errorf("have %s, %v", out, err)
	}
	handler = lambda.NewHandler(Handler(func(context.Context, struct{}) (string, error) { panic("no such index") }))
	if _, err := handler.Invoke(t.Context(), []byte("{}")); err == nil || !serverPattern.MatchString(err.Error()) {
		t.Errorf("a panic becomes %v", err)
	}
}
