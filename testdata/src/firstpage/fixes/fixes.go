// Package fixes has lists that are read in many ways.
package fixes

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"
	ddb "github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/ecs"
	ecstypes "github.com/aws/aws-sdk-go-v2/service/ecs/types"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	iamtypes "github.com/aws/aws-sdk-go-v2/service/iam/types"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	s3types "github.com/aws/aws-sdk-go-v2/service/s3/types"
)

type s3API interface {
	ListObjectsV2(ctx context.Context, in *s3.ListObjectsV2Input, opts ...func(*s3.Options)) (*s3.ListObjectsV2Output, error)
}

type store struct {
	s3  s3API
	iam *iam.Client
	db  *ddb.Client
}

type order struct{ ID string }

func (s *store) ranged(ctx context.Context, bucket string) (total int64, err error) {
	// The objects of all tenants.
	out, err := s.s3.ListObjectsV2(ctx, &s3.ListObjectsV2Input{ // want `s3.ListObjectsV2 is read`
		Bucket: aws.String(bucket),
	}, func(o *s3.Options) { o.UsePathStyle = true })
	if err != nil {
		// A comment that stays.
		return 0, err
	}

	// Add them up.
	for _, object := range out.Contents {
		total += *object.Size // in bytes
		if total < 0 {
			continue
		}
	}
	return total, nil
}

func ranged(ctx context.Context, s s3API, bucket string) (total int64) {
	out, err := s.ListObjectsV2(ctx, &s3.ListObjectsV2Input{Bucket: &bucket}) // want `s3.ListObjectsV2 is read`
	if err != nil {
		log.Fatal(err)
	}
	for _, object := range out.Contents {
		if strings.HasPrefix(*object.Key, "/") {
			log.Print(*object.Key)
		}
		total += *object.Size
	}
	_, err = fmt.Fprintln(os.Stderr, total)
	if err != nil {
		log.Print(err)
	}
	return total
}

func (s *store) returned(ctx context.Context) ([]string, error) {
	names, err := s.db.ListTables(ctx, &ddb.ListTablesInput{}) // want `dynamodb.ListTables is read`
	if err != nil {
		return nil, fmt.Errorf("tables: %w", err)
	}
	return names.TableNames, nil
}

func (s *store) decoded(ctx context.Context, table string) ([]order, error) {
	out, err := s.db.Scan(ctx, &ddb.ScanInput{TableName: &table}) // want `dynamodb.Scan is read`
	if err != nil {
		return nil, err
	}
	var orders []order
	err = attributevalue.UnmarshalListOfMaps(out.Items, &orders)
	if err != nil {
		return nil, err
	}
	return orders, nil
}

func (s *store) decodedToItems(ctx context.Context, table string) (items []order, _ error) {
	out, err := s.db.Scan(ctx, &ddb.ScanInput{TableName: &table}) // want `dynamodb.Scan is read`
	if err != nil {
		return nil, err
	}
	return items, attributevalue.UnmarshalListOfMaps(out.Items, &items)
}

// printed prints what was decoded, which may be all that the program is for.
func (s *store) printed(ctx context.Context, table string) error {
	out, err := s.db.Scan(ctx, &ddb.ScanInput{TableName: &table}) // want `dynamodb.Scan is read`
	if err != nil {
		return err
	}
	var items []map[string]any
	if err := attributevalue.UnmarshalListOfMaps(out.Items, &items); err != nil {
		return err
	}
	fmt.Println(items)
	return nil
}

// users has a room for each.
func (s *store) users(ctx context.Context) ([]string, error) {
	users, err := s.iam.ListUsers(ctx, nil) // want `iam.ListUsers is read`
	if err != nil {
		return nil, err
	}
	names := make([]string, len(users.Users))
	for i, user := range users.Users {
		names[i] = *user.UserName
	}
	slices.Sort(names)
	return names, nil
}

// found looks no further than the first that it finds.
func (s *store) found(ctx context.Context, name string) (id string, _ error) {
	out, err := s.iam.ListUsers(ctx, nil) // want `iam.ListUsers is read`
	if err != nil {
		return "", err
	}
	for _, user := range out.Users {
		if *user.UserName == name {
			id = *user.UserId
			break
		}
	}
	return id, nil
}

