package uses

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/s3"

	"example.com/fixtures/calls/lib"
)

type store struct{ c *s3.Client }

func (s store) put(ctx context.Context) error { return lib.Put(ctx, s.c) } // want `^lib.Put, that of s3.PutObject, may log$`

func lost(ctx context.Context, s store) {
	s.c.PutObject(ctx, nil)           // want `^s3.PutObject lost$`
	_, _ = s.c.PutObject(ctx, nil)    // want `^s3.PutObject lost$`
	_, err := s.c.PutObject(ctx, nil) // want `^s3.PutObject lost$`
	err = s.put(ctx)                  // want `^store.put, that of s3.PutObject lost$`
	err = lib.Logs(ctx, s.c)          // want `^lib.Logs, that of s3.PutObject, may log$`
	if err != nil {
		fmt.Println(err)
	}
}

func none() {
	lib.None()
	_ = local()
}

func local() error { return errors.New("no error of AWS") }

func variable(ctx context.Context, s store) {
	var err error
	defer func() { fmt.Println(err) }()
	err = s.put(ctx) // want `^store.put, that of s3.PutObject$`
}

func pending(ctx context.Context, s store, earlier error) error {
	_, err := s.c.PutObject(ctx, nil) // want `^s3.PutObject pending$`
	if earlier != nil {
		return earlier
	}
	return err
}

func checkedBefore(ctx context.Context, s store, earlier error) error {
	if earlier != nil {
		return earlier
	}
	_, err := s.c.PutObject(ctx, nil) // want `^s3.PutObject$`
	return err
}

func cleansUp(ctx context.Context, s store) error {
	s.c.DeleteObject(ctx, nil) // want `^s3.DeleteObject lost pending$`
	return errors.New("it had to be removed")
}
