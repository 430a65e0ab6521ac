// Package bounded asks for what fits into a page, or for what comes first.
package bounded

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/expression"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/ecs"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	iamtypes "github.com/aws/aws-sdk-go-v2/service/iam/types"
	"github.com/aws/aws-sdk-go-v2/service/lambda"
	"github.com/aws/aws-sdk-go-v2/service/route53"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sfn"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

type clients struct {
	s3      *s3.Client
	iam     *iam.Client
	ecs     *ecs.Client
	db      *dynamodb.Client
	logs    *cloudwatchlogs.Client
	lambda  *lambda.Client
	route53 *route53.Client
	sfn     *sfn.Client
	sqs     *sqs.Client
}

func (c *clients) limit(ctx context.Context, bucket string) (keys []string, err error) {
	in := &s3.ListObjectsV2Input{Bucket: &bucket}
	in.MaxKeys = aws.Int32(10)
	out, err := c.s3.ListObjectsV2(ctx, in)
	if err != nil {
		return nil, err
	}
	for _, object := range out.Contents {
		keys = append(keys, *object.Key)
	}
	return keys, nil
}

func (c *clients) limitOfPage(ctx context.Context, bucket string) (keys []string, err error) {
	p := s3.NewListObjectsV2Paginator(c.s3, &s3.ListObjectsV2Input{Bucket: &bucket}, func(o *s3.ListObjectsV2PaginatorOptions) { o.Limit = 10 })
	if p.HasMorePages() {
		out, err := p.NextPage(ctx)
		if err != nil {
			return nil, err
		}
		for _, object := range out.Contents {
			keys = append(keys, *object.Key)
		}
	}
	return keys, nil
}

func setLimit(in *iam.ListUsersInput) { in.MaxItems = aws.Int32(3) }

func (c *clients) limitByHelper(ctx context.Context) ([]iamtypes.User, error) {
	in := &iam.ListUsersInput{}
	setLimit(in)
	out, err := c.iam.ListUsers(ctx, in)
	if err != nil {
		return nil, err
	}
	return out.Users, nil
}

func (c *clients) startAfter(ctx context.Context, bucket, key string) (n int, err error) {
	out, err := c.s3.ListObjectsV2(ctx, &s3.ListObjectsV2Input{Bucket: &bucket, StartAfter: &key})
	if err != nil {
		return 0, err
	}
	return len(out.Contents), nil
}

func (c *clients) record(ctx context.Context, zone, name string) (n int, err error) {
	out, err := c.route53.ListResourceRecordSets(ctx, &route53.ListResourceRecordSetsInput{HostedZoneId: &zone, StartRecordName: &name})
	if err != nil {
		return 0, err
	}
	for _, set := range out.ResourceRecordSets {
		if *set.Name == name {
			n++
		}
	}
	return n, nil
}

func (c *clients) keysOfUser(ctx context.Context, user string) (ids []string, err error) {
	out, err := c.iam.ListAccessKeys(ctx, &iam.ListAccessKeysInput{UserName: &user})
	if err != nil {
		return nil, err
	}
	for _, key := range out.AccessKeyMetadata {
		ids = append(ids, *key.AccessKeyId)
	}
	return ids, nil
}

func (c *clients) tags(ctx context.Context, role string) ([]iamtypes.Tag, error) {
	out, err := c.iam.ListRoleTags(ctx, &iam.ListRoleTagsInput{RoleName: &role})
	if err != nil {
		return nil, err
	}
	return out.Tags, nil
}

func (c *clients) buckets(ctx context.Context) (n int, err error) {
	out, err := c.s3.ListBuckets(ctx, &s3.ListBucketsInput{})
	if err != nil {
		return 0, err
	}
	return len(out.Buckets), nil
}

// queues needs MaxResults to get a token.
func (c *clients) queues(ctx context.Context) ([]string, error) {
	out, err := c.sqs.ListQueues(ctx, nil)
	if err != nil {
		return nil, err
	}
	return out.QueueUrls, nil
}

func (c *clients) sources(ctx context.Context, function string) (ids []string, err error) {
	out, err := c.lambda.ListEventSourceMappings(ctx, &lambda.ListEventSourceMappingsInput{FunctionName: &function})
	if err != nil {
		return nil, err
	}
	for _, mapping := range out.EventSourceMappings {
		ids = append(ids, *mapping.UUID)
	}
	return ids, nil
}

// group is the first of those whose names begin with its own.
func (c *clients) group(ctx context.Context, name string) (bool, error) {
	out, err := c.logs.DescribeLogGroups(ctx, &cloudwatchlogs.DescribeLogGroupsInput{LogGroupNamePrefix: &name})
	if err != nil {
		return false, err
	}
	for _, group := range out.LogGroups {
		if *group.LogGroupName == name {
			return true, nil
		}
	}
	return false, nil
}

// latestEvents are those of the first page, and a paginator would never end.
func (c *clients) latestEvents(ctx context.Context, group, stream string) (lines []string, err error) {
	out, err := c.logs.GetLogEvents(ctx, &cloudwatchlogs.GetLogEventsInput{LogGroupName: &group, LogStreamName: &stream})
	if err != nil {
		return nil, err
	}
	for _, event := range out.Events {
		lines = append(lines, *event.Message)
	}
	return lines, nil
}

