// Command toplevel is a Lambda function behind the REST API of ../../api.json whose top level
// spoils what its core has done right.
package main

import (
	"context"
	"encoding/json"
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

// A failure is what API Gateway matches.
type failure struct {
	IsError bool   `json:"isError"`
	Type    string `json:"type"`
	Message string `json:"message"`
}

func (f *failure) Error() string {
	text, _ := json.Marshal(f)
	return string(text)
}

func (f *function) handle(ctx context.Context, r request) (*response, error) {
	if err := f.signOut(ctx, r); err != nil {
		return nil, fmt.Errorf("sign out: %w", err)
	}
	return &response{SignedOut: true}, nil
}

func (f *function) signOut(ctx context.Context, r request) error {
	if r.AccessToken == "" {
		return &failure{true, "ClientException", "accessToken is missing"}
	}
	_, err := f.client.GlobalSignOut(ctx, &cognito.GlobalSignOutInput{AccessToken: &r.AccessToken})
	if _, ok := errors.AsType[*types.NotAuthorizedException](err); ok {
		return &failure{true, "ClientException", "bad access token"}
	}
	if err != nil {
		log.Print(err)
		return &failure{true, "ServerException", "internal error"}
	}
	return nil
}

func main() {
	cfg, err := config.LoadDefaultConfig(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	f := &function{cognito.NewFromConfig(cfg)}
	lambda.Start(f.handle)
}
