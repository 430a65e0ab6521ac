// Package once calls NextPage once.
package once

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	iamtypes "github.com/aws/aws-sdk-go-v2/service/iam/types"
)

func branch(ctx context.Context, client *iam.Client) (users []iamtypes.User, err error) {
	p := iam.NewListUsersPaginator(client, &iam.ListUsersInput{})
	if p.HasMorePages() {
		page, err := p.NextPage(ctx) // want `of iam.ListUsers is read, so the rest is lost; call NextPage while HasMorePages$`
		if err != nil {
			return nil, err
		}
		users = append(users, page.Users...)
	}
	return users, nil
}

func inLoop(ctx context.Context, client *iam.Client, paths []string) (names []string, err error) {
	for _, path := range paths {
		p := iam.NewListUsersPaginator(client, &iam.ListUsersInput{PathPrefix: &path})
		if p.HasMorePages() {
			page, err := p.NextPage(ctx) // want `iam.ListUsers is read`
			if err != nil {
				return nil, err
			}
			for _, user := range page.Users {
				names = append(names, *user.UserName)
			}
		}
	}
	return names, nil
}

func overwritten(ctx context.Context, client *iam.Client) (users []iamtypes.User, err error) {
	p := iam.NewListUsersPaginator(client, &iam.ListUsersInput{})
	if p.HasMorePages() {
		page, err := p.NextPage(ctx) // want `iam.ListUsers is read`
		if err != nil {
			return nil, err
		}
		users = page.Users
	}
	return users, nil
}

func leaves(ctx context.Context, client *iam.Client, paths []string) (names []string, err error) {
	for _, path := range paths {
		p := iam.NewListUsersPaginator(client, &iam.ListUsersInput{PathPrefix: &path})
		if p.HasMorePages() {
			page, err := p.NextPage(ctx) // want `iam.ListUsers is read`
			if err != nil {
				continue
			}
			for _, user := range page.Users {
				names = append(names, *user.UserName)
			}
		}
	}
	return names, nil
}

func unasked(ctx context.Context, client *iam.Client) ([]iamtypes.User, error) {
	page, err := iam.NewListUsersPaginator(client, &iam.ListUsersInput{}).NextPage(ctx) // want `iam.ListUsers is read`
	if err != nil {
		return nil, err
	}
	return page.Users, nil
}

func loop(ctx context.Context, client *iam.Client) (users []iamtypes.User, err error) {
	p := iam.NewListUsersPaginator(client, &iam.ListUsersInput{})
	for {
		page, err := p.NextPage(ctx)
		if err != nil {
			return nil, err
		}
		users = append(users, page.Users...)
		if !p.HasMorePages() {
			return users, nil
		}
	}
}

// both reads two pages.
func both(ctx context.Context, client *iam.Client) (users []iamtypes.User, err error) {
	p := iam.NewListUsersPaginator(client, &iam.ListUsersInput{})
	for range 2 {
		page, err := p.NextPage(ctx)
		if err != nil {
			return nil, err
		}
		users = append(users, page.Users...)
	}
	return users, nil
}

type iterator struct {
	p *iam.ListUsersPaginator
}

func (it *iterator) next(ctx context.Context) ([]iamtypes.User, error) {
	page, err := it.p.NextPage(ctx)
	if err != nil {
		return nil, err
	}
	return page.Users, nil
}

// closed is called for each page.
func closed(ctx context.Context, client *iam.Client) func() ([]iamtypes.User, error) {
	p := iam.NewListUsersPaginator(client, &iam.ListUsersInput{})
	return func() ([]iamtypes.User, error) {
		page, err := p.NextPage(ctx)
		if err != nil {
			return nil, err
		}
		return page.Users, nil
	}
}

// filtered finds nothing where the first megabyte holds no match.
func filtered(ctx context.Context, client *dynamodb.Client, table, open string) (bool, error) {
	out, err := client.Query(ctx, &dynamodb.QueryInput{ // want `info: ^dynamodb.Query filters each page after it is read, so matches on later pages are lost; use dynamodb.NewQueryPaginator$`
		TableName:              &table,
		KeyConditionExpression: new("tenant = :t"),
		FilterExpression:       &open,
	})
	if err != nil {
		return false, err
	}
	return len(out.Items) > 0, nil
}

func firstMatch(ctx context.Context, client *dynamodb.Client, table, open string) (map[string]types.AttributeValue, error) {
	out, err := client.Scan(ctx, &dynamodb.ScanInput{TableName: &table, FilterExpression: &open}) // want `^dynamodb.Scan filters each page after it is read`
	if err != nil || out.Count == 0 {
		return nil, err
	}
	return out.Items[0], nil
}
