// Package ensure lists, and creates what is not there.
package ensure

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/sns"
)

func topic(ctx context.Context, client *sns.Client, name string) (string, error) {
	out, err := client.ListTopics(ctx, &sns.ListTopicsInput{}) // want `info: of sns.ListTopics is read; drop the list, as sns.CreateTopic also tells what exists$`
	if err != nil {
		return "", err
	}
	for _, topic := range out.Topics {
		if strings.HasSuffix(*topic.TopicArn, ":"+name) {
			return *topic.TopicArn, nil
		}
	}
	created, err := client.CreateTopic(ctx, &sns.CreateTopicInput{Name: &name})
	if err != nil {
		return "", err
	}
	return *created.TopicArn, nil
}

func subscribe(ctx context.Context, client *sns.Client, topic, email string) error {
	out, err := client.ListSubscriptionsByTopic(ctx, &sns.ListSubscriptionsByTopicInput{TopicArn: &topic}) // want `info: of sns.ListSubscriptionsByTopic is read; drop the list, as sns.Subscribe also tells what exists$`
	if err != nil {
		return err
	}
	for _, sub := range out.Subscriptions {
		if *sub.Endpoint == email {
			return nil
		}
	}
	_, err = client.Subscribe(ctx, &sns.SubscribeInput{TopicArn: &topic, Protocol: new("email"), Endpoint: &email})
	return err
}

func table(ctx context.Context, client *dynamodb.Client, in *dynamodb.CreateTableInput) error {
	out, err := client.ListTables(ctx, &dynamodb.ListTablesInput{}) // want `info: of dynamodb.ListTables is read; drop the list, as dynamodb.CreateTable also tells what exists$`
	if err != nil {
		return err
	}
	for _, name := range out.TableNames {
		if name == *in.TableName {
			return nil
		}
	}
	if _, err := client.CreateTable(ctx, in); err != nil {
		var exists *types.ResourceInUseException
		if !errors.As(err, &exists) {
			return err
		}
	}
	return nil
}

// fragile fails where the table is on a later page.
func fragile(ctx context.Context, client *dynamodb.Client, in *dynamodb.CreateTableInput) error {
	out, err := client.ListTables(ctx, &dynamodb.ListTablesInput{}) // want `of dynamodb.ListTables is read, so`
	if err != nil {
		return err
	}
	for _, name := range out.TableNames {
		if name == *in.TableName {
			return nil
		}
	}
	_, err = client.CreateTable(ctx, in)
	return err
}

// other creates something else.
func other(ctx context.Context, client *sns.Client, name string) (string, error) {
	out, err := client.ListSubscriptions(ctx, &sns.ListSubscriptionsInput{}) // want `of sns.ListSubscriptions is read, so`
	if err != nil {
		return "", err
	}
	for _, sub := range out.Subscriptions {
		fmt.Println(*sub.Endpoint)
	}
	created, err := client.CreateTopic(ctx, &sns.CreateTopicInput{Name: &name})
	if err != nil {
		return "", err
	}
	return *created.TopicArn, nil
}

// createdFirst lists what there is afterwards.
func createdFirst(ctx context.Context, client *sns.Client, name string) (arns []string, err error) {
	if _, err := client.CreateTopic(ctx, &sns.CreateTopicInput{Name: &name}); err != nil {
		return nil, err
	}
	out, err := client.ListTopics(ctx, &sns.ListTopicsInput{}) // want `of sns.ListTopics is read, so`
	if err != nil {
		return nil, err
	}
	for _, topic := range out.Topics {
		arns = append(arns, *topic.TopicArn)
	}
	return arns, nil
}
