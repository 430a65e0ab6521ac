// Package equal finds out in other ways what failed. Nothing here is reported.
package equal

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs"
	logtypes "github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs/types"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/ecs"
	"github.com/aws/aws-sdk-go-v2/service/ecs/types"
	"github.com/aws/aws-sdk-go-v2/service/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/aws/aws-sdk-go/service/ssm"
)

func everyName(ctx context.Context, c *ssm.SSM, names []string) (map[string]string, error) {
	out, err := c.GetParametersWithContext(ctx, &ssm.GetParametersInput{Names: aws.StringSlice(names)})
	if err != nil {
		return nil, err
	}
	found := make(map[string]string)
	for _, p := range out.Parameters {
		found[*p.Name] = *p.Value
	}
	for _, name := range names {
		if _, ok := found[name]; !ok {
			return nil, fmt.Errorf("no parameter %s", name)
		}
	}
	return nil, nil
}

func everyNameOfMany(ctx context.Context, c *ssm.SSM, in *ssm.GetParametersInput, prefix string, want func(map[string]string) error) error {
	out, err := c.GetParametersWithContext(ctx, in)
	if err != nil {
		return err
	}
	found := map[string]string{}
	for i := range out.Parameters {
		found[strings.TrimPrefix(aws.ToString(out.Parameters[i].Name), prefix)] = aws.ToString(out.Parameters[i].Value)
	}
	return want(found)
}

func oneName(ctx context.Context, c *ssm.SSM, name string) (string, error) {
	out, err := c.GetParametersWithContext(ctx, &ssm.GetParametersInput{Names: []*string{&name}})
	if err != nil {
		return "", err
	}
	for _, p := range out.Parameters {
		if *p.Name == name {
			return *p.Value, nil
		}
	}
	return "", errors.New("no parameter " + name)
}

func crossedOut(ctx context.Context, c *sqs.Client, in *sqs.DeleteMessageBatchInput, waiting map[string]bool) error {
	out, err := c.DeleteMessageBatch(ctx, in)
	if err != nil {
		return err
	}
	for _, entry := range out.Successful {
		delete(waiting, *entry.Id)
	}
	return nil
}

func lookedUpInRequest(ctx context.Context, c *sqs.Client, in *sqs.DeleteMessageBatchInput, waiting map[string]chan bool) error {
	out, err := c.DeleteMessageBatch(ctx, in)
	if err != nil {
		return err
	}
	for _, entry := range out.Successful {
		waiting[*entry.Id] <- true
	}
	return nil
}

func namesReturned(ctx context.Context, c *s3.Client, in *s3.DeleteObjectsInput) ([]string, error) {
	out, err := c.DeleteObjects(ctx, in)
	if err != nil {
		return nil, err
	}
	var deleted []string
	for _, object := range out.Deleted {
		deleted = append(deleted, *object.Key)
	}
	return deleted, nil
}

type set map[string]struct{}

func (s set) Insert(names ...string) {
	for _, name := range names {
		s[name] = struct{}{}
	}
}

func namesInSet(ctx context.Context, c *s3.Client, in *s3.DeleteObjectsInput, keys []string) error {
	out, err := c.DeleteObjects(ctx, in)
	if err != nil {
		return err
	}
	deleted := set{}
	for _, object := range out.Deleted {
		deleted.Insert(*object.Key)
	}
	for _, key := range keys {
		if _, ok := deleted[key]; !ok {
			return errors.New("not deleted: " + key)
		}
	}
	return nil
}

func listReturned(ctx context.Context, c *s3.Client, in *s3.DeleteObjectsInput) (any, error) {
	out, err := c.DeleteObjects(ctx, in)
	if err != nil {
		return nil, err
	}
	all := append(in.Delete.Objects[:0:0], in.Delete.Objects...)
	return struct{ asked, deleted any }{all, check(out)}, nil
}

func check(out *s3.DeleteObjectsOutput) int { return len(out.Deleted) }

func listAppended(ctx context.Context, c *ecs.Client, in *ecs.DescribeTasksInput) (tasks []types.Task, err error) {
	out, err := c.DescribeTasks(ctx, in)
	if err != nil {
		return nil, err
	}
	tasks = append(tasks, out.Tasks...)
	return tasks, nil
}

func listPassed(ctx context.Context, c *ecs.Client, in *ecs.DescribeServicesInput, show func([]types.Service) error) error {
	out, err := c.DescribeServices(ctx, in)
	if err != nil {
		return err
	}
	return show(out.Services)
}

