package creation

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// ensure sees to it that there is what the program needs, whenever it starts: to return all errors would keep it from starting again.
func ensure(ctx context.Context, c *s3.Client, logs *cloudwatchlogs.Client, db *dynamodb.Client, bucket, group, table *string) error {
	// Ensure bucket exists (ignore "already exists" errors).
	_, _ = c.CreateBucket(ctx, &s3.CreateBucketInput{Bucket: bucket})                          // want `^the error of s3.CreateBucket is discarded; return or log it, unless it means "already exists"$`
	logs.CreateLogGroup(ctx, &cloudwatchlogs.CreateLogGroupInput{LogGroupName: group})         // want `unless it means "already exists"$`
	db.CreateTable(ctx, &dynamodb.CreateTableInput{TableName: table})                          // want `unless it means "already exists"$`
	_ = makeBucket(ctx, c, bucket)                                                             // want `^the error of creation.makeBucket \(from s3.CreateBucket\) is discarded; return or log it, unless it means "already exists"$`
	logs.PutRetentionPolicy(ctx, &cloudwatchlogs.PutRetentionPolicyInput{LogGroupName: group}) // want `^the error of cloudwatchlogs.PutRetentionPolicy is discarded; return or log it$`
	logs.DeleteLogStream(ctx, &cloudwatchlogs.DeleteLogStreamInput{LogGroupName: group})       // want `^the error of cloudwatchlogs.DeleteLogStream is discarded; return or log it$`
	_, _ = c.PutObject(ctx, &s3.PutObjectInput{Bucket: bucket})                                // want `^the error of s3.PutObject is discarded; return or log it$`
	_, _ = c.PutBucketVersioning(ctx, &s3.PutBucketVersioningInput{Bucket: bucket})            // want `^the error of s3.PutBucketVersioning is discarded; return or log it$`
	return nil
}

func makeBucket(ctx context.Context, c *s3.Client, bucket *string) error {
	_, err := c.CreateBucket(ctx, &s3.CreateBucketInput{Bucket: bucket})
	return err
}

// userOf needs what it makes.
func userOf(ctx context.Context, c *iam.Client, name *string) (string, error) {
	out, _ := c.CreateUser(ctx, &iam.CreateUserInput{UserName: name}) // want `^the error of iam.CreateUser is discarded; check it before using out$`
	return *out.User.Arn, nil
}
