// Program behaviour shows what matches come to when real clients get the answers of AWS.
package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

func main() {
	server := serve()
	defer server.Close()
	cfg := aws.Config{
		Region:       "eu-central-1",
		BaseEndpoint: aws.String(server.URL),
		Credentials:  credentials.NewStaticCredentialsProvider("id", "secret", ""),
		Retryer:      func() aws.Retryer { return aws.NopRetryer{} },
	}
	ctx := context.Background()
	fmt.Println("object gone:", objectGone(ctx, s3.NewFromConfig(cfg, func(o *s3.Options) { o.UsePathStyle = true })))
	fmt.Println("user gone:", userGone(ctx, iam.NewFromConfig(cfg)))
	fmt.Println("queue gone:", queueGone(ctx, sqs.NewFromConfig(cfg)))
	fmt.Println("exists:", exists(ctx, dynamodb.NewFromConfig(cfg)))
	fmt.Println("denied:", denied(ctx, dynamodb.NewFromConfig(cfg)))
}

func objectGone(ctx context.Context, c *s3.Client) bool {
	_, err := c.HeadObject(ctx, &s3.HeadObjectInput{Bucket: aws.String("b"), Key: aws.String("k")})
	return err != nil && strings.Contains(err.Error(), "NoSuchKey") // want `match \*s3types.NotFound`
}

func userGone(ctx context.Context, c *iam.Client) bool {
	_, err := c.GetUser(ctx, &iam.GetUserInput{UserName: aws.String("u")})
	if strings.Contains(err.Error(), "NoSuchEntityException") { // want `match \*iamtypes.NoSuchEntityException`
		return true
	}
	return false
}

func queueGone(ctx context.Context, c *sqs.Client) bool {
	_, err := c.GetQueueUrl(ctx, &sqs.GetQueueUrlInput{QueueName: aws.String("q")})
	return strings.Contains(err.Error(), "QueueDoesNotExist") // want `match \*sqstypes.QueueDoesNotExist`
}

var item = map[string]types.AttributeValue{}

func exists(ctx context.Context, c *dynamodb.Client) bool {
	_, err := c.PutItem(ctx, &dynamodb.PutItemInput{TableName: aws.String("t"), Item: item})
	return err.Error() == "ConditionalCheckFailedException" // want `match \*types.ConditionalCheckFailedException`
}

// The message of a failed condition holds a name that looks like a code.
func denied(ctx context.Context, c *dynamodb.Client) bool {
	_, err := c.PutItem(ctx, &dynamodb.PutItemInput{TableName: aws.String("t"), Item: item})
	return strings.Contains(err.Error(), "AccessDenied") // want `match smithy.APIError with code "AccessDeniedException"`
}
