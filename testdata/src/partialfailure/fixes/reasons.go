package fixes

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

// The code stands in a struct that may be nil, beside the id of what failed.
func deleteEndpoints(ctx context.Context, c *ec2.Client, in *ec2.DeleteVpcEndpointsInput) error {
	if _, err := c.DeleteVpcEndpoints(ctx, in); err != nil { // want `; check Unsuccessful in its output$`
		return err
	}
	return nil
}

// The same without an id, where first is taken.
func deleteVersion(ctx context.Context, c *ec2.Client, in *ec2.DeleteLaunchTemplateVersionsInput) error {
	first := in.Versions[0]
	_, err := c.DeleteLaunchTemplateVersions(ctx, in) // want `; check UnsuccessfullyDeletedLaunchTemplateVersions in its output$`
	if err != nil {
		return err
	}
	println("deleted", first)
	return nil
}

// Near misses: the element tells its code itself, and a map tells no number of items.
func send(ctx context.Context, c *sqs.Client, in *sqs.SendMessageBatchInput) error {
	_, err := c.SendMessageBatch(ctx, in) // want `; check Failed in its output$`
	return err
}

func write(ctx context.Context, c *dynamodb.Client, in *dynamodb.BatchWriteItemInput) error {
	_, err := c.BatchWriteItem(ctx, in) // want `; check UnprocessedItems in its output$`
	return err
}
