package right

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	cognito "github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider"
	"github.com/aws/aws-sdk-go-v2/service/iam"
)

func TestSender(t *testing.T) {
	for _, test := range []struct {
		cfg  aws.Config
		want bool
	}{
		{aService(t, 409, "text/xml", iamError("LimitExceeded", "too many")), true},    // modelled: client
		{aService(t, 500, "text/xml", iamError("ServiceFailure", "not today")), false}, // modelled: server
		{aService(t, 400, "text/xml", iamError("ServiceFailure", "not today")), false}, // the model decides
		{aService(t, 400, "text/xml", iamError("ValidationError", "no name")), true},   // not modelled
		{aService(t, 503, "text/xml", iamError("ServiceUnavailable", "later")), false}, // not modelled
		{noService(t), false},
	} {
		err := CreateUser(t.Context(), iam.NewFromConfig(test.cfg), "a")
		if have := Sender(err); have != test.want {
			t.Errorf("%v: have %t", err, have)
		}
	}
}

func TestHeader(t *testing.T) {
	err := CreateUser(t.Context(), iam.NewFromConfig(aService(t, 409, "text/xml", iamError("LimitExceeded", "too many"))), "a")
	if have := Header(err, "content-type"); have != "text/xml" {
		t.Errorf("have %q", have)
	}
	for _, err := range []error{err, CreateUser(t.Context(), iam.NewFromConfig(noService(t)), "a"), errors.New("other"), nil} {
		if have := Header(err, "Retry-After"); have != "" {
			t.Errorf("%v: have %q", err, have)
		}
	}
}

// TestCountAttempts has a service that first answers with some statuses and then with success.
func TestCountAttempts(t *testing.T) {
	for _, test := range []struct {
		statuses []int
		attempts int
		fails    bool
	}{
		{nil, 1, false},
		{[]int{503, 503}, 3, false},
		{[]int{503, 409}, 2, true},
		{[]int{503, 503, 503}, 3, true},
		{[]int{409}, 1, true},
	} {
		calls := 0
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			calls++
			w.Header().Set("Content-Type", "text/xml")
			if calls > len(test.statuses) {
				fmt.Fprint(w, "<DeleteUserResponse/>")
				return
			}
			w.WriteHeader(test.statuses[calls-1])
			fmt.Fprint(w, iamError("LimitExceeded", "too many"))
		}))
		cfg := aService(t, 200, "", "")
		cfg.BaseEndpoint, cfg.RetryMaxAttempts = &server.URL, 0
		cfg.Retryer = func() aws.Retryer {
			return retry.NewStandard(func(o *retry.StandardOptions) { o.MaxAttempts, o.MaxBackoff = 3, time.Millisecond })
		}
		client, n := iam.NewFromConfig(cfg), 0
		out, err := client.DeleteUser(t.Context(), &iam.DeleteUserInput{UserName: aws.String("a")}, func(o *iam.Options) {
			o.APIOptions = append(o.APIOptions, CountAttempts(&n))
		})
		server.Close()
		if n != test.attempts || calls != n || (err != nil) != test.fails {
			t.Errorf("%v: %d attempts, %d calls, %v", test.statuses, n, calls, err)
		}
		if err == nil {
			if attempts, ok := retry.GetAttemptResults(out.ResultMetadata); !ok || len(attempts.Results) != n {
				t.Errorf("%v: %d attempts in the output", test.statuses, len(attempts.Results))
			}
		}
	}
}

func TestTags(t *testing.T) {
	for _, test := range []struct {
		cfg  aws.Config
		want []string
	}{
		{aService(t, 200, jsonType, "{}"), []string{"state:done"}},
		{aService(t, 400, jsonType, cognitoError("NotAuthorizedException", "Access Token has expired")), []string{"state:expired"}},
		{aService(t, 400, jsonType, cognitoError("TooManyRequestsException", "NotAuthorizedException")), []string{"state:failed", "code:TooManyRequestsException"}},
		{noService(t), []string{"state:failed", "code:none"}},
	} {
		err := SignOut(t.Context(), cognito.NewFromConfig(test.cfg), "token")
		if have := Tags(err); !slices.Equal(have, test.want) {
			t.Errorf("%v: have %q, want %q", err, have, test.want)
		}
	}
}
