package reach

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/iam/types"

	"example.com/fixtures/swallowed/reach/store"
)

// A list that lacks what could not be read.

func elements(ctx context.Context, s store.Store, names []string) ([]node, error) {
	var nodes []node
	for _, name := range names {
		var users []string
		if name != "" {
			ok, err := s.HasAccess(ctx, name)
			if err == nil && ok { // want `^the error of Store.HasAccess \(from dynamodb.GetItem\) is swallowed; return or log it$`
				users = append(users, name)
			}
		}
		nodes = append(nodes, node{name: name, users: users})
	}
	return nodes, nil
}

func whole(ctx context.Context, c *iam.Client, name string) (node, error) {
	var tags []types.Tag
	if out, err := c.ListRoleTags(ctx, &iam.ListRoleTagsInput{RoleName: &name}); err == nil { // want `^the error of iam.ListRoleTags is swallowed; return or log it$`
		tags = out.Tags
	}
	return node{name: name, tags: tags}, nil
}

// Near misses.

func limit(ctx context.Context, s store.Store, user string) (int, error) {
	limit := 10
	if ok, err := s.HasAccess(ctx, user); err == nil && ok {
		limit = 100
	}
	return limit, nil
}

func emptied(ctx context.Context, s store.Store, users []string) ([]string, error) {
	if _, err := s.HasAccess(ctx, users[0]); err != nil {
		users = nil
	}
	return users, nil
}

func noError(ctx context.Context, c *iam.Client, name string) []types.Tag {
	var tags []types.Tag
	if out, err := c.ListRoleTags(ctx, &iam.ListRoleTagsInput{RoleName: &name}); err == nil {
		tags = out.Tags
	}
	return tags
}
