// Command behaviour lists what has two pages.
package main

import (
	"context"
	"fmt"
	"log"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/ecs"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func objects(ctx context.Context, client *s3.Client) (keys []string, _ error) {
	bucket := "bucket"
	out, err := client.ListObjectsV2(ctx, &s3.ListObjectsV2Input{Bucket: &bucket}) // want `s3.ListObjectsV2 is read`
	if err != nil {
		return nil, err
	}
	for _, object := range out.Contents {
		keys = append(keys, *object.Key)
	}
	return keys, nil
}

func tasks(ctx context.Context, client *ecs.Client) ([]string, error) {
	out, err := client.ListTasks(ctx, &ecs.ListTasksInput{}) // want `ecs.ListTasks is read`
	if err != nil {
		return nil, err
	}
	return out.TaskArns, nil
}

func users(ctx context.Context, client *iam.Client) (names []string, _ error) {
	p := iam.NewListUsersPaginator(client, &iam.ListUsersInput{})
	if p.HasMorePages() {
		page, err := p.NextPage(ctx) // want `iam.ListUsers is read`
		if err != nil {
			return nil, err
		}
		for _, user := range page.Users {
			names = append(names, *user.UserName)
		}
	}
	return names, nil
}

// open asks for the items that a filter leaves.
func open(ctx context.Context, client *dynamodb.Client) (bool, error) {
	table, filter := "orders", "state = open"
	out, err := client.Scan(ctx, &dynamodb.ScanInput{TableName: &table, FilterExpression: &filter}) // want `dynamodb.Scan filters each page`
	if err != nil {
		return false, err
	}
	return len(out.Items) > 0, nil
}

func main() {
	ctx := context.Background()
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		log.Fatal(err)
	}
	keys, err := objects(ctx, s3.NewFromConfig(cfg, func(o *s3.Options) { o.UsePathStyle = true }))
	fmt.Println("objects:", keys, err)
	arns, err := tasks(ctx, ecs.NewFromConfig(cfg))
	fmt.Println("tasks:", arns, err)
	names, err := users(ctx, iam.NewFromConfig(cfg))
	fmt.Println("users:", names, err)
	isOpen, err := open(ctx, dynamodb.NewFromConfig(cfg))
	fmt.Println("open:", isOpen, err)
}
