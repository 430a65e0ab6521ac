// Command function is a Lambda function behind a REST API without proxy integration,
// which ../../api.json describes.
package main

import (
	"context"
	"errors"
	"log"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	cognito "github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider"

	"example.com/boto3/right"
)

type request struct {
	AccessToken string `json:"accessToken"`
}

type response struct {
	SignedOut bool `json:"signedOut"`
}

type function struct{ client *cognito.Client }

func (f *function) signOut(ctx context.Context, r request) (*response, error) {
	if r.AccessToken == "" {
		return nil, right.ClientError("accessToken is missing")
	}
	err := right.SignOut(ctx, f.client, r.AccessToken)
	if errors.Is(err, right.ErrSignedOut) {
		return nil, right.ClientError("bad access token")
	}
	if err != nil {
		return nil, err
	}
	return &response{SignedOut: true}, nil
}

func main() {
	cfg, err := config.LoadDefaultConfig(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	f := &function{cognito.NewFromConfig(cfg)}
	lambda.Start(right.Handler(f.signOut))
}
