package fixes

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ecs"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/kinesis"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

func returnsFalse(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) (bool, error) {
	_, err := c.HeadObject(ctx, in)
	if err != nil { // want `swallowed`
		return false, nil // it does not exist
	}
	return true, nil
}

func returnsNil(ctx context.Context, c *sqs.Client, in *sqs.GetQueueUrlInput) (*string, error) {
	out, err := c.GetQueueUrl(ctx, in)
	if err != nil || out.QueueUrl == nil { // want `swallowed`
		return nil, nil
	}
	return out.QueueUrl, nil
}

func withFlag(ctx context.Context, c *iam.Client, in *iam.GetUserInput) (string, bool, error) {
	out, ok := "", false
	if user, err := c.GetUser(ctx, in); err != nil { // want `swallowed`
		return out, ok, nil
	} else {
		out, ok = *user.User.Arn, true
	}
	return out, ok, nil
}

func byCode(ctx context.Context, c *s3.Client, in *s3.GetBucketPolicyInput) (string, error) {
	out, err := c.GetBucketPolicy(ctx, in)
	if err != nil { // want `^the error of s3.GetBucketPolicy is swallowed; return it unless it has the code "NoSuchBucketPolicy"$`
		return "", nil
	}
	return *out.Policy, nil
}

func unknown(ctx context.Context, c *ec2.Client, in *ec2.DescribeVpcsInput) (bool, error) {
	_, err := c.DescribeVpcs(ctx, in)
	if err != nil { // want `swallowed`
		return false, nil
	}
	return true, nil
}

func answer(ctx context.Context, c *dynamodb.Client, in *dynamodb.DescribeTableInput) (bool, error) {
	_, err := c.DescribeTable(ctx, in)
	return err == nil, nil // want `treated as "does not exist"`
}

func noError(ctx context.Context, c *dynamodb.Client, in *dynamodb.DescribeTableInput) bool {
	_, err := c.DescribeTable(ctx, in)
	if err != nil { // want `treated as "does not exist"`
		return false
	}
	return true
}

func both(ctx context.Context, c *dynamodb.Client, in *dynamodb.DescribeTableInput) bool {
	out, err := c.DescribeTable(ctx, in)
	return err == nil && out.Table != nil // want `^every error of dynamodb.DescribeTable is treated as "no"`
}

func yesFirst(ctx context.Context, c *dynamodb.Client, in *dynamodb.DescribeTableInput) (bool, error) {
	_, err := c.DescribeTable(ctx, in)
	if err == nil { // want `swallowed`
		return true, nil
	}
	return false, nil
}

func yesFirstInHeader(ctx context.Context, c *dynamodb.Client, in *dynamodb.DescribeTableInput) (bool, error) {
	if _, err := c.DescribeTable(ctx, in); err == nil { // want `swallowed`
		return true, nil
	}
	return false, nil
}

func own(ctx context.Context, c *dynamodb.Client, in *dynamodb.DescribeTableInput) error {
	if err := describe(ctx, c, in); err != nil { // want `^the error of fixes.describe \(from dynamodb.DescribeTable\) is swallowed; return it unless it is \*dynamodbtypes.ResourceNotFoundException$`
		return nil
	}
	fmt.Println("there")
	return nil
}

func describe(ctx context.Context, c *dynamodb.Client, in *dynamodb.DescribeTableInput) error {
	_, err := c.DescribeTable(ctx, in)
	return err
}

func inVariable(ctx context.Context, c *dynamodb.Client, in *dynamodb.DescribeTableInput) bool {
	exists := true
	if _, err := c.DescribeTable(ctx, in); err != nil { // want `treated as "does not exist"`
		exists = false
	}
	return exists
}

func emptySlice(ctx context.Context, c *sqs.Client, in *sqs.ReceiveMessageInput) ([]string, error) {
	out, err := c.ReceiveMessage(ctx, in)
	if err != nil { // want `swallowed`
		return []string{}, nil
	}
	return []string{*out.Messages[0].Body}, nil
}

func emptyStruct(ctx context.Context, c *sqs.Client, in *sqs.ReceiveMessageInput) (*box, error) {
	out, err := c.ReceiveMessage(ctx, in)
	if err != nil { // want `swallowed`
		return &box{}, nil
	}
	return &box{out}, nil
}

type box struct{ content any }

func put(ctx context.Context, c *s3.Client, in *s3.PutObjectInput) error {
	if _, err := c.PutObject(ctx, in); err != nil { // want `swallowed`
		return nil
	}
	fmt.Println("put", *in.Key)
	return nil
}

