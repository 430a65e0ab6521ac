// Package forms has the ways in which code drops an error.
package forms

import (
	"context"
	"fmt"
	"sync"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
)

func countedLoop(ctx context.Context, c *s3.Client, ins []*s3.DeleteObjectInput) error {
	for i := 0; i < len(ins); i++ {
		if _, err := c.DeleteObject(ctx, ins[i]); err != nil { // want `^the error of s3.DeleteObject is swallowed; return or log it$`
			continue
		}
		fmt.Println("deleted", *ins[i].Key)
	}
	return nil
}

func rangeOverLength(ctx context.Context, c *s3.Client, ins []*s3.DeleteObjectInput) error {
	for i := range len(ins) {
		if _, err := c.DeleteObject(ctx, ins[i]); err != nil { // want `^the error of s3.DeleteObject is swallowed`
			continue
		}
		fmt.Println("deleted", *ins[i].Key)
	}
	return nil
}

func otherError(ctx context.Context, c *s3.Client, get *s3.GetObjectInput, put *s3.PutObjectInput) (*string, error) {
	out, err := c.GetObject(ctx, get)
	if err != nil {
		return nil, err
	}
	_, putErr := c.PutObject(ctx, put)
	if putErr != nil { // want `^the error of s3.PutObject is swallowed; return or log it$`
		return nil, err
	}
	return out.ETag, nil
}

type store struct {
	c  *s3.Client
	mu sync.Mutex
}

func (s *store) namedResults(ctx context.Context, in *s3.ListObjectsV2Input) (objects []types.Object, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	out, listErr := s.c.ListObjectsV2(ctx, in)
	if listErr != nil { // want `^the error of s3.ListObjectsV2 is swallowed; return or log it$`
		return nil, nil
	}
	return out.Contents, nil
}

func (s *store) namedResultSeen(ctx context.Context, in *s3.ListObjectsV2Input, show func(int)) (n int, err error) {
	defer func() { show(n) }()
	out, listErr := s.c.ListObjectsV2(ctx, in)
	if listErr != nil {
		n = -1
		return n, nil
	}
	return len(out.Contents), nil
}

func missingItem(ctx context.Context, c *dynamodb.Client, in *dynamodb.GetItemInput) (map[string]any, error) {
	out, err := c.GetItem(ctx, in)
	if err != nil { // want `^the error of dynamodb.GetItem is swallowed; return or log it$`
		return nil, nil
	}
	return map[string]any{"item": out.Item}, nil
}

func gone(ctx context.Context, c *ec2.Client, in *ec2.DescribeKeyPairsInput) error {
	out, err := c.DescribeKeyPairs(ctx, in)
	if err != nil { // want `^the error of ec2.DescribeKeyPairs is swallowed; return or log it$`
		return nil
	}
	fmt.Println(len(out.KeyPairs), "left")
	return nil
}

func nilPointer(ctx context.Context, c *ec2.Client, in *ec2.DescribeVpcsInput) *string {
	out, err := c.DescribeVpcs(ctx, in)
	if err != nil { // want `^the error of ec2.DescribeVpcs is swallowed; log it or add an error result$`
		return nil
	}
	return out.Vpcs[0].VpcId
}

func found(ctx context.Context, c *s3.Client, in *s3.ListObjectsV2Input) (objects []types.Object) {
	pages := s3.NewListObjectsV2Paginator(c, in)
	for pages.HasMorePages() {
		page, err := pages.NextPage(ctx)
		if err != nil { // want `^the error of s3.ListObjectsV2 is swallowed; log it or add an error result$`
			return objects
		}
		objects = append(objects, page.Contents...)
	}
	return objects
}

func inGoroutine(ctx context.Context, c *s3.Client, in *s3.PutObjectInput) {
	go func() {
		if _, err := c.PutObject(ctx, in); err != nil { // want `^the error of s3.PutObject is swallowed; log it or pass it on$`
			return
		}
		fmt.Println("put", *in.Key)
	}()
}

func besideOthers(ctx context.Context, c *s3.Client, bucket string, wg *sync.WaitGroup, status *types.PolicyStatus) {
	go func() {
		defer wg.Done()
		if out, err := c.GetBucketPolicyStatus(ctx, &s3.GetBucketPolicyStatusInput{Bucket: &bucket}); err == nil { // want `^the error of s3.GetBucketPolicyStatus is swallowed; log it or pass it on unless it has the code "NoSuchBucketPolicy"$`
			*status = *out.PolicyStatus
		}
	}()
}

func tagsOf(ctx context.Context, c *s3.Client, bucket string) []types.Tag {
	out, err := c.GetBucketTagging(ctx, &s3.GetBucketTaggingInput{Bucket: &bucket})
	if err != nil { // want `^the error of s3.GetBucketTagging is swallowed; log it unless it has the code "NoSuchTagSet", or add an error result$`
		return nil
	}
	return out.TagSet
}

func noText(ctx context.Context, c *ec2.Client, in *ec2.DescribeVpcsInput) string {
	out, err := c.DescribeVpcs(ctx, in)
	if err != nil { // want `^the error of ec2.DescribeVpcs is swallowed; log it or add an error result$`
		return ""
	}
	return *out.Vpcs[0].VpcId
}

func marked(ctx context.Context, c *ec2.Client, in *ec2.DescribeVpcsInput) (*string, bool) {
	out, err := c.DescribeVpcs(ctx, in)
	if err != nil {
		return nil, false
	}
	return out.Vpcs[0].VpcId, true
}

func emptyBranch(ctx context.Context) *s3.Client {
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil { // want `^the error of config.LoadDefaultConfig is swallowed`
		// TODO: handle error
	}
	return s3.NewFromConfig(cfg)
}
