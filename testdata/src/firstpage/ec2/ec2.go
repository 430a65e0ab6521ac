// Package ec2 has operations of EC2, most of which return all that there is where no length is asked for.
package ec2

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

func ptr(s string) *string { return &s }

func instances(ctx context.Context, c *ec2.Client) ([]types.Reservation, error) {
	out, err := c.DescribeInstances(ctx, nil)
	if err != nil {
		return nil, err
	}
	return out.Reservations, nil
}

func kinds(ctx context.Context, c *ec2.Client) ([]types.InstanceTypeInfo, error) {
	out, err := c.DescribeInstanceTypes(ctx, &ec2.DescribeInstanceTypesInput{}) // want `ec2.DescribeInstanceTypes is read`
	if err != nil {
		return nil, err
	}
	return out.InstanceTypes, nil
}

func named(ctx context.Context, c *ec2.Client, names []types.InstanceType) ([]types.InstanceTypeInfo, error) {
	out, err := c.DescribeInstanceTypes(ctx, &ec2.DescribeInstanceTypesInput{InstanceTypes: names})
	if err != nil {
		return nil, err
	}
	return out.InstanceTypes, nil
}

// zones says where instances of a kind are offered: the filter names that.
func zones(ctx context.Context, c *ec2.Client, kind string) ([]types.InstanceTypeOffering, error) {
	out, err := c.DescribeInstanceTypeOfferings(ctx, &ec2.DescribeInstanceTypeOfferingsInput{
		LocationType: types.LocationTypeAvailabilityZone,
		Filters:      []types.Filter{{Name: ptr("instance-type"), Values: []string{kind}}},
	})
	if err != nil {
		return nil, err
	}
	return out.InstanceTypeOfferings, nil
}

func offerings(ctx context.Context, c *ec2.Client, zone string) ([]types.InstanceTypeOffering, error) {
	out, err := c.DescribeInstanceTypeOfferings(ctx, &ec2.DescribeInstanceTypeOfferingsInput{ // want `ec2.DescribeInstanceTypeOfferings is read`
		LocationType: types.LocationTypeAvailabilityZone,
		Filters:      []types.Filter{{Name: ptr("location"), Values: []string{zone}}},
	})
	if err != nil {
		return nil, err
	}
	return out.InstanceTypeOfferings, nil
}

// prefixLists says by a filter on a tag which lists it wants: there may be many.
func prefixLists(ctx context.Context, c *ec2.Client, team string) ([]types.ManagedPrefixList, error) {
	out, err := c.DescribeManagedPrefixLists(ctx, &ec2.DescribeManagedPrefixListsInput{ // want `ec2.DescribeManagedPrefixLists is read`
		Filters: []types.Filter{{Name: ptr("tag:team-name"), Values: []string{team}}},
	})
	if err != nil {
		return nil, err
	}
	return out.PrefixLists, nil
}
