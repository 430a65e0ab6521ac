// Package silent reads all pages, or needs only one.
package silent

import (
	"context"
	"errors"
	"fmt"
	"log"
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/ecs"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	iamtypes "github.com/aws/aws-sdk-go-v2/service/iam/types"
	"github.com/aws/aws-sdk-go-v2/service/kinesis"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	sqstypes "github.com/aws/aws-sdk-go-v2/service/sqs/types"
)

type store struct {
	s3      *s3.Client
	iam     *iam.Client
	ecs     *ecs.Client
	db      *dynamodb.Client
	sqs     *sqs.Client
	kinesis *kinesis.Client
}

func handle(...any) {}

func (s *store) byHand(ctx context.Context, bucket string) (keys []string, err error) {
	in := &s3.ListObjectsV2Input{Bucket: &bucket}
	for {
		out, err := s.s3.ListObjectsV2(ctx, in)
		if err != nil {
			return nil, err
		}
		for _, object := range out.Contents {
			keys = append(keys, *object.Key)
		}
		if !aws.ToBool(out.IsTruncated) {
			return keys, nil
		}
		in.ContinuationToken = out.NextContinuationToken
	}
}

func (s *store) byRecursion(ctx context.Context, marker *string) ([]iamtypes.Role, error) {
	out, err := s.iam.ListRoles(ctx, &iam.ListRolesInput{Marker: marker})
	if err != nil || out.Marker == nil {
		return out.Roles, err
	}
	rest, err := s.byRecursion(ctx, out.Marker)
	return append(out.Roles, rest...), err
}

func (s *store) byLastName(ctx context.Context) (names []string, err error) {
	var last *string
	for more := true; more; {
		out, err := s.kinesis.ListStreams(ctx, &kinesis.ListStreamsInput{ExclusiveStartStreamName: last})
		if err != nil {
			return nil, err
		}
		names = append(names, out.StreamNames...)
		more = *out.HasMoreStreams
		last = &names[len(names)-1]
	}
	return names, nil
}

// next takes the token, and says whether there is one.
func next(in *iam.ListUsersInput, token *string) bool {
	in.Marker = token
	return token != nil
}

func (s *store) byHelper(ctx context.Context) (users []iamtypes.User, err error) {
	in := new(iam.ListUsersInput)
	for {
		out, err := s.iam.ListUsers(ctx, in)
		if err != nil {
			return nil, err
		}
		users = append(users, out.Users...)
		if !next(in, out.Marker) {
			return users, nil
		}
	}
}

func (s *store) closure(ctx context.Context) (users []iamtypes.User, err error) {
	var marker *string
	page := func() error {
		out, err := s.iam.ListUsers(ctx, &iam.ListUsersInput{Marker: marker})
		if err == nil {
			users, marker = append(users, out.Users...), out.Marker
		}
		return err
	}
	for err = page(); err == nil && marker != nil; err = page() {
	}
	return users, err
}

func (s *store) paginator(ctx context.Context, bucket string) (n int, err error) {
	pages := s3.NewListObjectsV2Paginator(s.s3, &s3.ListObjectsV2Input{Bucket: &bucket})
	for pages.HasMorePages() {
		page, err := pages.NextPage(ctx)
		if err != nil {
			return 0, err
		}
		n += len(page.Contents)
	}
	return n, nil
}

// onPage returns the output, with the token.
func (s *store) onPage(ctx context.Context, bucket string) (*s3.ListObjectsV2Output, error) {
	return s.s3.ListObjectsV2(ctx, &s3.ListObjectsV2Input{Bucket: &bucket})
}

type page struct {
	objects []types.Object
	next    *string
}

func (s *store) pageOf(ctx context.Context, bucket string) (*page, error) {
	out, err := s.onPage(ctx, bucket)
	if err != nil {
		return nil, err
	}
	return &page{out.Contents, out.NextContinuationToken}, nil
}

func (s *store) stored(ctx context.Context, out map[string]*iam.ListUsersOutput) (err error) {
	out["all"], err = s.iam.ListUsers(ctx, nil)
	return err
}

func (s *store) isEmpty(ctx context.Context, bucket string) (bool, error) {
	out, err := s.s3.ListObjectsV2(ctx, &s3.ListObjectsV2Input{Bucket: &bucket})
	if err != nil {
		return false, err
	}
	return len(out.Contents) == 0 && len(out.CommonPrefixes) < 1, nil
}

func (s *store) counted(ctx context.Context, in *dynamodb.QueryInput) (bool, error) {
	in = &dynamodb.QueryInput{TableName: in.TableName, KeyConditionExpression: aws.String("owner = :o")}
	out, err := s.db.Query(ctx, in)
	return err == nil && out.Count > 0, err
}

func (s *store) any(ctx context.Context, cluster string) (string, error) {
	out, err := s.ecs.ListTasks(ctx, &ecs.ListTasksInput{Cluster: &cluster})
	if err != nil {
		return "", err
	}
	if len(out.TaskArns) == 0 {
		return "", errors.New("no task")
	}
	return out.TaskArns[0], nil
}

func (s *store) firstInLoop(ctx context.Context, clusters []string) (string, error) {
	for _, cluster := range clusters {
		out, err := s.ecs.ListTasks(ctx, &ecs.ListTasksInput{Cluster: &cluster})
		if err != nil {
			return "", err
		}
		for _, task := range out.TaskArns {
			return task, nil
		}
	}
	return "", nil
}

