// Package exists holds checks whether something exists that take every error for no.
package exists

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/feature/s3/manager"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

var errExists = errors.New("it exists already")

func creates(ctx context.Context, c *s3.Client, bucket *string) error {
	if _, err := c.HeadBucket(ctx, &s3.HeadBucketInput{Bucket: bucket}); err != nil { // want `^every error of s3.HeadBucket is treated as "does not exist"; check for \*types.NotFound and return the rest$`
		fmt.Println("creating the bucket", *bucket)
		_, err = c.CreateBucket(ctx, &s3.CreateBucketInput{Bucket: bucket})
		return err
	}
	return nil
}

func joins(ctx context.Context, c *s3.Client, bucket *string) error {
	_, err := c.HeadBucket(ctx, &s3.HeadBucketInput{Bucket: bucket})
	if err != nil { // want `^every error of s3.HeadBucket is treated as "does not exist"`
		_, err = c.CreateBucket(ctx, &s3.CreateBucketInput{Bucket: bucket})
	}
	return err
}

func yesFirst(ctx context.Context, c *iam.Client, name *string) (*string, error) {
	role, err := c.GetRole(ctx, &iam.GetRoleInput{RoleName: name})
	if err == nil { // want `^every error of iam.GetRole is treated as "does not exist"; check for \*types.NoSuchEntityException and return the rest$`
		return role.Role.Arn, nil
	}
	created, err := c.CreateRole(ctx, &iam.CreateRoleInput{RoleName: name})
	if err != nil {
		return nil, err
	}
	return created.Role.Arn, nil
}

func inVariable(ctx context.Context, c *dynamodb.Client, in *dynamodb.CreateTableInput) error {
	_, err := c.DescribeTable(ctx, &dynamodb.DescribeTableInput{TableName: in.TableName})
	exists := err == nil // want `^every error of dynamodb.DescribeTable is treated as "does not exist"; check for \*types.ResourceNotFoundException and return the rest$`
	if !exists {
		_, err := c.CreateTable(ctx, in)
		return err
	}
	return nil
}

func uploads(ctx context.Context, c *s3.Client, in *s3.PutObjectInput) error {
	_, err := c.HeadObject(ctx, &s3.HeadObjectInput{Bucket: in.Bucket, Key: in.Key})
	if err == nil { // want `^every error of s3.HeadObject is treated as "does not exist"`
		return nil
	}
	_, err = manager.NewUploader(c).Upload(ctx, in)
	return err
}

func queue(ctx context.Context, c *sqs.Client, name *string) {
	if _, err := c.GetQueueUrl(ctx, &sqs.GetQueueUrlInput{QueueName: name}); err != nil { // want `^every error of sqs.GetQueueUrl is treated as "does not exist"; check for \*types.QueueDoesNotExist and log the rest$`
		if _, err := c.CreateQueue(ctx, &sqs.CreateQueueInput{QueueName: name}); err != nil {
			fmt.Println("cannot create the queue:", err)
		}
	}
}

type store struct {
	c      *s3.Client
	bucket *string
}

func (s *store) get(ctx context.Context, key string) error {
	_, err := s.c.HeadObject(ctx, &s3.HeadObjectInput{Bucket: s.bucket, Key: &key})
	if err != nil {
		return fmt.Errorf("get %s: %w", key, err)
	}
	return nil
}

func (s *store) set(ctx context.Context, key string) error {
	_, err := s.c.PutObject(ctx, &s3.PutObjectInput{Bucket: s.bucket, Key: &key})
	return err
}

func (s *store) setDefault(ctx context.Context, key string) error {
	if err := s.get(ctx, key); err != nil { // want `^every error of store.get \(from s3.HeadObject\) is treated as "does not exist"; check for \*types.NotFound and return the rest$`
		return s.set(ctx, key)
	}
	return nil
}

// find says itself that there is no such queue; the service never does.
func (q *queues) find(ctx context.Context, name string) (string, error) {
	out, err := q.c.GetQueueUrl(ctx, &sqs.GetQueueUrlInput{QueueName: &q.prefix})
	if err != nil {
		return "", err
	}
	if *out.QueueUrl != name {
		return "", errors.New("unable to find the queue")
	}
	return name, nil
}

type queues struct {
	c      *sqs.Client
	prefix string
}

func (q *queues) create(ctx context.Context, name string) error {
	if _, err := q.find(ctx, name); err == nil { // want `^every error of queues.find \(from sqs.GetQueueUrl\) is treated as "does not exist"; return those that mean something else$`
		return nil
	}
	_, err := q.c.CreateQueue(ctx, &sqs.CreateQueueInput{QueueName: &name})
	return err
}

// An error of the function where the operation succeeds: it is there, and should not be.
func preCheck(ctx context.Context, c *ec2.Client, in *ec2.DescribeKeyPairsInput) error {
	_, err := c.DescribeKeyPairs(ctx, in)
	if err == nil { // want `^every error of ec2.DescribeKeyPairs is treated as "does not exist"; return those that mean something else$`
		return errExists
	}
	return nil
}

func preCheckFirst(ctx context.Context, c *iam.Client, name string, save func(string) error) error {
	if _, err := c.GetUser(ctx, &iam.GetUserInput{UserName: &name}); err == nil { // want `^every error of iam.GetUser is treated as "does not exist"; check for \*types.NoSuchEntityException and return the rest$`
		return fmt.Errorf("user %s exists already", name)
	}
	return save(name)
}

func roleExists(ctx context.Context, c *iam.Client, name *string) (*string, bool) {
	role, err := c.GetRole(ctx, &iam.GetRoleInput{RoleName: name})
	if err != nil { // want `^every error of iam.GetRole is treated as "does not exist"; check for \*types.NoSuchEntityException and add an error result$`
		return nil, false
	}
	return role.Role.Arn, true
}