func lengthOfBoth(ctx context.Context, c *dynamodb.Client, in *dynamodb.BatchGetItemInput, table string) error {
	out, err := c.BatchGetItem(ctx, in)
	if err != nil {
		return err
	}
	if have, want := len(out.Responses[table]), len(in.RequestItems[table].Keys); have < want {
		return fmt.Errorf("%d of %d items", have, want)
	}
	return nil
}

func lengthOfEach(ctx context.Context, c *dynamodb.Client, in *dynamodb.BatchGetItemInput) error {
	out, err := c.BatchGetItem(ctx, in)
	if err != nil {
		return err
	}
	for table, items := range out.Responses {
		if want := len(in.RequestItems[table].Keys); len(items) < want {
			return fmt.Errorf("%d of %d items", len(items), want)
		}
	}
	return nil
}

func lengthOfTables(ctx context.Context, c *dynamodb.Client, in *dynamodb.BatchGetItemInput, want int) error {
	out, err := c.BatchGetItem(ctx, in)
	if err != nil {
		return err
	}
	n := 0
	for _, items := range out.Responses {
		n += len(items)
	}
	if n < want {
		return fmt.Errorf("%d of %d items", n, want)
	}
	return nil
}

func lengthOfAllTables(ctx context.Context, c *dynamodb.Client, in *dynamodb.BatchGetItemInput, want int) error {
	out, err := c.BatchGetItem(ctx, in)
	if err != nil {
		return err
	}
	n := 0
	for _, items := range maps.All(out.Responses) {
		n += len(items)
	}
	if n < want {
		return fmt.Errorf("%d of %d items", n, want)
	}
	return nil
}

func lengthOfAll(ctx context.Context, c *sqs.Client, ins []*sqs.SendMessageBatchInput, want int) error {
	sent := 0
	for _, in := range ins {
		out, err := c.SendMessageBatch(ctx, in)
		if err != nil {
			return err
		}
		sent += len(out.Successful)
	}
	if sent < want {
		return fmt.Errorf("%d of %d messages", sent, want)
	}
	return nil
}

func started(ctx context.Context, c *ecs.Client, in *ecs.RunTaskInput) error {
	out, err := c.RunTask(ctx, in)
	if err != nil {
		return err
	}
	if len(out.Tasks) == 0 {
		return errors.New("no task was started")
	}
	return nil
}

func errorInPayload(ctx context.Context, c *lambda.Client, name string) error {
	out, err := c.Invoke(ctx, &lambda.InvokeInput{FunctionName: &name})
	if err != nil {
		return err
	}
	var response struct {
		Message string `json:"errorMessage"`
	}
	if err := json.Unmarshal(out.Payload, &response); err != nil {
		return err
	}
	if response.Message != "" {
		return errors.New(response.Message)
	}
	return nil
}

func errorInMap(ctx context.Context, c *lambda.Client, name string) (map[string]any, error) {
	out, err := c.Invoke(ctx, &lambda.InvokeInput{FunctionName: &name})
	if err != nil {
		return nil, err
	}
	var response map[string]any
	if err := json.Unmarshal(out.Payload, &response); err != nil {
		return nil, err
	}
	if message, ok := response["errorMessage"]; ok {
		return nil, fmt.Errorf("%v", message)
	}
	return response, nil
}

func decodedElsewhere(ctx context.Context, c *lambda.Client, name string) error {
	out, err := c.Invoke(ctx, &lambda.InvokeInput{FunctionName: &name})
	if err != nil {
		return err
	}
	return report(out.Payload)
}

func report(payload []byte) error {
	if strings.Contains(string(payload), "errorType") {
		return errors.New("the function failed")
	}
	return nil
}

// Nothing is too old, too new or expired.
func now(ctx context.Context, c *cloudwatchlogs.Client, group, stream string) error {
	_, err := c.PutLogEvents(ctx, &cloudwatchlogs.PutLogEventsInput{
		LogGroupName: &group, LogStreamName: &stream,
		LogEvents: []logtypes.InputLogEvent{
			{Message: aws.String("one"), Timestamp: aws.Int64(time.Now().Unix() * 1000)},
			{Message: aws.String("two"), Timestamp: aws.Int64(time.Now().UnixMilli())},
		},
	})
	return err
}
