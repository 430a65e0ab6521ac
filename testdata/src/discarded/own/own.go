// Package own discards errors of its own functions.
package own

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/s3"

	"example.com/fixtures/discarded/lib"
)

type store struct{ client *s3.Client }

type saver interface {
	save(ctx context.Context) error
}

func (s *store) save(ctx context.Context) error {
	if _, err := s.client.PutObject(ctx, nil); err != nil {
		return fmt.Errorf("save: %w", err)
	}
	return nil
}

func (s *store) load(ctx context.Context) (int, error) {
	_, err := s.client.GetObject(ctx, nil)
	return 0, err
}

func validate(s *store) error {
	if s.client == nil {
		return errors.New("no client")
	}
	return nil
}

func wrap(err error) error { return fmt.Errorf("wrapped: %w", err) }

func uses(ctx context.Context, s *store, i saver) error {
	s.save( // want `^the error of store.save \(from s3.PutObject\) is discarded; return or log it$`
		ctx,
	)
	n, _ := s.load( // want `^the error of store.load \(from s3.GetObject\) is discarded; check it before using n$`
		ctx,
	)
	lib.Delete(ctx, s.client) // want `^the error of lib.Delete \(from s3.DeleteObject\) is discarded; return or log it$`
	lib.Delete(               // want `^the error of lib.Delete \(from s3.DeleteObject\) is discarded; return or log it$`
		ctx,
		s.client,
	) // it is only a cache
	lib.Parse("x")
	validate(s)
	i.save(ctx) // want `warning: ^the error of saver.save \(from s3.PutObject\) is discarded; return or log it$`
	wrap(s.save(ctx))
	if err := s.save(ctx); err != nil {
		return err
	}
	defer s.save(ctx) // want `^the error of store.save \(from s3.PutObject\) is discarded; name the error result and join the two in a deferred closure$`
	fmt.Println(n)
	return nil
}