// two lists in one function.
func (s *store) two(ctx context.Context) (n int, _ error) {
	roles, err := s.iam.ListRoles(ctx, &iam.ListRolesInput{PathPrefix: aws.String("/app/")}) // want `iam.ListRoles is read`
	if err != nil {
		return 0, err
	}
	n = len(roles.Roles)
	users, err := s.iam.ListUsers(ctx, &iam.ListUsersInput{PathPrefix: aws.String("/app/")}) // want `iam.ListUsers is read`
	if err != nil {
		return 0, err
	}
	return n + len(users.Users), nil
}

func (s *store) inSwitch(ctx context.Context, kind string) (n int, _ error) {
	switch kind {
	case "user":
		out, err := s.iam.ListUsers(ctx, nil) // want `iam.ListUsers is read`
		if err != nil {
			return 0, err
		}
		n += len(out.Users)
	}
	return n, nil
}

// No fix is certain to be right below.

func (s *store) clusters(ctx context.Context, c ecs.Client) ([]string, error) {
	out, err := c.ListClusters(ctx, nil) // want `ecs.ListClusters is read`
	if err != nil {
		return nil, err
	}
	return out.ClusterArns, nil
}

type noOptions interface {
	ListClusters(context.Context, *ecs.ListClustersInput) (*ecs.ListClustersOutput, error)
}

func (s *store) plain(ctx context.Context, c noOptions) ([]string, error) {
	out, err := c.ListClusters(ctx, nil) // want `ecs.ListClusters is read`
	if err != nil {
		return nil, err
	}
	return out.ClusterArns, nil
}

func (s *store) skips(ctx context.Context, clients []*ecs.Client) (all []string) {
	for _, c := range clients {
		out, err := c.ListClusters(ctx, nil) // want `ecs.ListClusters is read`
		if err != nil {
			log.Print(err)
			continue
		}
		all = append(all, out.ClusterArns...)
	}
	return all
}

func (s *store) readsLater(ctx context.Context) (names []string, _ error) {
	out, err := s.iam.ListGroups(ctx, nil) // want `iam.ListGroups is read`
	if err != nil {
		return nil, err
	}
	for _, group := range out.Groups {
		names = append(names, *group.GroupName)
	}
	return names, err
}

func (s *store) named(ctx context.Context) (n int, err error) {
	out, err := s.iam.ListGroups(ctx, nil) // want `iam.ListGroups is read`
	if err != nil {
		return
	}
	n = len(out.Groups)
	return
}

func (s *store) counted(ctx context.Context, table string) (int32, error) {
	out, err := s.db.Scan(ctx, &ddb.ScanInput{TableName: &table, Select: "COUNT"}) // want `dynamodb.Scan is read`
	if err != nil {
		return 0, err
	}
	return out.Count, nil
}

func (s *store) text(ctx context.Context, table string) (n int, _ error) {
	out, err := s.db.Query(ctx, &ddb.QueryInput{ // want `info: dynamodb.Query is read`
		TableName: &table,
		KeyConditionExpression: aws.String(`
			tenant = :tenant`),
	})
	if err != nil {
		return 0, err
	}
	return len(out.Items), nil
}

func (s *store) inHeader(ctx context.Context) (names []string, _ error) {
	if out, err := s.iam.ListGroups(ctx, nil); err != nil { // want `iam.ListGroups is read`
		return nil, err
	} else {
		for _, group := range out.Groups {
			names = append(names, *group.GroupName)
		}
	}
	return names, nil
}

// A comment names what the fix would take away.
func (s *store) withComment(ctx context.Context) ([]string, error) {
	out, err := s.db.ListTables(ctx, &ddb.ListTablesInput{}) // want `dynamodb.ListTables is read`
	if err != nil {
		return nil, err
	}
	// log.Print(out.ResultMetadata)
	return out.TableNames, nil
}

func (s *store) withCommentBehind(ctx context.Context) (names []string, _ error) {
	out, err := s.iam.ListGroups(ctx, nil) // want `iam.ListGroups is read`
	if err != nil {
		return nil, err
	}
	for _, group := range out.Groups {
		names = append(names, *group.GroupName)
	}
	// encode(out)
	return names, nil
}

// No fix: an input that takes no more than a page gets the list.

func describe(ctx context.Context, c *ecs.Client, cluster string) ([]ecstypes.Task, error) {
	out, err := c.ListTasks(ctx, &ecs.ListTasksInput{Cluster: &cluster}) // want `ecs.ListTasks is read`
	if err != nil {
		return nil, err
	}
	tasks, err := c.DescribeTasks(ctx, &ecs.DescribeTasksInput{Cluster: &cluster, Tasks: out.TaskArns})
	if err != nil {
		return nil, err
	}
	return tasks.Tasks, nil
}

