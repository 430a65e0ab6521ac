// Package lists drops errors of operations that list all that there is, where nothing can be missing.
package lists

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ram"
)

type share struct{ names []string }

func (s *share) all(ctx context.Context, c *ram.Client) error {
	out, err := c.GetResourceShareInvitations(ctx, &ram.GetResourceShareInvitationsInput{})
	if err == nil && out != nil { // want `^the error of ram.GetResourceShareInvitations is swallowed; return or log it$`
		for _, i := range out.ResourceShareInvitations {
			s.names = append(s.names, *i.ResourceShareName)
		}
	}
	return nil
}

func (s *share) page(ctx context.Context, c *ec2.Client, max int32, token *string) error {
	out, err := c.DescribeInstances(ctx, &ec2.DescribeInstancesInput{MaxResults: &max, NextToken: token})
	if err != nil { // want `^the error of ec2.DescribeInstances is swallowed; return or log it$`
		return nil
	}
	s.names = append(s.names, *out.Reservations[0].ReservationId)
	return nil
}

func (s *share) given(ctx context.Context, c *ec2.Client, in *ec2.DescribeInstancesInput) error {
	out, err := c.DescribeInstances(ctx, in)
	if err != nil { // want `^the error of ec2.DescribeInstances is swallowed; return or log it$`
		return nil
	}
	s.names = append(s.names, *out.Reservations[0].ReservationId)
	return nil
}

// Near misses: something is asked for, by a member that the operation may do without, or one that it needs.

func (s *share) one(ctx context.Context, c *ec2.Client, id string) error {
	out, err := c.DescribeInstances(ctx, &ec2.DescribeInstancesInput{InstanceIds: []string{id}})
	if err != nil { // want `^the error of ec2.DescribeInstances is swallowed; return it unless it means "not found"$`
		return nil
	}
	s.names = append(s.names, *out.Reservations[0].ReservationId)
	return nil
}

func (s *share) table(ctx context.Context, c *dynamodb.Client, in *dynamodb.DescribeTableInput) error {
	out, err := c.DescribeTable(ctx, in)
	if err != nil { // want `^the error of dynamodb.DescribeTable is swallowed; return it unless it is \*types.ResourceNotFoundException$`
		return nil
	}
	s.names = append(s.names, *out.Table.TableName)
	return nil
}

func (s *share) events(ctx context.Context, c *cloudwatchlogs.Client, in *cloudwatchlogs.GetLogEventsInput) error {
	out, err := c.GetLogEvents(ctx, in)
	if err != nil { // want `^the error of cloudwatchlogs.GetLogEvents is swallowed; return it unless it is \*types.ResourceNotFoundException$`
		return nil
	}
	s.names = append(s.names, *out.Events[0].Message)
	return nil
}
