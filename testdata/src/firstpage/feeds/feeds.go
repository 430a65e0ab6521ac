// Package feeds puts lists into the inputs of operations, some of which take no more than a page.
package feeds

import (
	"context"
	"fmt"
	"log"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/ecs"
	ecstypes "github.com/aws/aws-sdk-go-v2/service/ecs/types"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	iamtypes "github.com/aws/aws-sdk-go-v2/service/iam/types"
)

type cluster struct {
	ecs  *ecs.Client
	db   *dynamodb.Client
	iam  *iam.Client
	name string
}

// arns returns what describe asks for at once.
func (c *cluster) arns(ctx context.Context) ([]string, error) {
	out, err := c.ecs.ListTasks(ctx, &ecs.ListTasksInput{Cluster: &c.name}) // want `ecs.ListTasks is read`
	if err != nil {
		return nil, err
	}
	return out.TaskArns, nil
}

func (c *cluster) describe(ctx context.Context) ([]ecstypes.Task, error) {
	arns, err := c.arns(ctx)
	if err != nil {
		return nil, err
	}
	out, err := c.ecs.DescribeTasks(ctx, &ecs.DescribeTasksInput{Cluster: &c.name, Tasks: arns})
	if err != nil {
		return nil, err
	}
	return out.Tasks, nil
}

// Services is called by what calls it by an interface.
func (c *cluster) Services(ctx context.Context) (services []string, err error) {
	out, err := c.ecs.ListServices(ctx, &ecs.ListServicesInput{Cluster: &c.name}) // want `ecs.ListServices is read`
	if err != nil {
		return nil, err
	}
	for _, arn := range out.ServiceArns {
		services = append(services, arn)
	}
	return services, nil
}

type lister interface {
	Services(context.Context) ([]string, error)
}

func describeAll(ctx context.Context, client *ecs.Client, l lister) (*ecs.DescribeServicesOutput, error) {
	arns, err := l.Services(ctx)
	if err != nil {
		return nil, err
	}
	in := &ecs.DescribeServicesInput{}
	in.Services = arns
	return client.DescribeServices(ctx, in)
}

// instances has one result, and its caller hands that on.
func (c *cluster) instances(ctx context.Context) []string {
	out, err := c.ecs.ListContainerInstances(ctx, &ecs.ListContainerInstancesInput{Cluster: &c.name}) // want `ecs.ListContainerInstances is read`
	if err != nil {
		log.Fatal(err)
	}
	return out.ContainerInstanceArns
}

func (c *cluster) sorted(ctx context.Context) []string {
	return slices.Sorted(slices.Values(c.instances(ctx)))
}

func (c *cluster) describeSorted(ctx context.Context) (*ecs.DescribeContainerInstancesOutput, error) {
	return c.ecs.DescribeContainerInstances(ctx, &ecs.DescribeContainerInstancesInput{Cluster: &c.name, ContainerInstances: c.sorted(ctx)})
}

// deleteAll sends all requests at once, of which the operation takes 25.
func (c *cluster) deleteAll(ctx context.Context) error {
	out, err := c.db.Scan(ctx, &dynamodb.ScanInput{TableName: &c.name}) // want `dynamodb.Scan is read`
	if err != nil {
		return err
	}
	var requests []types.WriteRequest
	for _, item := range out.Items {
		requests = append(requests, types.WriteRequest{DeleteRequest: &types.DeleteRequest{Key: item}})
	}
	written, err := c.db.BatchWriteItem(ctx, &dynamodb.BatchWriteItemInput{
		RequestItems: map[string][]types.WriteRequest{c.name: requests},
	})
	if err != nil {
		return err
	}
	fmt.Println(len(written.UnprocessedItems), "are left")
	return nil
}

// Requests makes parts of an input, which a caller in another package sends.
func (c *cluster) Requests(ctx context.Context) (requests []types.WriteRequest, err error) {
	out, err := c.db.Scan(ctx, &dynamodb.ScanInput{TableName: &c.name}) // want `dynamodb.Scan is read`
	if err != nil {
		return nil, err
	}
	for _, item := range out.Items {
		requests = append(requests, types.WriteRequest{DeleteRequest: &types.DeleteRequest{Key: item}})
	}
	return requests, nil
}

type arnList []string

func (l arnList) describe() *ecs.DescribeTasksInput { return &ecs.DescribeTasksInput{Tasks: l} }

