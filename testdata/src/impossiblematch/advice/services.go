package advice

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/service/ram"
	ramtypes "github.com/aws/aws-sdk-go-v2/service/ram/types"
	"github.com/aws/aws-sdk-go-v2/service/route53"
	route53types "github.com/aws/aws-sdk-go-v2/service/route53/types"
	"github.com/aws/aws-sdk-go-v2/service/sfn"
	sfntypes "github.com/aws/aws-sdk-go-v2/service/sfn/types"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	snstypes "github.com/aws/aws-sdk-go-v2/service/sns/types"
)

// isInvalid is asked about errors of two services and matches a type of each. One of them never comes.
func isInvalid(err error) bool {
	var topic *snstypes.ValidationException
	var machine *sfntypes.ValidationException
	return errors.As(err, &topic) || errors.As(err, &machine) // want `info: ^sfn.CreateStateMachine or sns.ListTopics never returns \*snstypes.ValidationException of sns, so this arm never matches; remove it$`
}

func listTopics(ctx context.Context, c *sns.Client) bool {
	_, err := c.ListTopics(ctx, nil)
	return isInvalid(err)
}

func createMachine(ctx context.Context, c *sfn.Client, in *sfn.CreateStateMachineInput) bool {
	_, err := c.CreateStateMachine(ctx, in)
	return isInvalid(err)
}

// Near misses: Route 53 sends a code that no arm asks for, and an arm that is dead as well helps nobody.
func isSlow(err error) bool {
	var zones *route53types.ThrottlingException
	var share *ramtypes.ThrottlingException
	return errors.As(err, &zones) || errors.As(err, &share) // want `^ram.CreateResourceShare or route53.ListHostedZones never returns \*route53types.ThrottlingException of route53; match what each operation returns$`
}

func listZones(ctx context.Context, c *route53.Client) bool {
	_, err := c.ListHostedZones(ctx, nil)
	return isSlow(err)
}

func createShare(ctx context.Context, c *ram.Client, in *ram.CreateResourceShareInput) bool {
	_, err := c.CreateResourceShare(ctx, in)
	return isSlow(err)
}

func bothDead(ctx context.Context, c *sns.Client) bool {
	_, err := c.ListTopics(ctx, nil)
	var topic *snstypes.ValidationException
	var machine *sfntypes.ValidationException
	return errors.As(err, &topic) || errors.As(err, &machine) // want `^sns.ListTopics never returns \*snstypes.ValidationException; ` `^sns.ListTopics never returns \*sfntypes.ValidationException of sfn; `
}
