// Command behaviour sends batches of which AWS takes only a part, and invokes a
// function that fails.
package main

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	dynamodbtypes "github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/kinesis"
	kinesistypes "github.com/aws/aws-sdk-go-v2/service/kinesis/types"
	"github.com/aws/aws-sdk-go-v2/service/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
)

func put(ctx context.Context, c *kinesis.Client) error {
	_, err := c.PutRecords(ctx, &kinesis.PutRecordsInput{ // want `; check (out\.)?FailedRecordCount( in its output)?$`
		StreamName: aws.String("stream"),
		Records: []kinesistypes.PutRecordsRequestEntry{
			{PartitionKey: aws.String("1"), Data: []byte("one")},
			{PartitionKey: aws.String("2"), Data: []byte("two")},
		},
	})
	if err != nil {
		return err
	}
	return nil
}

func remove(ctx context.Context, c *s3.Client) error {
	if _, err := c.DeleteObjects(ctx, &s3.DeleteObjectsInput{ // want `; check (out\.)?Errors( in its output)?$`
		Bucket: aws.String("bucket"),
		Delete: &types.Delete{Objects: []types.ObjectIdentifier{{Key: aws.String("a")}, {Key: aws.String("b")}}},
	}); err != nil {
		return err
	}
	return nil
}

func write(ctx context.Context, c *dynamodb.Client) error {
	request := dynamodbtypes.WriteRequest{DeleteRequest: &dynamodbtypes.DeleteRequest{
		Key: map[string]dynamodbtypes.AttributeValue{"id": &dynamodbtypes.AttributeValueMemberS{Value: "1"}},
	}}
	_, err := c.BatchWriteItem(ctx, &dynamodb.BatchWriteItemInput{ // want `; check (out\.)?UnprocessedItems( in its output)?$`
		RequestItems: map[string][]dynamodbtypes.WriteRequest{"table": {request}},
	})
	return err
}

func invoke(ctx context.Context, c *lambda.Client) error {
	out, err := c.Invoke(ctx, &lambda.InvokeInput{FunctionName: aws.String("function")}) // want `; check (out\.)?FunctionError( in its output)?$`
	if err != nil {
		return err
	}
	fmt.Printf("the function answers %s\n", out.Payload)
	return nil
}

func main() {
	ctx := context.Background()
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		panic(err)
	}
	fmt.Println("put:", put(ctx, kinesis.NewFromConfig(cfg)))
	fmt.Println("remove:", remove(ctx, s3.NewFromConfig(cfg, func(o *s3.Options) { o.UsePathStyle = true })))
	fmt.Println("write:", write(ctx, dynamodb.NewFromConfig(cfg)))
	fmt.Println("invoke:", invoke(ctx, lambda.NewFromConfig(cfg)))
}
