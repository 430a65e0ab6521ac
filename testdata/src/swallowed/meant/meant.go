// Package meant holds functions that go on where an operation fails because they are meant to, and
// beside each one that looks alike and is not.
package meant

import (
	"context"
	"errors"
	"log"
	"time"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"
	"github.com/aws/aws-sdk-go-v2/feature/ec2/imds"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ecs"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sts"
)

var errTimeout = errors.New("timeout")

// Polls: an error is tried again.

func pollUntil(ctx context.Context, done func(context.Context) (bool, error)) error { return nil }

func waitForDeletion(ctx context.Context, exists func() (bool, error)) error { return nil }

func becomesActive(ctx context.Context, c *dynamodb.Client, in *dynamodb.DescribeTableInput) error {
	return pollUntil(ctx, func(ctx context.Context) (bool, error) {
		out, err := c.DescribeTable(ctx, in)
		if err != nil {
			return false, nil
		}
		return out.Table.TableStatus == types.TableStatusActive, nil
	})
}

type table struct {
	c  *dynamodb.Client
	in *dynamodb.DescribeTableInput
}

func (t table) done(ctx context.Context) (bool, error) {
	if _, err := t.c.DescribeTable(ctx, t.in); err != nil {
		return false, nil
	}
	return true, nil
}

func (t table) waits(ctx context.Context) error { return pollUntil(ctx, t.done) }

func inVariable(ctx context.Context, c *dynamodb.Client, in *dynamodb.DescribeTableInput) error {
	active := func(ctx context.Context) (bool, error) {
		if _, err := c.DescribeTable(ctx, in); err != nil {
			return false, nil
		}
		return true, nil
	}
	return pollUntil(ctx, active)
}

func isGone(ctx context.Context, c *dynamodb.Client, in *dynamodb.DescribeTableInput) error {
	return waitForDeletion(ctx, func() (bool, error) {
		_, err := c.DescribeTable(ctx, in)
		return err == nil, nil // want `^every error of dynamodb.DescribeTable is treated as "does not exist"`
	})
}

// What programs do without.

func region(ctx context.Context, c *imds.Client, fallback string) (string, error) {
	out, err := c.GetRegion(ctx, &imds.GetRegionInput{})
	if err != nil {
		return "", nil
	}
	return out.Region, nil
}

func alias(ctx context.Context, c *iam.Client) ([]string, error) {
	out, err := c.ListAccountAliases(ctx, &iam.ListAccountAliasesInput{})
	if err != nil {
		return nil, nil
	}
	return out.AccountAliases, nil
}

func users(ctx context.Context, c *iam.Client) ([]string, error) {
	out, err := c.ListUsers(ctx, &iam.ListUsersInput{})
	if err != nil { // want `^the error of iam.ListUsers is swallowed; return or log it$`
		return nil, nil
	}
	return []string{*out.Users[0].UserName}, nil
}

func withoutAWS(ctx context.Context, name string) (string, error) {
	if cfg, err := config.LoadDefaultConfig(ctx); err == nil {
		name += cfg.Region
	}
	return name, nil
}

func identity(ctx context.Context, c *imds.Client, e *ec2.Client) (*ec2.Client, error) {
	out, err := e.DescribeInstances(ctx, &ec2.DescribeInstancesInput{})
	if err == nil {
		log.Println("instances:", len(out.Reservations))
	}
	return e, nil
}

func started(ctx context.Context, e *ec2.Client, in *ec2.StartInstancesInput) error {
	_, err := e.StartInstances(ctx, in)
	if err == nil { // want `^the error of ec2.StartInstances is swallowed; return or log it$`
		log.Println("started")
	}
	return nil
}

// Credentials: that there are none, or none that work, is what any error says.

func authenticated(ctx context.Context, c *sts.Client) bool {
	_, err := c.GetCallerIdentity(ctx, &sts.GetCallerIdentityInput{})
	return err == nil
}

func hasAccess(ctx context.Context, c *s3.Client, in *s3.HeadBucketInput) (bool, error) {
	if _, err := c.HeadBucket(ctx, in); err != nil {
		return false, nil
	}
	return true, nil
}

// Defaults.

type settings struct{ region string }

func (s *settings) field(ctx context.Context, c *s3.Client, in *s3.GetBucketLocationInput) (string, error) {
	out, err := c.GetBucketLocation(ctx, in)
	if err != nil {
		return s.region, nil
	}
	return string(out.LocationConstraint), nil
}

func parameter(ctx context.Context, c *s3.Client, in *s3.GetBucketLocationInput, fallback string) (string, error) {
	out, err := c.GetBucketLocation(ctx, in)
	if err != nil {
		return fallback, nil
	}
	return string(out.LocationConstraint), nil
}

func label(ctx context.Context, c *iam.Client, name string) string {
	label := name
	if tags, err := c.ListRoleTags(ctx, &iam.ListRoleTagsInput{RoleName: &name}); err == nil && len(tags.Tags) > 0 {
		label += *tags.Tags[0].Value
	}
	return label
}

