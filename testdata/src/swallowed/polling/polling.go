// Package polling asks again and again, and takes any error for an answer. To return that error would end it
// at the first one that passes.
package polling

import (
	"context"
	"errors"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var errTimeout = errors.New("timeout")

func removed(ctx context.Context, c *dynamodb.Client, in *dynamodb.DescribeTableInput) (string, error) {
	old, deadline := nameIn(in), time.Now().Add(time.Minute)
	for time.Now().Before(deadline) {
		_, err := c.DescribeTable(ctx, in)
		if err != nil { // want `^the error of dynamodb.DescribeTable is swallowed; try again unless it is \*types.ResourceNotFoundException$`
			// not found is enough
			return old, nil
		}
		time.Sleep(time.Second)
	}
	return "", errTimeout
}

func byTicker(ctx context.Context, c *s3.Client, in *s3.GetBucketTaggingInput) error {
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-tick.C:
		}
		if _, err := c.GetBucketTagging(ctx, in); err != nil { // want `^the error of s3.GetBucketTagging is swallowed; try again unless it has the code "NoSuchTagSet"$`
			return nil
		}
	}
}

func byFunction(ctx context.Context, c *s3.Client, in *s3.GetBucketAclInput) error {
	for {
		if _, err := c.GetBucketAcl(ctx, in); err != nil { // want `^the error of s3.GetBucketAcl is swallowed; try again unless it means "not found"$`
			return nil
		}
		if err := sleep(ctx, time.Second); err != nil {
			return err
		}
	}
}

func sleep(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(d):
		return nil
	}
}

// Who gives up at an error goes on as if the time were over.

func givesUp(ctx context.Context, c *dynamodb.Client, in *dynamodb.DescribeTableInput) error {
	for range 30 {
		time.Sleep(time.Second)
		out, err := c.DescribeTable(ctx, in)
		if err != nil {
			break
		}
		if out.Table.TableStatus == "ACTIVE" {
			return nil
		}
	}
	println("still not there")
	return nil
}

// Near miss: who watches does not give up by itself.

func watch(ctx context.Context, c *dynamodb.Client, in *dynamodb.DescribeTableInput, states chan<- string) error {
	for {
		out, err := c.DescribeTable(ctx, in)
		if err != nil || out.Table == nil { // want `^the error of dynamodb.DescribeTable is swallowed`
			break
		}
		states <- string(out.Table.TableStatus)
		time.Sleep(time.Second)
	}
	return nil
}

// Near misses: a loop over items, which may pause as well, and what stands behind the loop.

func paced(ctx context.Context, c *dynamodb.Client, names []string) error {
	for _, name := range names {
		if _, err := c.DescribeTable(ctx, &dynamodb.DescribeTableInput{TableName: &name}); err != nil { // want `^the error of dynamodb.DescribeTable is swallowed; return it unless it is \*types.ResourceNotFoundException$`
			return nil
		}
		time.Sleep(time.Second)
	}
	return nil
}

func counted(ctx context.Context, c *dynamodb.Client, names []string) error {
	for i := 0; i < len(names); i++ {
		if _, err := c.DescribeTable(ctx, &dynamodb.DescribeTableInput{TableName: &names[i]}); err != nil { // want `^the error of dynamodb.DescribeTable is swallowed; return it unless it is \*types.ResourceNotFoundException$`
			return nil
		}
		time.Sleep(time.Second)
	}
	return nil
}

func pages(ctx context.Context, c *dynamodb.Client, in *dynamodb.ScanInput) (n int, err error) {
	for {
		out, err := c.Scan(ctx, in)
		if err != nil { // want `^the error of dynamodb.Scan is swallowed; return or log it$`
			break
		}
		n += len(out.Items)
		if in.ExclusiveStartKey = out.LastEvaluatedKey; in.ExclusiveStartKey == nil {
			break
		}
		time.Sleep(time.Second)
	}
	return n, nil
}

func after(ctx context.Context, c *dynamodb.Client, in *dynamodb.DescribeTableInput) error {
	for range 3 {
		time.Sleep(time.Second)
	}
	if _, err := c.DescribeTable(ctx, in); err != nil { // want `^the error of dynamodb.DescribeTable is swallowed; return it unless it is \*types.ResourceNotFoundException$`
		return nil
	}
	return nil
}

// Beside an error stands what other returns have there.

func nameOf(ctx context.Context, c *dynamodb.Client, in *dynamodb.DescribeTableInput) (string, error) {
	name := nameIn(in)
	if name == "" {
		return "", errTimeout
	}
	if _, err := c.DescribeTable(ctx, in); err != nil { // want `^the error of dynamodb.DescribeTable is swallowed; return it unless it is \*types.ResourceNotFoundException$`
		return name, nil
	}
	return "", nil
}

func nameIn(in *dynamodb.DescribeTableInput) string { return *in.TableName }
