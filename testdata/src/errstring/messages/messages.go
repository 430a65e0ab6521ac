// Package messages searches texts for a code and the message behind it.
package messages

import (
	"context"
	"log"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/kinesis"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func inHeader(ctx context.Context, c *kinesis.Client, in *kinesis.GetRecordsInput) error {
	_, err := c.GetRecords(ctx, in)
	if err != nil && strings.Contains(err.Error(), "ValidationException: Unknown operation") { // want `^the error of kinesis.GetRecords is matched by its text; match \*types.ValidationException and its ErrorMessage\(\)$`
		return nil
	}
	return err
}

func inExpression(ctx context.Context, c *iam.Client, in *iam.DeleteRoleInput, force bool) bool {
	_, err := c.DeleteRole(ctx, in)
	return force || err != nil && !strings.Contains(err.Error(), "DeleteConflict: Cannot delete entity") // want `match \*types.DeleteConflictException and its ErrorMessage\(\)$`
}

func code(ctx context.Context, c *s3.Client, in *s3.PutObjectInput) error {
	_, err := c.PutObject(ctx, in)
	if strings.Contains(err.Error(), "api error SlowDown: Please reduce your request rate") { // want `match smithy.APIError with code "SlowDown" and its ErrorMessage\(\)$`
		return nil
	}
	return err
}

func twoLines(ctx context.Context, c *iam.Client, in *iam.DeleteRoleInput) bool {
	_, err := c.DeleteRole(ctx, in)
	if err != nil {
		if !strings.Contains(err.Error(), "NoSuchEntity: The role with name") { // want `match \*types.NoSuchEntityException and its ErrorMessage\(\)$`
			log.Print("cannot delete")
			return false
		}
	}
	return true
}

// Codes of EC2 that are in no list, but have its forms.
func forms(ctx context.Context, c *ec2.Client, in *ec2.DescribePlacementGroupsInput) error {
	_, err := c.DescribePlacementGroups(ctx, in)
	if err != nil && strings.Contains(err.Error(), "InvalidPlacementGroup.Unknown") { // want `match smithy.APIError with code "InvalidPlacementGroup.Unknown"$`
		return nil
	}
	if err != nil && strings.Contains(err.Error(), "InvalidConversionTaskId.Malformed") { // want `match smithy.APIError with code "InvalidConversionTaskId.Malformed"$`
		return nil
	}
	return err
}
