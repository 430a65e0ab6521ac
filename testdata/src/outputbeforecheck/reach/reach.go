// Package reach uses outputs of functions that return nil with an error of AWS.
package reach

import (
	"context"
	"log"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"

	"example.com/fixtures/outputbeforecheck/reach/store"
)

func straight(ctx context.Context, s *store.Store, in *dynamodb.GetItemInput) (int, error) {
	out, err := s.Straight(ctx, in, false)
	n := len(out.Item) // want `^output of Store.Straight \(from dynamodb.GetItem\) is used before its error is checked, but is nil if the call fails; check the error first$`
	if err != nil {
		return 0, err
	}
	return n, nil
}

func ofProgram(ctx context.Context, s *store.Store, in *dynamodb.GetItemInput) string {
	item, err := s.Get(ctx, in)
	if err != nil {
		log.Println(err)
	}
	return item.Name // want `^output of Store.Get \(from dynamodb.GetItem\) is used even if the call has failed, which panics; use it only without an error$`
}

func wrapped(ctx context.Context, s *store.Store, in *s3.HeadObjectInput) *string {
	out, err := s.Wrapped(ctx, in)
	if err != nil {
		log.Println("cannot find", out.ETag, err) // want `^output of Store.Wrapped \(from s3.HeadObject\) is used although the call has failed, so this panics; use only the error here$`
		return nil
	}
	return out.ETag
}

func here(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) (*s3.HeadObjectOutput, error) {
	out, err := c.HeadObject(ctx, in)
	if err != nil {
		return nil, err
	}
	return out, nil
}

func samePackage(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) error {
	out, err := here(ctx, c, in)
	log.Println(*out.ETag) // want `^output of reach.here \(from s3.HeadObject\) is used before its error is checked`
	return err
}

// Near misses.

func checked(ctx context.Context, s *store.Store, in *dynamodb.GetItemInput) (string, error) {
	item, err := s.Get(ctx, in)
	if err != nil {
		return "", err
	}
	return item.Name, nil
}

func partly(ctx context.Context, s *store.Store, in *dynamodb.QueryInput) (string, error) {
	item, err := s.Partly(ctx, in)
	return item.Name, err
}

func byValue(ctx context.Context, s *store.Store, in *dynamodb.GetItemInput) (string, error) {
	item, err := s.ByValue(ctx, in)
	return item.Name, err
}

func either(ctx context.Context, s *store.Store, in *dynamodb.GetItemInput) (string, error) {
	item, err := s.Either(ctx, in, &store.Item{})
	return item.Name, err
}

func noAWS(s *store.Store) (string, error) {
	item, err := s.NoAWS("")
	return item.Name, err
}

func tested(ctx context.Context, s *store.Store, in *dynamodb.GetItemInput) string {
	item, err := s.Get(ctx, in)
	if err != nil {
		log.Println(err)
	}
	if item == nil {
		return ""
	}
	return item.Name
}

type getter interface {
	Get(ctx context.Context, in *dynamodb.GetItemInput) (*store.Item, error)
}

func behindInterface(ctx context.Context, g getter, in *dynamodb.GetItemInput) (string, error) {
	item, err := g.Get(ctx, in)
	return item.Name, err
}

// notFollowed may be true, but a loop decides it.
func notFollowed(ctx context.Context, s *store.Store, ins []*dynamodb.GetItemInput) (string, error) {
	item, err := s.Again(ctx, ins)
	return item.Name, err
}
