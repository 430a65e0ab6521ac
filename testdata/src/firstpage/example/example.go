// Package example lists things, of which there can be many.
package example

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/ecs"
	"github.com/aws/aws-sdk-go-v2/service/iam"
)

type cleaner struct {
	ecs *ecs.Client
	iam *iam.Client
	db  *dynamodb.Client
}

// stopAll leaves the tasks of later pages running.
func (c *cleaner) stopAll(ctx context.Context, cluster string) error {
	out, err := c.ecs.ListTasks(ctx, &ecs.ListTasksInput{Cluster: &cluster}) // want ` ecs.ListTasks is read, so the rest is lost; use ecs.NewListTasksPaginator`
	if err != nil {
		return err
	}
	for _, task := range out.TaskArns {
		if _, err := c.ecs.StopTask(ctx, &ecs.StopTaskInput{Cluster: &cluster, Task: &task}); err != nil {
			return err
		}
	}
	return nil
}

// exists does not find the users of later pages.
func (c *cleaner) exists(ctx context.Context, name string) (bool, error) {
	out, err := c.iam.ListUsers(ctx, &iam.ListUsersInput{}) // want ` iam.ListUsers is read, so the rest is lost`
	if err != nil {
		return false, err
	}
	for _, user := range out.Users {
		if *user.UserName == name {
			return true, nil
		}
	}
	return false, nil
}

// orders returns what is in the first megabyte of the table.
func (c *cleaner) orders(ctx context.Context, table string) (int, error) {
	out, err := c.db.Scan(ctx, &dynamodb.ScanInput{TableName: &table}) // want ` dynamodb.Scan is read, so the rest is lost`
	if err != nil {
		return 0, err
	}
	return len(out.Items), nil
}
