// Package held looks whether the structs that calls return hold anything: with their errors in that place, what comes
// instead would never be tried.
package held

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/sts"
)

func fromVault(ctx context.Context) (aws.Credentials, error) {
	return aws.Credentials{}, errors.New("there is no vault")
}

func keys(ctx context.Context, cfg aws.Config) (aws.Credentials, error) {
	creds, _ := cfg.Credentials.Retrieve(ctx) // want `^the error of aws.CredentialsProvider.Retrieve is discarded; return or log it$`
	if creds.HasKeys() && !creds.Expired() {
		return creds, nil
	}
	return fromVault(ctx)
}

func noKeys(ctx context.Context, cfg aws.Config) (string, error) {
	creds, _ := cfg.Credentials.Retrieve(ctx) // want `^the error of aws.CredentialsProvider.Retrieve is discarded; return or log it$`
	if !creds.HasKeys() {
		return "nobody", nil
	}
	return creds.Source, nil
}

func members(ctx context.Context, cfg aws.Config) (aws.Credentials, error) {
	creds, _ := cfg.Credentials.Retrieve(ctx) // want `^the error of aws.CredentialsProvider.Retrieve is discarded; return or log it$`
	if creds.AccessKeyID != "" && creds.SecretAccessKey != "" {
		return creds, nil
	}
	return fromVault(ctx)
}

func region(ctx context.Context) (string, error) {
	cfg, _ := config.LoadDefaultConfig(ctx) // want `^the error of config.LoadDefaultConfig is discarded; return or log it$`
	if cfg.Region == "" {
		return "eu-central-1", nil
	}
	return cfg.Region, nil
}

func regionOf(ctx context.Context) (string, error) {
	cfg, err := config.LoadDefaultConfig(ctx)
	return cfg.Region, err
}

func regionOr(ctx context.Context, otherwise string) (string, error) {
	region, _ := regionOf(ctx) // want `^the error of held.regionOf \(from config.LoadDefaultConfig\) is discarded; return or log it$`
	if region == "" {
		return otherwise, nil
	}
	return region, nil
}

func partition(ctx context.Context) (string, error) {
	region, _ := regionOf(ctx) // want `^the error of held.regionOf \(from config.LoadDefaultConfig\) is discarded; check it before using region$`
	if region == "cn-north-1" {
		return "aws-cn", nil
	}
	return "aws", nil
}

func client(ctx context.Context) (*sts.Client, error) {
	cfg, _ := config.LoadDefaultConfig(ctx) // want `^the error of config.LoadDefaultConfig is discarded; check it before using cfg$`
	if cfg.Region == "" {
		cfg.Region = "eu-central-1"
	}
	return sts.NewFromConfig(cfg), nil
}

func expired(ctx context.Context, cfg aws.Config) (bool, error) {
	creds, _ := cfg.Credentials.Retrieve(ctx) // want `^the error of aws.CredentialsProvider.Retrieve is discarded; check it before using creds$`
	if creds.Expired() {
		return true, nil
	}
	return false, nil
}

func account(ctx context.Context, c *sts.Client) (string, error) {
	out, _ := c.GetCallerIdentity(ctx, nil) // want `^the error of sts.GetCallerIdentity is discarded; check it before using out$`
	if out.Account == nil {
		return "nobody", nil
	}
	return *out.Account, nil
}
