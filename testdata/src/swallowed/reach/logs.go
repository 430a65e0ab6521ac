package reach

import (
	"context"
	"errors"
	"log/slog"

	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/iam/types"
)

type node struct {
	name  string
	users []string
	tags  []types.Tag
}

// A function that logs only one kind of error leaves the others to its callers.

func roleTags(ctx context.Context, c *iam.Client, name string) ([]types.Tag, error) {
	out, err := c.ListRoleTags(ctx, &iam.ListRoleTagsInput{RoleName: &name})
	if err != nil {
		if _, ok := errors.AsType[*types.NoSuchEntityException](err); ok {
			slog.Debug("no such role", "name", name)
			return nil, err
		}
		return nil, err
	}
	return out.Tags, nil
}

func logsOne(ctx context.Context, c *iam.Client, names []string) ([]*node, error) {
	var nodes []*node
	for _, name := range names {
		n := &node{name: name}
		tags, err := roleTags(ctx, c, name)
		if err == nil { // want `^the error of reach.roleTags \(from iam.ListRoleTags\) is swallowed; return or log it$`
			n.tags = tags
		}
		nodes = append(nodes, n)
	}
	return nodes, nil
}

// Near misses.

func logsAll(ctx context.Context, c *iam.Client, name string) ([]types.Tag, error) {
	out, err := c.ListRoleTags(ctx, &iam.ListRoleTagsInput{RoleName: &name})
	if err != nil {
		slog.Error("cannot list", "name", name)
		return nil, err
	}
	return out.Tags, nil
}

func loggedThere(ctx context.Context, c *iam.Client, name string) (*node, error) {
	n := &node{name: name}
	if tags, err := logsAll(ctx, c, name); err == nil {
		n.tags = tags
	}
	return n, nil
}
