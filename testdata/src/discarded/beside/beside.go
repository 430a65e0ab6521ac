// Package beside has functions that return something else than zero beside an error.
package beside

import (
	"context"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/iam"

	"example.com/fixtures/discarded/beside/state"
)

type level int

const (
	low level = iota
	high
)

type count int64

func create(ctx context.Context, c *iam.Client, in *iam.CreateUserInput) (state.State, error) {
	if _, err := c.CreateUser(ctx, in); err != nil {
		return state.NotCreated, err
	}
	user, _ := c.GetUser(ctx, &iam.GetUserInput{UserName: in.UserName}) // want `check it before using user`
	println(*user.User.Arn)
	return state.InProgress, nil
}

func minus(ctx context.Context, c *iam.Client, in *iam.CreateUserInput) (int, error) {
	if _, err := c.CreateUser(ctx, in); err != nil {
		return -1, err
	}
	_, _ = c.TagUser(ctx, &iam.TagUserInput{UserName: in.UserName}) // want `discarded`
	return 1, nil
}

func yes(ctx context.Context, c *iam.Client, in *iam.CreateUserInput) (bool, level, error) {
	if _, err := c.CreateUser(ctx, in); err != nil {
		return true, high, err
	}
	_, _ = c.TagUser(ctx, &iam.TagUserInput{UserName: in.UserName}) // want `discarded`
	return false, low, nil
}

// Near misses.

func disagree(ctx context.Context, c *iam.Client, in *iam.CreateUserInput, work func() error) (int, error) {
	if err := work(); err != nil {
		return 1, err
	}
	if _, err := c.CreateUser(ctx, in); err != nil {
		return 2, err
	}
	_, _ = c.TagUser(ctx, &iam.TagUserInput{UserName: in.UserName}) // want `discarded`
	return 3, nil
}

func disagreeByName(ctx context.Context, c *iam.Client, in *iam.CreateUserInput, work func() error) (state.State, error) {
	if err := work(); err != nil {
		return state.NotCreated, err
	}
	if _, err := c.CreateUser(ctx, in); err != nil {
		return state.InProgress, err
	}
	_, _ = c.TagUser(ctx, &iam.TagUserInput{UserName: in.UserName}) // want `discarded`
	return state.Ready, nil
}

func alone(ctx context.Context, c *iam.Client, in *iam.TagUserInput) (state.State, error) {
	_, _ = c.TagUser(ctx, in) // want `discarded`
	return state.Ready, nil
}

func aloneHere(ctx context.Context, c *iam.Client, in *iam.TagUserInput) (level, error) {
	_, _ = c.TagUser(ctx, in) // want `discarded`
	return high, nil
}

func hidden(ctx context.Context, c *iam.Client, in *iam.CreateUserInput) (state.State, error) {
	if _, err := c.CreateUser(ctx, in); err != nil {
		return state.NotCreated, err
	}
	ready := state.Ready
	if state := "created"; state != "" {
		_, _ = c.TagUser(ctx, &iam.TagUserInput{UserName: in.UserName}) // want `discarded`
	}
	return ready, nil
}

func zeros(ctx context.Context, c *iam.Client, in *iam.TagUserInput) (time.Duration, count, error) {
	_, _ = c.TagUser(ctx, in) // want `discarded`
	return 1, 2, nil
}