func (s *store) firstOfAll(ctx context.Context, cluster string) (string, error) {
	out, err := s.ecs.ListTasks(ctx, &ecs.ListTasksInput{Cluster: &cluster})
	if err != nil {
		return "", err
	}
	for _, task := range slices.All(out.TaskArns) {
		return task, nil
	}
	return "", nil
}

func (s *store) healthy(ctx context.Context) error {
	_, err := s.iam.ListUsers(ctx, &iam.ListUsersInput{})
	if err != nil {
		return err
	}
	out, err := s.ecs.ListClusters(ctx, nil)
	if err != nil {
		return err
	}
	log.Printf("connected, %d clusters: %v", len(out.ClusterArns), out.ClusterArns)
	return nil
}

// raw prints addresses, which nobody reads but to see that there is something.
func (s *store) raw(ctx context.Context, bucket, table string) error {
	out, err := s.s3.ListObjectsV2(ctx, &s3.ListObjectsV2Input{Bucket: &bucket})
	if err != nil {
		return err
	}
	fmt.Println(out.Contents)
	items, err := s.db.Scan(ctx, &dynamodb.ScanInput{TableName: &table})
	if err != nil {
		return err
	}
	fmt.Printf("items: %v\n", items.Items)
	return nil
}

// drain lists the first page until there is none.
func (s *store) drain(ctx context.Context, bucket string) error {
	for {
		out, err := s.s3.ListObjectsV2(ctx, &s3.ListObjectsV2Input{Bucket: &bucket})
		if err != nil || len(out.Contents) == 0 {
			return err
		}
		for _, object := range out.Contents {
			if _, err := s.s3.DeleteObject(ctx, &s3.DeleteObjectInput{Bucket: &bucket, Key: object.Key}); err != nil {
				return err
			}
		}
	}
}

func (s *store) receive(ctx context.Context, queue string) ([]sqstypes.Message, error) {
	out, err := s.sqs.ReceiveMessage(ctx, &sqs.ReceiveMessageInput{QueueUrl: &queue})
	if err != nil {
		return nil, err
	}
	return out.Messages, nil
}

// pages reads all of them: it only has the signature of the operation.
type pages struct{ *ecs.Client }

func (p pages) ListTasks(ctx context.Context, in *ecs.ListTasksInput, opts ...func(*ecs.Options)) (*ecs.ListTasksOutput, error) {
	all := new(ecs.ListTasksOutput)
	for p := ecs.NewListTasksPaginator(p.Client, in); p.HasMorePages(); {
		page, err := p.NextPage(ctx, opts...)
		if err != nil {
			return nil, err
		}
		all.TaskArns = append(all.TaskArns, page.TaskArns...)
	}
	return all, nil
}

func (s *store) merged(ctx context.Context, cluster string) ([]string, error) {
	out, err := pages{s.ecs}.ListTasks(ctx, &ecs.ListTasksInput{Cluster: &cluster})
	if err != nil {
		return nil, err
	}
	return out.TaskArns, nil
}

type lister interface {
	ListTasks(context.Context, *ecs.ListTasksInput, ...func(*ecs.Options)) (*ecs.ListTasksOutput, error)
}

func Tasks(ctx context.Context, l lister, cluster string) ([]string, error) {
	out, err := l.ListTasks(ctx, &ecs.ListTasksInput{Cluster: &cluster})
	if err != nil {
		return nil, err
	}
	return out.TaskArns, nil
}

func (s *store) AllTasks(ctx context.Context) ([]string, error) {
	return Tasks(ctx, pages{s.ecs}, "main")
}

// limited asks for what its callers ask for.
func (s *store) limited(ctx context.Context, in *iam.ListUsersInput) ([]iamtypes.User, error) {
	out, err := s.iam.ListUsers(ctx, in)
	if err != nil {
		return nil, err
	}
	return out.Users, nil
}

func (s *store) Newest(ctx context.Context, in *iam.ListUsersInput) ([]iamtypes.User, error) {
	return s.limited(ctx, &iam.ListUsersInput{MaxItems: aws.Int32(5)})
}

// truncated knows that the list can be too short.
func (s *store) truncated(ctx context.Context) ([]iamtypes.User, error) {
	out, err := s.iam.ListUsers(ctx, nil)
	if err != nil {
		return nil, err
	}
	if out.IsTruncated {
		return nil, errors.New("too many users")
	}
	return out.Users, nil
}

func first[T any](list []T) (zero T) {
	if len(list) == 0 {
		return zero
	}
	return list[0]
}

func (s *store) firstByHelper(ctx context.Context) (string, error) {
	out, err := s.ecs.ListClusters(ctx, nil)
	if err != nil {
		return "", err
	}
	return first(out.ClusterArns), nil
}

// list is only asked for its first element.
func (s *store) list(ctx context.Context) []string {
	out, err := s.ecs.ListClusters(ctx, nil)
	if err != nil {
		return nil
	}
	return out.ClusterArns
}

func (s *store) FirstOfList(ctx context.Context) string {
	if clusters := s.list(ctx); len(clusters) > 0 {
		return clusters[0]
	}
	return ""
}
