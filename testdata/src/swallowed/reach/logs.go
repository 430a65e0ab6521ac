package reach

import (
	"context"
	"errors"
	"log/slog"
	"slices"

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

// What is logged before anything can fail says nothing of the failure.
func announces(ctx context.Context, c *iam.Client, name string) error {
	slog.Info("deleting", "name", name)
	if _, err := c.DeleteRole(ctx, &iam.DeleteRoleInput{RoleName: &name}); err != nil {
		return err
	}
	slog.Info("deleted", "name", name)
	return nil
}

func announced(ctx context.Context, c *iam.Client, name string) error {
	if err := announces(ctx, c, name); err != nil { // want `^the error of reach.announces \(from iam.DeleteRole\) is swallowed; return or log it$`
		return nil
	}
	return nil
}

// A function that is deferred may log what comes after it, and a loop what came before.
func logsLater(ctx context.Context, c *iam.Client, name string) (err error) {
	defer slog.Info("deleted", "name", name, "error", &err)
	_, err = c.DeleteRole(ctx, &iam.DeleteRoleInput{RoleName: &name})
	return err
}

func logsInLoop(ctx context.Context, c *iam.Client, names []string) error {
	for _, name := range names {
		slog.Info("deleting", "name", name)
		if _, err := c.DeleteRole(ctx, &iam.DeleteRoleInput{RoleName: &name}); err != nil {
			return err
		}
	}
	return nil
}

func logsInBody(ctx context.Context, c *iam.Client, names []string) error {
	backward := slices.Backward(names)
	for _, name := range backward {
		slog.Info("deleting", "name", name)
		if _, err := c.DeleteRole(ctx, &iam.DeleteRoleInput{RoleName: &name}); err != nil {
			return err
		}
	}
	return nil
}

func loggedLater(ctx context.Context, c *iam.Client, names []string) error {
	if err := logsLater(ctx, c, names[0]); err != nil {
		return nil
	}
	if err := logsInLoop(ctx, c, names); err != nil {
		return nil
	}
	if err := logsInBody(ctx, c, names); err != nil {
		return nil
	}
	return nil
}
