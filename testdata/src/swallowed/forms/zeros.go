package forms

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type user struct {
	name             string
	HasLogin, Usable bool
}

func inField(ctx context.Context, c *iam.Client, u *user) error {
	_, err := c.GetLoginProfile(ctx, &iam.GetLoginProfileInput{UserName: &u.name})
	u.HasLogin = err == nil // want `^every error of iam.GetLoginProfile is treated as "does not exist"; check for \*types.NoSuchEntityException and return the rest$`
	return nil
}

// Near misses.

func defaultText(ctx context.Context, c *s3.Client, in *s3.GetBucketLocationInput) string {
	out, err := c.GetBucketLocation(ctx, in)
	if err != nil {
		return "unknown"
	}
	return string(out.LocationConstraint)
}

func textAndAnswer(ctx context.Context, c *s3.Client, in *s3.GetBucketLocationInput) (string, bool) {
	out, err := c.GetBucketLocation(ctx, in)
	if err != nil {
		return "", false
	}
	return string(out.LocationConstraint), true
}

func usable(ctx context.Context, c *iam.Client, u *user) {
	_, err := c.GetLoginProfile(ctx, &iam.GetLoginProfileInput{UserName: &u.name})
	u.Usable = err == nil
}
