// Command function is the usual wrong translation of a Lambda function behind a REST API
// without proxy integration, which ../../api.json describes.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	cognito "github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider"
	"github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider/types"
)

type request struct {
	AccessToken string `json:"accessToken"`
}

type response struct {
	SignedOut bool `json:"signedOut"`
}

type function struct{ client *cognito.Client }

//awserrlint:handler nonproxy
func (f *function) signOut(ctx context.Context, r request) (*response, error) {
	if r.AccessToken == "" {
		return nil, errors.New("accessToken is missing")
	}
	_, err := f.client.GlobalSignOut(ctx, &cognito.GlobalSignOutInput{AccessToken: &r.AccessToken})
	if _, ok := errors.AsType[*types.NotAuthorizedException](err); ok {
		return nil, errors.New("bad access token")
	}
	if err != nil {
		return nil, fmt.Errorf("sign out: %w", err)
	}
	return &response{SignedOut: true}, nil
}

func main() {
	cfg, err := config.LoadDefaultConfig(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	f := &function{cognito.NewFromConfig(cfg)}
	lambda.Start(f.signOut)
}