// Of a function that calls AWS, nobody knows how much it can take.
func byHelper(ctx context.Context, c *ecs.Client, cluster string) ([]ecstypes.Task, error) {
	out, err := c.ListTasks(ctx, &ecs.ListTasksInput{Cluster: &cluster}) // want `ecs.ListTasks is read`
	if err != nil {
		return nil, err
	}
	return tasks(ctx, c, cluster, out.TaskArns)
}

func tasks(ctx context.Context, c *ecs.Client, cluster string, arns []string) ([]ecstypes.Task, error) {
	out, err := c.DescribeTasks(ctx, &ecs.DescribeTasksInput{Cluster: &cluster, Tasks: arns})
	if err != nil {
		return nil, err
	}
	return out.Tasks, nil
}

func empty(ctx context.Context, c *s3.Client, bucket string) error {
	out, err := c.ListObjectsV2(ctx, &s3.ListObjectsV2Input{Bucket: &bucket}) // want `s3.ListObjectsV2 is read`
	if err != nil {
		return err
	}
	var objects []s3types.ObjectIdentifier
	for _, object := range out.Contents {
		objects = append(objects, s3types.ObjectIdentifier{Key: object.Key})
	}
	deleted, err := c.DeleteObjects(ctx, &s3.DeleteObjectsInput{Bucket: &bucket, Delete: &s3types.Delete{Objects: objects}})
	if err != nil {
		return err
	}
	fmt.Println(len(deleted.Errors), "are left")
	return nil
}

func emptyByField(ctx context.Context, c *s3.Client, bucket string) error {
	out, err := c.ListObjectsV2(ctx, &s3.ListObjectsV2Input{Bucket: &bucket}) // want `s3.ListObjectsV2 is read`
	if err != nil {
		return err
	}
	del := &s3types.Delete{}
	for _, object := range out.Contents {
		del.Objects = append(del.Objects, s3types.ObjectIdentifier{Key: object.Key})
	}
	deleted, err := c.DeleteObjects(ctx, &s3.DeleteObjectsInput{Bucket: &bucket, Delete: del})
	if err != nil {
		return err
	}
	fmt.Println(len(deleted.Errors), "are left")
	return nil
}

// An input for one element of the list is another matter.
func each(ctx context.Context, c *ecs.Client, cluster string) error {
	out, err := c.ListTasks(ctx, &ecs.ListTasksInput{Cluster: &cluster}) // want `ecs.ListTasks is read`
	if err != nil {
		return err
	}
	for _, arn := range out.TaskArns {
		if _, err := c.StopTask(ctx, &ecs.StopTaskInput{Cluster: &cluster, Task: &arn}); err != nil {
			return err
		}
	}
	return nil
}

// Words are no names, and in the loop the output keeps its name.
func (s *store) withWords(ctx context.Context) (names []string, _ error) {
	out, err := s.iam.ListGroups(ctx, nil) // want `iam.ListGroups is read`
	if err != nil {
		return nil, err
	}
	for _, group := range out.Groups {
		// fmt.Println(out.Groups)
		names = append(names, *group.GroupName)
	}
	// None is left out.
	return names, nil
}

// The lists in one element are another matter.
func tagged(ctx context.Context, c *iam.Client) (n int, _ error) {
	out, err := c.ListPolicies(ctx, &iam.ListPoliciesInput{}) // want `iam.ListPolicies is read`
	if err != nil {
		return 0, err
	}
	for _, policy := range out.Policies {
		if hasOwner(policy.Tags) {
			n++
		}
	}
	return n, nil
}

func hasOwner(tags []iamtypes.Tag) bool {
	return slices.ContainsFunc(tags, func(t iamtypes.Tag) bool { return *t.Key == "owner" })
}

// The name of the list is taken.
func (s *store) usersAndRoot(ctx context.Context) ([]string, error) {
	users := []string{"root"}
	out, err := s.iam.ListUsers(ctx, &iam.ListUsersInput{}) // want `iam.ListUsers is read`
	if err != nil {
		return nil, err
	}
	fmt.Println(len(out.Users) + 1)
	for _, user := range out.Users {
		users = append(users, *user.UserName)
	}
	return users, nil
}

// What is encoded must not become null.
func (s *store) tables(ctx context.Context) ([]byte, error) {
	out, err := s.db.ListTables(ctx, &ddb.ListTablesInput{}) // want `dynamodb.ListTables is read`
	if err != nil {
		return nil, err
	}
	return json.Marshal(map[string]any{"tables": out.TableNames})
}
