// Package creation removes what it then creates, which need not exist.
package creation

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func renew(ctx context.Context, c *iam.Client, in *iam.CreatePolicyInput, role, arn *string) error {
	// First, detach the policy from the role if it exists.
	_, _ = c.DetachRolePolicy(ctx, &iam.DetachRolePolicyInput{RoleName: role, PolicyArn: arn}) // want `^the error of iam.DetachRolePolicy is discarded; return or log it, unless it means "not found"$`
	versions, _ := c.ListPolicyVersions(ctx, &iam.ListPolicyVersionsInput{PolicyArn: arn})     // want `^the error of iam.ListPolicyVersions is discarded; return or log it, unless it means "not found"$`
	if versions != nil {
		for _, v := range versions.Versions {
			c.DeletePolicyVersion(ctx, &iam.DeletePolicyVersionInput{PolicyArn: arn, VersionId: v.VersionId}) // want `^the error of iam.DeletePolicyVersion is discarded; return or log it, unless it means "not found"$`
		}
	}
	_, _ = c.DeletePolicy(ctx, &iam.DeletePolicyInput{PolicyArn: arn}) // want `^the error of iam.DeletePolicy is discarded; return or log it, unless it means "not found"$`
	created, err := c.CreatePolicy(ctx, in)
	if err != nil {
		return err
	}
	_, err = c.AttachRolePolicy(ctx, &iam.AttachRolePolicyInput{RoleName: role, PolicyArn: created.Policy.Arn})
	return err
}

func renewByFunction(ctx context.Context, c *iam.Client, in *iam.CreateUserInput) error {
	c.DeleteUser(ctx, &iam.DeleteUserInput{UserName: in.UserName}) // want `unless it means "not found"$`
	return create(ctx, c, in)
}

func create(ctx context.Context, c *iam.Client, in *iam.CreateUserInput) error {
	_, err := c.CreateUser(ctx, in)
	return err
}

// Near misses.

func replace(ctx context.Context, c *iam.Client, in *iam.CreateUserInput, old *string) error {
	if _, err := c.CreateUser(ctx, in); err != nil {
		return err
	}
	c.DeleteUser(ctx, &iam.DeleteUserInput{UserName: old}) // want `^the error of iam.DeleteUser is discarded; return or log it$`
	return nil
}

func rotate(ctx context.Context, c *iam.Client, ins []*iam.CreateUserInput) error {
	for _, in := range ins {
		if _, err := c.CreateUser(ctx, in); err != nil {
			return err
		}
		c.DeleteUser(ctx, &iam.DeleteUserInput{UserName: in.UserName}) // want `^the error of iam.DeleteUser is discarded; return or log it$`
	}
	return nil
}

func move(ctx context.Context, c *s3.Client, in *s3.DeleteObjectInput, put *s3.PutObjectInput) error {
	c.DeleteObject(ctx, in) // want `^the error of s3.DeleteObject is discarded; return or log it$`
	_, err := c.PutObject(ctx, put)
	return err
}

func other(ctx context.Context, c *iam.Client, in *iam.CreateGroupInput, user *string) error {
	c.DeleteUser(ctx, &iam.DeleteUserInput{UserName: user}) // want `^the error of iam.DeleteUser is discarded; return or log it$`
	_, err := c.CreateGroup(ctx, in)
	return err
}
