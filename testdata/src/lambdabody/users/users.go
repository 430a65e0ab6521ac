// Package users shows its users errors that tell them what they did wrong, along with what they should not see.
package users

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/sts"
	"github.com/aws/aws-sdk-go/service/cognitoidentityprovider"
)

type server struct {
	sts     *sts.Client
	cognito *cognitoidentityprovider.CognitoIdentityProvider
}

func (s *server) signIn(ctx context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	out, err := s.sts.AssumeRoleWithWebIdentity(ctx, &sts.AssumeRoleWithWebIdentityInput{WebIdentityToken: &r.Body})
	if err != nil {
		return events.APIGatewayProxyResponse{StatusCode: http.StatusInternalServerError, Body: err.Error()}, nil // want `the text of err, which can come from sts.AssumeRoleWithWebIdentity; say only what the user did wrong$`
	}
	if _, err := s.sts.AssumeRole(ctx, &sts.AssumeRoleInput{RoleArn: out.AssumedRoleUser.Arn}); err != nil {
		return events.APIGatewayProxyResponse{StatusCode: http.StatusInternalServerError, Body: err.Error()}, nil // want `the text of err, which can come from sts.AssumeRole; log it and return a fixed message$`
	}
	return events.APIGatewayProxyResponse{StatusCode: http.StatusNoContent}, nil
}

func (s *server) serve(w http.ResponseWriter, r *http.Request) {
	token := r.FormValue("token")
	if _, err := s.sts.AssumeRoleWithWebIdentity(r.Context(), &sts.AssumeRoleWithWebIdentityInput{WebIdentityToken: &token}); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError) // want `AssumeRoleWithWebIdentity; say only what the user did wrong$`
	}
}

func (s *server) logIn(r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if _, err := s.cognito.InitiateAuth(&cognitoidentityprovider.InitiateAuthInput{}); err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 500, Body: err.Error()}, nil // want `cognitoidentityprovider.InitiateAuth; say only what the user did wrong$`
	}
	if _, err := s.cognito.AdminListUserAuthEvents(&cognitoidentityprovider.AdminListUserAuthEventsInput{}); err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 500, Body: err.Error()}, nil // want `AdminListUserAuthEvents; log it and return a fixed message$`
	}
	return events.APIGatewayProxyResponse{StatusCode: 204}, nil
}

func main() { lambda.Start((&server{}).signIn) }