func partial(ctx context.Context, c *ecs.Client, in *ecs.ListClustersInput, found []string) ([]string, error) {
	out, err := c.ListClusters(ctx, in)
	if err != nil { // want `^the error of ecs.ListClusters is swallowed; return or log it$`
		return found, nil
	}
	return append(found, out.ClusterArns...), nil
}

// Caches, and what is no check whether something exists.

func cached(ctx context.Context, c *s3.Client, in *s3.GetObjectInput, body func() *s3.PutObjectInput) (*s3.GetObjectOutput, error) {
	out, err := c.GetObject(ctx, in)
	if err == nil {
		return out, nil
	}
	_, err = c.PutObject(ctx, body())
	return nil, err
}

func item(ctx context.Context, c *dynamodb.Client, in *dynamodb.GetItemInput, put *dynamodb.PutItemInput) error {
	if _, err := c.GetItem(ctx, in); err != nil {
		_, err = c.PutItem(ctx, put)
		return err
	}
	return nil
}

func unchanged(ctx context.Context, c *s3.Client, in *s3.PutObjectInput, etag string) error {
	out, err := c.HeadObject(ctx, &s3.HeadObjectInput{Bucket: in.Bucket, Key: in.Key})
	if err == nil && *out.ETag == etag {
		return nil
	}
	_, err = c.PutObject(ctx, in)
	return err
}

func other(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) error {
	if _, err := c.HeadObject(ctx, in); err != nil {
		_, err := c.CreateBucket(ctx, &s3.CreateBucketInput{Bucket: in.Bucket})
		return err
	}
	return nil
}

func matched(ctx context.Context, c *dynamodb.Client, in *dynamodb.CreateTableInput) error {
	_, err := c.DescribeTable(ctx, &dynamodb.DescribeTableInput{TableName: in.TableName})
	if err != nil {
		if _, ok := errors.AsType[*types.ResourceNotFoundException](err); !ok {
			return err
		}
		_, err = c.CreateTable(ctx, in)
		return err
	}
	return nil
}

func logged(ctx context.Context, c *dynamodb.Client, in *dynamodb.CreateTableInput) error {
	_, err := c.DescribeTable(ctx, &dynamodb.DescribeTableInput{TableName: in.TableName})
	if err != nil {
		log.Println("no table, so creating it:", err)
		_, err = c.CreateTable(ctx, in)
		return err
	}
	return nil
}

func ensures(ctx context.Context, c *dynamodb.Client, in *dynamodb.CreateTableInput) error {
	_, err := c.DescribeTable(ctx, &dynamodb.DescribeTableInput{TableName: in.TableName})
	if err == nil {
		return nil
	}
	if _, err = c.CreateTable(ctx, in); err != nil {
		if _, ok := errors.AsType[*types.ResourceInUseException](err); ok {
			return nil
		}
		return err
	}
	return nil
}

func tries(ctx context.Context, c *dynamodb.Client, in *dynamodb.DescribeTableInput) error {
	for {
		if _, err := c.DescribeTable(ctx, in); err != nil {
			continue
		}
		return nil
	}
}

func waits(ctx context.Context, c *dynamodb.Client, in *dynamodb.DescribeTableInput) error {
	for range 30 {
		out, err := c.DescribeTable(ctx, in)
		if err == nil && out.Table.TableStatus == types.TableStatusActive {
			return nil
		}
		time.Sleep(time.Second)
	}
	return errTimeout
}

// What a comment says.

func commented(ctx context.Context, c *iam.Client, in *iam.ListRoleTagsInput) ([]string, error) {
	out, err := c.ListRoleTags(ctx, in)
	if err != nil { // want `info: ^the error of iam.ListRoleTags is swallowed`
		// Non-fatal: the tags are only shown.
		return nil, nil
	}
	return []string{*out.Tags[0].Key}, nil
}

func stops(ctx context.Context, c *iam.Client, ins []*iam.DeleteRoleInput) error {
	for _, in := range ins {
		if _, err := c.DeleteRole(ctx, in); err != nil { // want `info: ^the error of iam.DeleteRole is swallowed`
			// This must not fail the whole clean-up.
			continue
		}
		log.Println("deleted", *in.RoleName)
	}
	return nil
}

func silenced(ctx context.Context, c *dynamodb.Client, in *dynamodb.DescribeTableInput) error {
	for range 30 {
		out, err := c.DescribeTable(ctx, in)
		if err != nil { // want `info: ^the error of dynamodb.DescribeTable is swallowed; try again unless it is \*types.ResourceNotFoundException$`
			return nil //nolint:nilerr // it is gone
		}
		log.Println(out.Table.TableStatus)
		time.Sleep(time.Second)
	}
	return errTimeout
}

// A comment says why the function goes on.