// byExpression calls a method by its expression.
func (c *cluster) byExpression(ctx context.Context) (*ecs.DescribeTasksInput, error) {
	out, err := c.ecs.ListTasks(ctx, &ecs.ListTasksInput{Cluster: &c.name}) // want `ecs.ListTasks is read`
	if err != nil {
		return nil, err
	}
	return arnList.describe(out.TaskArns), nil
}

// Nobody puts the lists below into one input.

// Policies are parts of what the output has.
func (c *cluster) Policies(ctx context.Context) (policies []iamtypes.AttachedPolicy, err error) {
	out, err := c.iam.GetAccountAuthorizationDetails(ctx, &iam.GetAccountAuthorizationDetailsInput{}) // want `iam.GetAccountAuthorizationDetails is read`
	if err != nil {
		return nil, err
	}
	for _, group := range out.GroupDetailList {
		policies = append(policies, group.AttachedManagedPolicies...)
	}
	return policies, nil
}

// tasks are only counted.
func (c *cluster) tasks(ctx context.Context) ([]string, error) {
	out, err := c.ecs.ListTasks(ctx, &ecs.ListTasksInput{Cluster: &c.name}) // want `ecs.ListTasks is read`
	if err != nil {
		return nil, err
	}
	return out.TaskArns, nil
}

func (c *cluster) count(ctx context.Context) (n int, err error) {
	tasks, err := c.tasks(ctx)
	return len(tasks), err
}

// described are asked for in portions, which no page makes too long.
func (c *cluster) described(ctx context.Context) (tasks []ecstypes.Task, err error) {
	out, err := c.ecs.ListTasks(ctx, &ecs.ListTasksInput{Cluster: &c.name}) // want `ecs.ListTasks is read`
	if err != nil {
		return nil, err
	}
	for arns := range slices.Chunk(out.TaskArns, 100) {
		page, err := c.ecs.DescribeTasks(ctx, &ecs.DescribeTasksInput{Cluster: &c.name, Tasks: arns})
		if err != nil {
			return nil, err
		}
		tasks = append(tasks, page.Tasks...)
	}
	return tasks, nil
}

// clear deletes in portions, too.
func (c *cluster) clear(ctx context.Context) error {
	items, err := c.items(ctx)
	if err != nil {
		return err
	}
	var requests []types.WriteRequest
	for _, item := range items {
		requests = append(requests, types.WriteRequest{DeleteRequest: &types.DeleteRequest{Key: item}})
	}
	for i := 0; i < len(requests); i += 25 {
		out, err := c.db.BatchWriteItem(ctx, &dynamodb.BatchWriteItemInput{
			RequestItems: map[string][]types.WriteRequest{c.name: requests[i:min(i+25, len(requests))]},
		})
		if err != nil {
			return err
		}
		fmt.Println(len(out.UnprocessedItems), "are left")
	}
	return nil
}

func (c *cluster) items(ctx context.Context) ([]map[string]types.AttributeValue, error) {
	out, err := c.db.Scan(ctx, &dynamodb.ScanInput{TableName: &c.name}) // want `dynamodb.Scan is read`
	if err != nil {
		return nil, err
	}
	return out.Items, nil
}

// stopAll hands the list to a function that has an input for each.
func (c *cluster) stopAll(ctx context.Context) error {
	out, err := c.ecs.ListTasks(ctx, &ecs.ListTasksInput{Cluster: &c.name}) // want `ecs.ListTasks is read`
	if err != nil {
		return err
	}
	return c.stop(ctx, out.TaskArns)
}

func (c *cluster) stop(ctx context.Context, arns []string) error {
	for _, arn := range arns {
		if _, err := c.ecs.StopTask(ctx, &ecs.StopTaskInput{Cluster: &c.name, Task: &arn}); err != nil {
			return err
		}
	}
	return nil
}

// names hands the list to a function that does not call AWS.
func (c *cluster) names(ctx context.Context) ([]string, error) {
	out, err := c.ecs.ListClusters(ctx, nil) // want `ecs.ListClusters is read`
	if err != nil {
		return nil, err
	}
	return shortened(out.ClusterArns), nil
}

func shortened(arns []string) (names []string) {
	for _, arn := range arns {
		names = append(names, arn[len(arn)-5:])
	}
	return names
}
