// Package told drops errors of calls that may fail, are meant to, or tell of it in the end.
package told

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/smithy-go/ptr"
)

func attack(ctx context.Context, c *iam.Client, names []string) error {
	for _, name := range names {
		if _, err := c.GetUser(ctx, &iam.GetUserInput{UserName: &name}); err == nil {
			return errors.New("iam:GetUser should have returned an error (access denied)")
		}
	}
	return nil
}

func searches(ctx context.Context, clients []*cloudwatchlogs.Client, in *cloudwatchlogs.FilterLogEventsInput) (*string, error) {
	var found *cloudwatchlogs.FilterLogEventsOutput
	for _, c := range clients {
		out, err := c.FilterLogEvents(ctx, in)
		if err == nil && len(out.Events) > 0 {
			found = out
			break
		}
	}
	if found == nil {
		return nil, errors.New("no such event in any region")
	}
	return found.Events[0].Message, nil
}

func searchesFirst(ctx context.Context, first *cloudwatchlogs.Client, clients []*cloudwatchlogs.Client, in *cloudwatchlogs.FilterLogEventsInput) (int, error) {
	var at *cloudwatchlogs.Client
	out, err := first.FilterLogEvents(ctx, in)
	if err == nil && len(out.Events) > 0 {
		at = first
	}
	if at == nil {
		for _, c := range clients {
			out, err = c.FilterLogEvents(ctx, in)
			if err == nil && len(out.Events) > 0 {
				at = c
				break
			}
		}
	}
	if at == nil || out == nil {
		return 0, errors.New("no such event in any region")
	}
	return len(out.Events), nil
}

func searchesInVain(ctx context.Context, clients []*cloudwatchlogs.Client, in *cloudwatchlogs.FilterLogEventsInput) (*string, error) {
	var found *cloudwatchlogs.FilterLogEventsOutput
	for _, c := range clients {
		out, err := c.FilterLogEvents(ctx, in)
		if err == nil && len(out.Events) > 0 { // want `^the error of cloudwatchlogs.FilterLogEvents is swallowed; return or log it$`
			found = out
			break
		}
	}
	if found == nil {
		return nil, nil
	}
	return found.Events[0].Message, nil
}

type key struct{ id, used string }

func withDefault(ctx context.Context, c *iam.Client, ids []string) ([]key, error) {
	var keys []key
	for _, id := range ids {
		k := key{id: id, used: "N/A"}
		out, err := c.GetAccessKeyLastUsed(ctx, &iam.GetAccessKeyLastUsedInput{AccessKeyId: &id})
		if err == nil && out.AccessKeyLastUsed != nil {
			k.used = aws.ToTime(out.AccessKeyLastUsed.LastUsedDate).String()
		}
		keys = append(keys, k)
	}
	return keys, nil
}

func withoutDefault(ctx context.Context, c *iam.Client, ids []string) ([]key, error) {
	var keys []key
	for _, id := range ids {
		k := key{id: id}
		out, err := c.GetAccessKeyLastUsed(ctx, &iam.GetAccessKeyLastUsedInput{AccessKeyId: &id})
		if err == nil && out.AccessKeyLastUsed != nil { // want `^the error of iam.GetAccessKeyLastUsed is swallowed`
			k.used = aws.ToTime(out.AccessKeyLastUsed.LastUsedDate).String()
		}
		keys = append(keys, k)
	}
	return keys, nil
}

func withoutDefaultInCopies(ctx context.Context, c *iam.Client, id string) (key, error) {
	k := key{id: id}
	copied := k
	copied.id += "-copy"
	k = copied
	out, err := c.GetAccessKeyLastUsed(ctx, &iam.GetAccessKeyLastUsedInput{AccessKeyId: &id})
	if err == nil { // want `^the error of iam.GetAccessKeyLastUsed is swallowed`
		k.used = aws.ToTime(out.AccessKeyLastUsed.LastUsedDate).String()
	}
	return k, nil
}

func ensures(ctx context.Context, c *iam.Client, in *iam.CreateRoleInput) error {
	if _, err := c.GetRole(ctx, &iam.GetRoleInput{RoleName: in.RoleName}); err == nil {
		return nil
	}
	_, err := c.CreateRole(ctx, in)
	if err != nil && !strings.Contains(err.Error(), "EntityAlreadyExists") {
		return fmt.Errorf("create role: %w", err)
	}
	return nil
}

func ensuresNothing(ctx context.Context, c *iam.Client, in *iam.CreateRoleInput) error {
	if _, err := c.GetRole(ctx, &iam.GetRoleInput{RoleName: in.RoleName}); err == nil { // want `^every error of iam.GetRole is treated as "does not exist"`
		return nil
	}
	_, err := c.CreateRole(ctx, in)
	if err != nil {
		return errors.New("create role: " + err.Error())
	}
	return nil
}

func listCompletion(ctx context.Context, c *s3.Client) []string {
	out, err := c.ListBuckets(ctx, &s3.ListBucketsInput{})
	if err != nil {
		return nil
	}
	return namesOf(out)
}

func list(ctx context.Context, c *s3.Client) []string {
	out, err := c.ListBuckets(ctx, &s3.ListBucketsInput{})
	if err != nil { // want `^the error of s3.ListBuckets is swallowed; log it or add an error result$`
		return nil
	}
	return namesOf(out)
}

func namesOf(out *s3.ListBucketsOutput) []string {
	var names []string
	for _, b := range out.Buckets {
		names = append(names, *b.Name)
	}
	return names
}

// A text that is good without what could not be read.

func link(ctx context.Context, c *iam.Client, name string) (string, error) {
	link := "https://console/roles"
	if name == "" {
		return "", errors.New("no name")
	}
	link += "/" + name
	if out, err := c.GetRole(ctx, &iam.GetRoleInput{RoleName: &name}); err == nil {
		if out.Role.Arn != nil {
			link += fmt.Sprintf("?arn=%s", ptr.ToString(out.Role.Arn))
		}
	}
	return link + "#", nil
}

func replaced(ctx context.Context, c *iam.Client, name string) (string, error) {
	link := strings.ToLower(name)
	if out, err := c.GetRole(ctx, &iam.GetRoleInput{RoleName: &name}); err == nil { // want `^the error of iam.GetRole is swallowed`
		link = *out.Role.Arn
	}
	return link, nil
}

func count(ctx context.Context, c *iam.Client, n int) (int, error) {
	if out, err := c.ListUsers(ctx, &iam.ListUsersInput{}); err == nil { // want `^the error of iam.ListUsers is swallowed`
		n += len(out.Users)
	}
	return n, nil
}
