package fixes

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/iam"
)

func ensureRole(ctx context.Context, c *iam.Client, name string) error {
	_, err := c.GetRole(ctx, &iam.GetRoleInput{RoleName: aws.String(name)})
	if err != nil { // want `every error of iam.GetRole is treated as "does not exist"`
		// Let EC2 assume it.
		policy := `{"Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}`
		_, err := c.CreateRole(ctx, &iam.CreateRoleInput{RoleName: aws.String(name), AssumeRolePolicyDocument: aws.String(policy)})
		return err
	}
	return nil
}

func ensureGroup(ctx context.Context, c *iam.Client, name string) error {
	_, err := c.GetGroup(ctx, &iam.GetGroupInput{GroupName: aws.String(name)})
	if err != nil { // want `every error of iam.GetGroup is treated as "does not exist"`
		// It is the first time.

		_, err := c.CreateGroup(ctx, &iam.CreateGroupInput{GroupName: aws.String(name)})
		return err
	}
	return nil
}
