// Package missing gets things by their names, some of which may not exist.
package missing

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/codebuild"
	"github.com/aws/aws-sdk-go-v2/service/codebuild/types"
)

type api interface {
	BatchGetBuilds(context.Context, *codebuild.BatchGetBuildsInput, ...func(*codebuild.Options)) (*codebuild.BatchGetBuildsOutput, error)
}

// status panics where there is no such build.
func status(ctx context.Context, c *codebuild.Client, id string) (types.StatusType, error) {
	out, err := c.BatchGetBuilds(ctx, &codebuild.BatchGetBuildsInput{Ids: []string{id}}) // want `warning: ^codebuild.BatchGetBuilds can leave out items with a nil error; check out.BuildsNotFound$`
	if err != nil {
		return "", err
	}
	return out.Builds[0].BuildStatus, nil
}

func delayed(ctx context.Context, c api, ids []string) (string, error) {
	out, err := c.BatchGetBuilds(ctx, &codebuild.BatchGetBuildsInput{Ids: ids}) // want `warning: codebuild.BatchGetBuilds can leave out items`
	if err != nil {
		return "", err
	}
	last := out.Builds[len(ids)-1]
	return *last.Id, nil
}

// Nothing is lost below.

func asked(ctx context.Context, c api, ids []string) ([]types.Build, error) {
	out, err := c.BatchGetBuilds(ctx, &codebuild.BatchGetBuildsInput{Ids: ids})
	if err != nil {
		return nil, err
	}
	if len(out.BuildsNotFound) > 0 {
		return nil, fmt.Errorf("no builds %v", out.BuildsNotFound)
	}
	return out.Builds, nil
}

func checked(ctx context.Context, c api, id string) (*types.Build, error) {
	out, err := c.BatchGetBuilds(ctx, &codebuild.BatchGetBuildsInput{Ids: []string{id}})
	if err != nil {
		return nil, err
	}
	if len(out.Builds) == 0 {
		return nil, errors.New("no such build")
	}
	return &out.Builds[0], nil
}

func oneOnly(ctx context.Context, c api, id string) (*types.Build, error) {
	out, err := c.BatchGetBuilds(ctx, &codebuild.BatchGetBuildsInput{Ids: []string{id}})
	if err != nil || len(out.Builds) != 1 {
		return nil, err
	}
	return &out.Builds[0], nil
}

func whatIsThere(ctx context.Context, c api, ids []string) (names []string, err error) {
	out, err := c.BatchGetBuilds(ctx, &codebuild.BatchGetBuildsInput{Ids: ids})
	if err != nil {
		return nil, err
	}
	for _, build := range out.Builds {
		names = append(names, *build.ProjectName)
	}
	return names, nil
}

func byIndex(ctx context.Context, c api, ids []string) (names []string, err error) {
	out, err := c.BatchGetBuilds(ctx, &codebuild.BatchGetBuildsInput{Ids: ids})
	if err != nil {
		return nil, err
	}
	for i := range out.Builds {
		names = append(names, *out.Builds[i].ProjectName)
	}
	return names, nil
}

// builds leaves the question to its callers.
func builds(ctx context.Context, c api, ids []string) ([]types.Build, error) {
	out, err := c.BatchGetBuilds(ctx, &codebuild.BatchGetBuildsInput{Ids: ids})
	if err != nil {
		return nil, err
	}
	return out.Builds, nil
}

func whole(ctx context.Context, c api, ids []string) (*codebuild.BatchGetBuildsOutput, error) {
	return c.BatchGetBuilds(ctx, &codebuild.BatchGetBuildsInput{Ids: ids})
}

func found(ctx context.Context, c api, ids []string, wanted string) bool {
	out, err := c.BatchGetBuilds(ctx, &codebuild.BatchGetBuildsInput{Ids: ids})
	if err != nil {
		return false
	}
	for _, build := range out.Builds {
		if *build.Id == wanted {
			return true
		}
	}
	return false
}