func explained(ctx context.Context, c *s3.Client, buckets []string) error {
	for _, bucket := range buckets {
		out, err := c.GetBucketTagging(ctx, &s3.GetBucketTaggingInput{Bucket: &bucket})
		if err != nil { // want `info: ^the error of s3.GetBucketTagging is swallowed; return or log it`
			// wrong region, tags do not exist, etc
			continue
		}
		log.Println(out.TagSet)
	}
	return nil
}

func explainedElse(ctx context.Context, c *s3.Client, buckets []string) error {
	for _, bucket := range buckets {
		if out, err := c.GetBucketTagging(ctx, &s3.GetBucketTaggingInput{Bucket: &bucket}); err == nil { // want `info: ^the error of s3.GetBucketTagging is swallowed`
			clear(out.TagSet)
		} else {
			// Buckets of other accounts have no tags that we may see.
		}
	}
	return nil
}

func unexplained(ctx context.Context, c *s3.Client, buckets []string) error {
	for _, bucket := range buckets {
		out, err := c.GetBucketTagging(ctx, &s3.GetBucketTaggingInput{Bucket: &bucket})
		if err != nil { // want `^the error of s3.GetBucketTagging is swallowed; return or log it`
			continue // next
		}
		log.Println(out.TagSet)
	}
	return nil
}

func toBeDone(ctx context.Context, c *s3.Client, buckets []string) error {
	for _, bucket := range buckets {
		out, err := c.GetBucketTagging(ctx, &s3.GetBucketTaggingInput{Bucket: &bucket})
		if err != nil { // want `^the error of s3.GetBucketTagging is swallowed; return or log it`
			// TODO: the bucket may be in a wrong region
			continue
		}
		log.Println(out.TagSet)
	}
	return nil
}

func placeholder(ctx context.Context, c *s3.Client, buckets []string) error {
	for _, bucket := range buckets {
		out, err := c.GetBucketTagging(ctx, &s3.GetBucketTaggingInput{Bucket: &bucket})
		if err != nil { // want `^the error of s3.GetBucketTagging is swallowed; return or log it`
			// handle the error here
			continue
		}
		log.Println(out.TagSet)
	}
	return nil
}

func commentedOut(ctx context.Context, c *s3.Client, buckets []string) error {
	for _, bucket := range buckets {
		out, err := c.GetBucketTagging(ctx, &s3.GetBucketTaggingInput{Bucket: &bucket})
		if err != nil { // want `^the error of s3.GetBucketTagging is swallowed; return or log it`
			// log.Println("cannot get the tags of", bucket, err)
			// return fmt.Errorf("cannot get the tags of a bucket: %w", err)
			continue
		}
		log.Println(out.TagSet)
	}
	return nil
}

func explainedReturn(ctx context.Context, c *s3.Client, in *s3.GetBucketTaggingInput) ([]string, error) {
	out, err := c.GetBucketTagging(ctx, in)
	if err != nil { // want `^the error of s3.GetBucketTagging is swallowed`
		// wrong region, tags do not exist, etc
		return nil, nil
	}
	return []string{*out.TagSet[0].Key}, nil
}

func explainedAbsence(ctx context.Context, c *s3.Client, in *s3.CreateBucketInput) error {
	if _, err := c.HeadBucket(ctx, &s3.HeadBucketInput{Bucket: in.Bucket}); err == nil { // want `^every error of s3.HeadBucket is treated as "does not exist"`
		return nil
	} else {
		// The bucket does not exist yet.
	}
	_, err := c.CreateBucket(ctx, in)
	return err
}

// Clean-up before an error that is kept.

func cleansUp(ctx context.Context, c *s3.Client, in *s3.PutObjectInput, work func() error) error {
	if err := work(); err != nil {
		if _, e := c.DeleteObject(ctx, &s3.DeleteObjectInput{Bucket: in.Bucket, Key: in.Key}); e != nil {
			return err
		}
		return err
	}
	return nil
}

func emptyBranch(ctx context.Context, c *s3.Client, in *s3.PutObjectInput, work func() error) error {
	err := work()
	if err != nil {
		if _, e := c.DeleteObject(ctx, &s3.DeleteObjectInput{Bucket: in.Bucket, Key: in.Key}); e != nil {
		}
	}
	return err
}

// Skips what cannot be read, or decoded, and says so.

func decoded(items []map[string]types.AttributeValue) (all []string) {
	for _, item := range items {
		var record struct{ ID string }
		if err := attributevalue.UnmarshalMap(item, &record); err != nil { // want `info: the error of attributevalue.UnmarshalMap is swallowed`
			continue // Skip malformed records
		}
		all = append(all, record.ID)
	}
	return all
}

func tasks(ctx context.Context, c *ecs.Client, arns []string) (all []string) {
	for _, arn := range arns {
		out, err := c.DescribeTasks(ctx, &ecs.DescribeTasksInput{Tasks: []string{arn}})
		if err != nil { // want `info: the error of ecs.DescribeTasks is swallowed`
			continue // Skip tasks with description errors
		}
		for _, t := range out.Tasks {
			all = append(all, *t.TaskArn)
		}
	}
	return all
}