func putWithResult(ctx context.Context, c *s3.Client, in *s3.PutObjectInput) (n int, err error) {
	n = len(*in.Key)
	if _, err := c.PutObject(ctx, in); err != nil { // want `swallowed`
		return n, nil
	}
	return 2, nil
}

func bareReturn(ctx context.Context, c *s3.Client, in *s3.PutObjectInput) (n int, err error) {
	n = len(*in.Key)
	if _, e := c.PutObject(ctx, in); e != nil { // want `swallowed`
		return
	}
	return n + 1, nil
}

func labelled(ctx context.Context, c *s3.Client, ins [][]*s3.PutObjectInput) error {
outer:
	for _, list := range ins {
		for _, in := range list {
			if _, err := c.PutObject(ctx, in); err != nil { // want `swallowed`
				continue outer
			}
		}
	}
	return nil
}

func nextPage(ctx context.Context, c *s3.Client, in *s3.ListObjectsV2Input) ([]types.Object, error) {
	var objects []types.Object
	pages := s3.NewListObjectsV2Paginator(c, in)
	for pages.HasMorePages() {
		page, err := pages.NextPage(ctx)
		if err != nil { // want `swallowed`
			break
		}
		objects = append(objects, page.Contents...)
	}
	return objects, nil
}

func nextItem(ctx context.Context, c *kinesis.Client, names []string) (map[string]int32, error) {
	shards := make(map[string]int32)
	for _, name := range names {
		out, err := c.DescribeStreamSummary(ctx, &kinesis.DescribeStreamSummaryInput{StreamName: &name})
		if err != nil { // want `swallowed`
			continue
		}
		shards[name] = *out.StreamDescriptionSummary.OpenShardCount
	}
	return shards, nil
}

func nextOfAll(ctx context.Context, c *kinesis.Client, names []string) (map[int]int32, error) {
	shards := make(map[int]int32)
	for i, name := range slices.All(names) {
		out, err := c.DescribeStreamSummary(ctx, &kinesis.DescribeStreamSummaryInput{StreamName: &name})
		if err != nil { // want `swallowed`
			continue
		}
		shards[i] = *out.StreamDescriptionSummary.OpenShardCount
	}
	return shards, nil
}

func nextChunk(ctx context.Context, c *ecs.Client, arns []string) ([]string, error) {
	var running []string
	for chunk := range slices.Chunk(arns, 100) {
		out, err := c.DescribeTasks(ctx, &ecs.DescribeTasksInput{Tasks: chunk})
		if err != nil { // want `swallowed`
			continue
		}
		if len(out.Failures) > 0 {
			return nil, errors.New("not all tasks were found")
		}
		for _, task := range out.Tasks {
			running = append(running, *task.TaskArn)
		}
	}
	return running, nil
}

func tagged(ctx context.Context, c *s3.Client, names []string) ([]string, error) {
	var found []string
	for _, name := range names {
		if tags, err := c.GetBucketTagging(ctx, &s3.GetBucketTaggingInput{Bucket: &name}); err == nil && len(tags.TagSet) > 0 { // want `^the error of s3.GetBucketTagging is swallowed; return or log it unless it has the code "NoSuchTagSet"$`
			for _, tag := range tags.TagSet {
				name += *tag.Key
			}
		}
		found = append(found, name)
	}
	return found, nil
}

func nothing(ctx context.Context, c *s3.Client, in *s3.PutObjectInput) error {
	if _, err := c.PutObject(ctx, in); err == nil { // want `swallowed`
		fmt.Println("put")
	}
	return nil
}

func empty(ctx context.Context, c *s3.Client, in *s3.CreateBucketInput) error {
	if _, err := c.CreateBucket(ctx, in); err != nil { // want `swallowed`
		// it may exist
	}
	return nil
}

func cleanUp(ctx context.Context, c *s3.Client, in *s3.DeleteObjectInput) error {
	if err := work(); err != nil {
		if _, e := c.DeleteObject(ctx, in); e != nil { // want `swallowed`
			return nil
		}
		return err
	}
	return nil
}

func list(ctx context.Context, c *ecs.Client, in *ecs.DescribeServicesInput) ([]string, error) {
	out, err := c.DescribeServices(ctx, in)
	if err != nil { // want `^the error of ecs.DescribeServices is swallowed; return it unless it is \*ecstypes.ClusterNotFoundException$`
		return nil, nil
	}
	return []string{*out.Services[0].ServiceName}, nil
}

func work() error { return nil }
