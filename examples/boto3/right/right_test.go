package right

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	cognito "github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// aService returns the configuration of clients whose calls are all answered alike, as
// the service would.
func aService(t *testing.T, status int, contentType, body string) aws.Config {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", contentType)
		w.Header().Set("X-Amzn-Requestid", "request-1")
		w.WriteHeader(status)
		fmt.Fprint(w, body)
	}))
	t.Cleanup(server.Close)
	return aws.Config{
		Region:           "eu-central-1",
		BaseEndpoint:     &server.URL,
		RetryMaxAttempts: 1,
		Credentials: aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
			return aws.Credentials{AccessKeyID: "id", SecretAccessKey: "secret"}, nil
		}),
	}
}

// noService returns the configuration of clients that reach nothing.
func noService(t *testing.T) aws.Config {
	cfg := aService(t, 200, "", "")
	cfg.BaseEndpoint = aws.String("http://127.0.0.1:1")
	return cfg
}

const jsonType = "application/x-amz-json-1.1"

func cognitoError(code, message string) string {
	return fmt.Sprintf(`{"__type":%q,"message":%q}`, code, message)
}

func iamError(code, message string) string {
	return fmt.Sprintf(`<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error>`+
		`<RequestId>request-1</RequestId></ErrorResponse>`, code, message)
}

func TestSignOut(t *testing.T) {
	client := cognito.NewFromConfig(aService(t, 400, jsonType, cognitoError("NotAuthorizedException", "Access Token has been revoked")))
	if err := SignOut(t.Context(), client, "token"); err != ErrSignedOut {
		t.Errorf("a bad token: %v", err)
	}
	client = cognito.NewFromConfig(aService(t, 500, jsonType, cognitoError("InternalErrorException", "NotAuthorizedException within")))
	if err := SignOut(t.Context(), client, "token"); err == nil || errors.Is(err, ErrSignedOut) {
		t.Errorf("a fault of the service: %v", err)
	}
}

func TestCreateUser(t *testing.T) {
	for _, test := range []struct {
		cfg  aws.Config
		want string
	}{
		{aService(t, 403, "text/xml", iamError("AccessDenied", "User: arn:aws:iam::123456789012:user/a is not authorized")), "^not allowed$"},
		{aService(t, 409, "text/xml", iamError("EntityAlreadyExists", "taken")), "^exists already$"},
		{aService(t, 409, "text/xml", iamError("LimitExceeded", "too many")), "^create user a: IAM answers LimitExceeded: "},
		{aService(t, 400, "text/xml", iamError("ValidationError", "AccessDenied is no name")), "^create user a: IAM answers ValidationError: "},
		{noService(t), "connection refused"},
	} {
		err := CreateUser(t.Context(), iam.NewFromConfig(test.cfg), "a")
		if err == nil || !regexp.MustCompile(test.want).MatchString(err.Error()) {
			t.Errorf("have %v, want %s", err, test.want)
		}
	}
}

func TestRefresh(t *testing.T) {
	for _, test := range []struct {
		code, message string
		signedOut     bool
	}{
		{"NotAuthorizedException", "Invalid Refresh Token", true},
		{"NotAuthorizedException", "Unable to verify secret hash for client", false},
		{"UserLambdaValidationException", "PreAuthentication failed with error NotAuthorizedException: Invalid Refresh Token", false},
	} {
		client := cognito.NewFromConfig(aService(t, 400, jsonType, cognitoError(test.code, test.message)))
		if _, err := Refresh(t.Context(), client, "app", "token"); err == nil || errors.Is(err, ErrSignedOut) != test.signedOut {
			t.Errorf("%s, %s: %v", test.code, test.message, err)
		}
	}
}

func TestExists(t *testing.T) {
	for status, want := range map[int]string{200: "true <nil>", 404: "false <nil>", 403: "false operation error S3"} {
		client := s3.NewFromConfig(aService(t, status, "", ""), func(o *s3.Options) { o.UsePathStyle = true })
		exists, err := Exists(t.Context(), client, "bucket", "key")
		if have := fmt.Sprint(exists, " ", err); !strings.HasPrefix(have, want) {
			t.Errorf("status %d: have %s, want %s", status, have, want)
		}
	}
}

func TestStatus(t *testing.T) {
	denied := CreateUser(t.Context(), iam.NewFromConfig(aService(t, 409, "text/xml", iamError("LimitExceeded", ""))), "a")
	unreachable := CreateUser(t.Context(), iam.NewFromConfig(noService(t)), "a")
	for _, test := range []struct {
		err  error
		want int
	}{{denied, 409}, {unreachable, 500}, {errors.New("other"), 500}} {
		if have := Status(test.err); have != test.want {
			t.Errorf("%v: have %d, want %d", test.err, have, test.want)
		}
	}
}

func TestAttrs(t *testing.T) {
	err := CreateUser(t.Context(), iam.NewFromConfig(aService(t, 409, "text/xml", iamError("LimitExceeded", "too many"))), "a")
	var log bytes.Buffer
	slog.New(slog.NewTextHandler(&log, nil)).LogAttrs(t.Context(), slog.LevelError, "failed", Attrs(err)...)
	for _, want := range []string{
		"code=LimitExceeded", `message="too many"`, "status=409", "request_id=request-1", "operation=IAM.CreateUser", "type=*types.LimitExceededException",
	} {
		if !strings.Contains(log.String(), want) {
			t.Errorf("%s is not in the log:\n%s", want, log.String())
		}
	}
}

func TestLoad(t *testing.T) {
	const s3Error = `<Error><Code>%s</Code><Message>%[1]s</Message></Error>`
	for _, test := range []struct {
		status     int
		body, want string
	}{
		{200, `{"Count": 3}`, ""},
		{200, `{"Count": "3"}`, "Count is a string"},
		{200, `{`, "internal error"},
		{404, fmt.Sprintf(s3Error, "NoSuchKey"), "no such order"},
		{403, fmt.Sprintf(s3Error, "AccessDenied"), "S3 answers AccessDenied"},
	} {
		client := s3.NewFromConfig(aService(t, test.status, "", test.body), func(o *s3.Options) { o.UsePathStyle = true })
		if _, have := Load(t.Context(), client, "bucket", "key"); have != test.want {
			t.Errorf("%s: have %q, want %q", test.body, have, test.want)
		}
	}
}

func TestDeleteUser(t *testing.T) {
	deleted := aService(t, 200, "text/xml", "<DeleteUserResponse/>")
	missing := aService(t, 404, "text/xml", iamError("NoSuchEntity", "arn:aws:iam::123456789012:user/a"))
	for want, cfg := range map[int]aws.Config{204: deleted, 404: missing, 500: noService(t)} {
		w := httptest.NewRecorder()
		DeleteUser(iam.NewFromConfig(cfg))(w, httptest.NewRequest("DELETE", "/?name=a", nil))
		if w.Code != want || strings.Contains(w.Body.String(), "arn:") {
			t.Errorf("have %d %s, want %d", w.Code, w.Body, want)
		}
	}
}