func (c *clients) latestStreams(ctx context.Context, group string) (names []string, err error) {
	out, err := c.logs.DescribeLogStreams(ctx, &cloudwatchlogs.DescribeLogStreamsInput{LogGroupName: &group, OrderBy: "LastEventTime", Descending: aws.Bool(true)})
	if err != nil {
		return nil, err
	}
	for _, stream := range out.LogStreams {
		names = append(names, *stream.LogStreamName)
	}
	return names, nil
}

func (c *clients) groups(ctx context.Context, names []string) (n int, err error) {
	out, err := c.logs.DescribeLogGroups(ctx, &cloudwatchlogs.DescribeLogGroupsInput{LogGroupIdentifiers: names})
	if err != nil {
		return 0, err
	}
	for range out.LogGroups {
		n++
	}
	return len(out.LogGroups), nil
}

func (c *clients) latestExecutions(ctx context.Context, machine string) (names []string, err error) {
	out, err := c.sfn.ListExecutions(ctx, &sfn.ListExecutionsInput{StateMachineArn: &machine})
	if err != nil {
		return nil, err
	}
	for _, execution := range out.Executions {
		names = append(names, *execution.Name)
	}
	return names, nil
}

// item is the only one with its key.
func (c *clients) item(ctx context.Context, owner, id string) ([]map[string]types.AttributeValue, error) {
	out, err := c.db.Query(ctx, &dynamodb.QueryInput{
		TableName:              aws.String("orders"),
		KeyConditionExpression: aws.String("#owner = :owner AND id = :id"),
		FilterExpression:       aws.String("open = :open"),
	})
	if err != nil {
		return nil, err
	}
	return out.Items, nil
}

// built is a key condition that a builder makes.
func (c *clients) built(ctx context.Context, owner, id string) ([]map[string]types.AttributeValue, error) {
	key := expression.Key("owner").Equal(expression.Value(owner)).And(expression.Key("id").Equal(expression.Value(id)))
	expr, err := expression.NewBuilder().WithKeyCondition(key).Build()
	if err != nil {
		return nil, err
	}
	out, err := c.db.Query(ctx, &dynamodb.QueryInput{
		TableName:                 aws.String("orders"),
		IndexName:                 aws.String("by-owner"),
		KeyConditionExpression:    expr.KeyCondition(),
		ExpressionAttributeNames:  expr.Names(),
		ExpressionAttributeValues: expr.Values(),
	})
	if err != nil {
		return nil, err
	}
	return out.Items, nil
}

func orders(owner string) *dynamodb.QueryInput {
	return &dynamodb.QueryInput{
		TableName:                 aws.String("orders"),
		KeyConditionExpression:    aws.String("owner = :owner"),
		ExpressionAttributeNames:  map[string]string{"#owner": "owner"},
		ExpressionAttributeValues: map[string]types.AttributeValue{":owner": &types.AttributeValueMemberS{Value: owner}},
	}
}

func (c *clients) latest(ctx context.Context, owner string, n int32) ([]map[string]types.AttributeValue, error) {
	in := orders(owner)
	in.Limit = &n
	out, err := c.db.Query(ctx, in)
	if err != nil {
		return nil, err
	}
	return out.Items, nil
}

func (c *clients) allOf(ctx context.Context, owner string) ([]map[string]types.AttributeValue, error) {
	out, err := c.db.Query(ctx, orders(owner)) // want `info: dynamodb.Query is read`
	if err != nil {
		return nil, err
	}
	return out.Items, nil
}

// members names the group, and lists the users in it.
func (c *clients) members(ctx context.Context, group string) (names []string, err error) {
	out, err := c.iam.GetGroup(ctx, &iam.GetGroupInput{GroupName: &group}) // want `iam.GetGroup is read`
	if err != nil {
		return nil, err
	}
	for _, user := range out.Users {
		names = append(names, *user.UserName)
	}
	return names, nil
}

// short says how long the list can be.
func (c *clients) short(ctx context.Context) ([]string, error) {
	// We have at most 3 clusters.
	out, err := c.ecs.ListClusters(ctx, nil) // want `info: .* of ecs.ListClusters is read`
	if err != nil {
		return nil, err
	}
	return out.ClusterArns, nil
}

// Clusters returns the first page only.
func (c *clients) Clusters(ctx context.Context) ([]string, error) {
	out, err := c.ecs.ListClusters(ctx, nil) // want `info: .* of ecs.ListClusters is read`
	if err != nil {
		return nil, err
	}
	return out.ClusterArns, nil
}

// Accounts returns all that there are.  This set is intended to be much
// smaller than a page.
func (c *clients) Accounts(ctx context.Context) ([]map[string]types.AttributeValue, error) {
	out, err := c.db.Scan(ctx, &dynamodb.ScanInput{TableName: aws.String("accounts")}) // want `info: .* of dynamodb.Scan is read`
	if err != nil {
		return nil, err
	}
	return out.Items, nil
}

func (c *clients) admins(ctx context.Context) ([]iamtypes.User, error) {
	// There is only a handful of them.
	out, err := c.iam.ListUsers(ctx, &iam.ListUsersInput{PathPrefix: aws.String("/admin/")}) // want `info: .* of iam.ListUsers is read`
	if err != nil {
		return nil, err
	}
	return out.Users, nil
}

// small is the name of a path.
func (c *clients) small(ctx context.Context) ([]iamtypes.User, error) {
	// Those that are in the path, most of which have a few keys.
	out, err := c.iam.ListUsers(ctx, &iam.ListUsersInput{PathPrefix: aws.String("/small/")}) // want `iam.ListUsers is read`
	if err != nil {
		return nil, err
	}
	return out.Users, nil
}
