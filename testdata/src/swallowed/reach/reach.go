// Package reach drops errors of AWS that come through interfaces, and functions of other packages.
package reach

import (
	"context"
	"log"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"

	"example.com/fixtures/swallowed/reach/store"
)

type access struct{ kind, source string }

func throughInterface(ctx context.Context, s store.Store, user string, to *access) error {
	ok, err := s.HasAccess(ctx, user)
	if err == nil && ok { // want `^the error of Store.HasAccess \(from dynamodb.GetItem\) is swallowed; return or log it$`
		to.kind = "direct"
	}
	if user != "" {
		ok, err := s.HasAccess(ctx, "all")
		if err == nil && ok { // want `^the error of Store.HasAccess \(from dynamodb.GetItem\) is swallowed; return or log it$`
			to.kind = "workspace"
			return nil
		}
	}
	return nil
}

func inOrder(ctx context.Context, s store.Store, user string) (int, error) {
	if err := s.Grant(ctx, user); err != nil { // want `^the error of Store.Grant \(from dynamodb.PutItem\) is swallowed; return or log it$`
		return 0, nil
	}
	return 1, nil
}

func throughFunction(ctx context.Context, c *dynamodb.Client, users []string) ([]string, error) {
	var found []string
	for _, user := range users {
		ok, err := store.HasAccess(ctx, c, user)
		if err != nil || !ok { // want `^the error of store.HasAccess \(from dynamodb.GetItem\) is swallowed; return or log it$`
			continue
		}
		found = append(found, user)
	}
	return found, nil
}

// Near misses.

func returned(ctx context.Context, s store.Store, user string) (bool, error) {
	ok, err := s.HasAccess(ctx, user)
	if err == nil && ok {
		return true, nil
	}
	return false, err
}

func secondSource(ctx context.Context, s, fallback store.Store, user string) (bool, error) {
	if ok, err := s.HasAccess(ctx, user); err == nil && ok {
		return true, nil
	}
	return fallback.HasAccess(ctx, user)
}

func logged(ctx context.Context, s store.Store, user string, to *access) error {
	ok, err := s.HasAccess(ctx, user)
	if err == nil && ok {
		to.kind = "direct"
	} else if err != nil {
		log.Print(err)
	}
	return nil
}

func logsItself(ctx context.Context, s store.Store, c *dynamodb.Client, user string) error {
	if err := s.Revoke(ctx, user); err != nil {
		return nil
	}
	if err := store.Revoke(ctx, c, user); err != nil {
		return nil
	}
	return nil
}

func noOperation(ctx context.Context, s store.Store, user string) error {
	if err := s.Check(ctx); err != nil {
		return nil
	}
	if err := store.Valid(user); err != nil {
		return nil
	}
	return nil
}

func tried(ctx context.Context, s store.Store, user string) error {
	for {
		if ok, err := s.HasAccess(ctx, user); err == nil && ok {
			return nil
		}
	}
}

type health struct{ s store.Store }

func (h health) isReady(ctx context.Context) bool {
	_, err := h.s.HasAccess(ctx, "nobody")
	return err == nil
}

type behindNothing interface {
	HasAccess(ctx context.Context, user string, strict bool) (bool, error)
}

func unknown(ctx context.Context, b behindNothing, user string, to *access) error {
	if ok, err := b.HasAccess(ctx, user, true); err == nil && ok {
		to.kind = "direct"
	}
	return nil
}
