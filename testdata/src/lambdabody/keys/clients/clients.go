// Package clients makes clients of S3.
package clients

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// WithKeys returns a client for the account that the keys belong to.
func WithKeys(region, key, secret string) *s3.Client {
	return s3.New(s3.Options{Region: region, Credentials: credentials.NewStaticCredentialsProvider(key, secret, "")})
}

// An Account is somebody's.
type Account struct{ Region, Key, Secret, Token string }

// Of returns a client for the account.
func Of(ctx context.Context, a Account) (*s3.Client, error) {
	cfg, err := config.LoadDefaultConfig(ctx, config.WithRegion(a.Region), config.WithCredentialsProvider(aws.CredentialsProviderFunc(
		func(context.Context) (aws.Credentials, error) {
			return aws.Credentials{AccessKeyID: a.Key, SecretAccessKey: a.Secret, SessionToken: a.Token}, nil
		})))
	if err != nil {
		return nil, err
	}
	return s3.NewFromConfig(cfg), nil
}
