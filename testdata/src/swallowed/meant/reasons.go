package meant

import (
	"context"
	"errors"
	"log"
	"sync"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// A comment says in another language why the function goes on.

type listed struct{ tags []types.Tag }

func tagged(ctx context.Context, c *dynamodb.Client, table *types.TableDescription) (*listed, error) {
	found := &listed{}
	// タグ取得は失敗してもテーブル情報は返す
	var tags []types.Tag
	if table != nil && table.TableArn != nil {
		out, err := c.ListTagsOfResource(ctx, &dynamodb.ListTagsOfResourceInput{ResourceArn: table.TableArn})
		if err == nil { // want `info: ^the error of dynamodb.ListTagsOfResource is swallowed; return or log it$`
			tags = out.Tags
		}
	}
	found.tags = tags
	return found, nil
}

func inGerman(ctx context.Context, c *s3.Client, buckets []string) error {
	for _, bucket := range buckets {
		out, err := c.GetBucketTagging(ctx, &s3.GetBucketTaggingInput{Bucket: &bucket})
		if err != nil { // want `info: ^the error of s3.GetBucketTagging is swallowed`
			continue // Fehler absichtlich ignoriert
		}
		log.Println(out.TagSet)
	}
	return nil
}

func inChinese(ctx context.Context, c *s3.Client, buckets []string) error {
	for _, bucket := range buckets {
		out, err := c.GetBucketTagging(ctx, &s3.GetBucketTaggingInput{Bucket: &bucket})
		if err != nil { // want `info: ^the error of s3.GetBucketTagging is swallowed`
			// 其他账户的桶没有标签
			continue
		}
		log.Println(out.TagSet)
	}
	return nil
}

func noReason(ctx context.Context, c *s3.Client, buckets []string) error {
	for _, bucket := range buckets {
		out, err := c.GetBucketTagging(ctx, &s3.GetBucketTaggingInput{Bucket: &bucket})
		if err != nil { // want `^the error of s3.GetBucketTagging is swallowed`
			// 错误处理
			continue
		}
		log.Println(out.TagSet)
	}
	return nil
}

// Above the call stands that it is an extra, where no branch for errors could say so.

type role struct{ name, policy string }

func guarded(ctx context.Context, c *iam.Client, name string, inline bool) (*role, error) {
	r := &role{name: name}
	// Take the policy as well, if available.
	if inline {
		if out, err := c.GetRolePolicy(ctx, &iam.GetRolePolicyInput{RoleName: &name}); err == nil { // want `info: ^the error of iam.GetRolePolicy is swallowed`
			r.policy = *out.PolicyDocument
		}
	}
	if r.policy == "" && inline {
		return nil, errors.New("no policy")
	}
	return r, nil
}

// So it is with credentials.
func about(ctx context.Context, config aws.Config) map[string]string {
	found := map[string]string{"region": config.Region}
	// Try to get the access key, if available.
	if config.Credentials != nil {
		if keys, err := config.Credentials.Retrieve(ctx); err == nil { // want `info: ^the error of aws.CredentialsProvider.Retrieve is swallowed`
			found["key"] = keys.AccessKeyID
		}
	}
	log.Println(found)
	return found
}

// The comment above the branch is not about what comes second in it.
func guardedToo(ctx context.Context, c *iam.Client, name string, inline bool) (*role, error) {
	r := &role{name: name}
	// Take the policy as well, if available.
	if inline {
		r.name += "*"
		if out, err := c.GetRolePolicy(ctx, &iam.GetRolePolicyInput{RoleName: &name}); err == nil { // want `^the error of iam.GetRolePolicy is swallowed`
			r.policy = *out.PolicyDocument
		}
	}
	if r.policy == "" && inline {
		return nil, errors.New("no policy")
	}
	return r, nil
}

func described(ctx context.Context, c *iam.Client, name string) (*role, error) {
	r := &role{name: name}

	// Try to get the inline policies for additional context
	out, err := c.ListRolePolicies(ctx, &iam.ListRolePoliciesInput{RoleName: &name})
	if err == nil && len(out.PolicyNames) > 0 { // want `info: ^the error of iam.ListRolePolicies is swallowed`
		// Get the first one for additional context
		first := out.PolicyNames[0]
		got, err := c.GetRolePolicy(ctx, &iam.GetRolePolicyInput{RoleName: &name, PolicyName: &first})
		if err == nil && got.PolicyDocument != nil { // want `info: ^the error of iam.GetRolePolicy is swallowed`
			r.policy = *got.PolicyDocument
		}
	}
	return r, nil
}

func inCondition(ctx context.Context, c *iam.Client, name string) (*role, error) {
	r := &role{name: name}

	// let's try to find a policy
	// to see if it tells something
	if out, err := c.ListRolePolicies(ctx, &iam.ListRolePoliciesInput{RoleName: &name}); err == nil { // want `info: ^the error of iam.ListRolePolicies is swallowed`
		r.policy = out.PolicyNames[0]
	}
	return r, nil
}

func kind(v any) string {
	// let's try to marshal the value to see if that tells something
	if av, err := attributevalue.Marshal(v); err == nil { // want `info: ^the error of attributevalue.Marshal is swallowed`
		switch av.(type) {
		case *types.AttributeValueMemberS:
			return "S"
		case *types.AttributeValueMemberN:
			return "N"
		}
	}
	return ""
}

// Near misses: the comment says what is done, stands elsewhere, or something is changed.

func saysWhat(ctx context.Context, c *iam.Client, name string) (*role, error) {
	r := &role{name: name}

	// Try to get the inline policies
	out, err := c.ListRolePolicies(ctx, &iam.ListRolePoliciesInput{RoleName: &name})
	if err == nil && len(out.PolicyNames) > 0 { // want `^the error of iam.ListRolePolicies is swallowed`
		r.policy = out.PolicyNames[0]
	}
	return r, nil
}

func elsewhere(ctx context.Context, c *iam.Client, name string) (*role, error) {
	// Try another name
	r := &role{name: name + "-2"}

	out, err := c.ListRolePolicies(ctx, &iam.ListRolePoliciesInput{RoleName: &name})
	if err == nil && len(out.PolicyNames) > 0 { // want `^the error of iam.ListRolePolicies is swallowed`
		r.policy = out.PolicyNames[0]
	}
	return r, nil
}

func changes(ctx context.Context, c *iam.Client, in *iam.TagRoleInput) (*role, error) {
	r := &role{name: *in.RoleName}

	// Tag the role with additional metadata
	_, err := c.TagRole(ctx, in)
	if err == nil { // want `^the error of iam.TagRole is swallowed`
		r.policy = "tagged"
	}
	return r, nil
}

// A goroutine for each item leaves out what a loop would.

func anywhere(ctx context.Context, clients []*ec2.Client, in *ec2.DescribeInstancesInput) []*ec2.DescribeInstancesOutput {
	var group sync.WaitGroup
	found := make(chan *ec2.DescribeInstancesOutput, len(clients))
	for _, c := range clients {
		group.Go(func() {
			out, err := c.DescribeInstances(ctx, in)
			if err != nil { // want `info: ^the error of ec2.DescribeInstances is swallowed`
				// Instance not in this region, continue
				return
			}
			found <- out
		})
	}
	group.Wait()
	close(found)
	var all []*ec2.DescribeInstancesOutput
	for out := range found {
		all = append(all, out)
	}
	return all
}
