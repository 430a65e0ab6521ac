// Package noeffect matches texts to no effect.
package noeffect

import (
	"context"
	"log"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/iam"
)

func getUser(ctx context.Context, c *iam.Client, in *iam.GetUserInput) error {
	_, err := c.GetUser(ctx, in)
	if err != nil {
		if strings.Contains(err.Error(), "NoSuchEntity") { // want `info: ^the error of iam.GetUser is matched by its text to no effect; remove this branch, which returns what follows it$`
			return err
		}
		return err
	}
	return nil
}

func alternatives(ctx context.Context, c *iam.Client, in *iam.GetUserInput) (*iam.GetUserOutput, error) {
	out, err := c.GetUser(ctx, in)
	if err != nil {
		if strings.Contains(err.Error(), "NoSuchEntity") || // want `info: ^.* to no effect`
			strings.Contains(err.Error(), "ServiceFailure") { // want `info: ^.* to no effect`
			return nil, err
		} else {
			return nil, err
		}
	}
	return out, nil
}

// The branch returns something else than what follows it.
func other(ctx context.Context, c *iam.Client, in *iam.GetUserInput) (bool, error) {
	_, err := c.GetUser(ctx, in)
	if err != nil {
		if strings.Contains(err.Error(), "NoSuchEntity") { // want `match \*types.NoSuchEntityException$`
			return false, err
		}
		return true, err
	}
	return true, nil
}

// It does something before.
func logs(ctx context.Context, c *iam.Client, in *iam.GetUserInput) error {
	_, err := c.GetUser(ctx, in)
	if err != nil && strings.Contains(err.Error(), "NoSuchEntity") { // want `match \*types.NoSuchEntityException$`
		log.Print("no such user")
		return err
	}
	return err
}

// What follows does something before it returns the same.
func logsAfter(ctx context.Context, c *iam.Client, in *iam.GetUserInput) error {
	_, err := c.GetUser(ctx, in)
	if err != nil {
		if strings.Contains(err.Error(), "NoSuchEntity") { // want `match \*types.NoSuchEntityException$`
			return err
		}
		log.Print(err)
		return err
	}
	return nil
}

// What follows returns another error, of the same name.
func shadows(ctx context.Context, c *iam.Client, in *iam.GetUserInput, err error) error {
	if _, err := c.GetUser(ctx, in); err != nil && strings.Contains(err.Error(), "NoSuchEntity") { // want `match \*types.NoSuchEntityException$`
		return err
	}
	return err
}
