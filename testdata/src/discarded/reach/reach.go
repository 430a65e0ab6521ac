// Package reach discards errors of AWS that come through interfaces, groups and functions of the program.
package reach

import (
	"context"
	"errors"
	"io/fs"
	"log"
	"log/slog"
	"path/filepath"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"golang.org/x/sync/errgroup"

	"example.com/fixtures/discarded/reach/store"
)

func throughInterface(ctx context.Context, s store.Store) []byte {
	data, _ := s.Load(ctx, "x") // want `warning: ^the error of Store.Load \(from s3.GetObject\) is discarded; check it before using data$`
	s.Check(ctx)
	return data
}

type saver interface {
	save(ctx context.Context) error
	check() error
}

type saves struct{ c *s3.Client }

func (s saves) save(ctx context.Context) error {
	_, err := s.c.PutObject(ctx, nil)
	return err
}

func (s saves) check() error { return nil }

func throughLocalInterface(ctx context.Context, s saver) {
	_ = s.save(ctx) // want `warning: ^the error of saver.save \(from s3.PutObject\) is discarded; log it or pass it on$`
	_ = s.check()
}

func throughGroup(ctx context.Context, c *s3.Client, ins []*s3.DeleteObjectInput) {
	var g errgroup.Group
	for _, in := range ins {
		g.Go(func() error {
			_, err := c.DeleteObject(ctx, in)
			return err
		})
	}
	g.Wait() // want `^the error of Group.Wait \(from s3.DeleteObject\) is discarded; log it or pass it on$`
}

func groupLogs(ctx context.Context, ins []*s3.DeleteObjectInput) {
	var g errgroup.Group
	for range ins {
		g.Go(func() error { return ctx.Err() })
	}
	g.Wait()
}

func retry(n int, f func() error) error {
	var err error
	for range n {
		if err = f(); err == nil {
			return nil
		}
	}
	return err
}

func throughRetry(ctx context.Context, c *s3.Client) {
	retry(3, func() error { // want `^the error of reach.retry \(from s3.PutObject\) is discarded; log it or pass it on$`
		_, err := c.PutObject(ctx, nil)
		return err
	})
	retry(3, func() error { return ctx.Err() })
	if err := retry(3, func() error { _, err := c.PutObject(ctx, nil); return err }); err != nil {
		log.Print(err)
	}
}

func keepsError(ctx context.Context, c *s3.Client) (out *s3.PutObjectOutput, err error) {
	retry(3, func() error {
		out, err = c.PutObject(ctx, nil)
		return err
	})
	return out, err
}

func logsInClosure(ctx context.Context, c *s3.Client, in *s3.DeleteObjectInput) {
	retry(3, func() error {
		_, err := c.DeleteObject(ctx, in)
		if err != nil {
			log.Print(err)
		}
		return err
	})
	var g errgroup.Group
	g.Go(func() error {
		if _, err := c.DeleteObject(ctx, in); err != nil {
			log.Printf("delete: %v", err)
			return err
		}
		return nil
	})
	g.Wait()
}

func throughWalk(ctx context.Context, c *s3.Client, root string) {
	filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error { // want `^the error of filepath.WalkDir \(from s3.PutObject\) is discarded`
		_, err = c.PutObject(ctx, &s3.PutObjectInput{Key: &path})
		return err
	})
	filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error { return err })
}

func must[T any](v T, _ error) T { return v }

func ignoreError(error) {}

func passedOn(ctx context.Context, c *s3.Client) *s3.GetObjectOutput {
	_, err := c.HeadObject(ctx, nil) // want `info: ^the error of s3.HeadObject goes to ignoreError, which ignores it; check it before$`
	ignoreError(err)
	return must(c.GetObject(ctx, nil)) // want `^the error of s3.GetObject goes to must, which ignores it; check it before$`
}

// Functions that log what goes wrong have callers who need not.

func logsItself(ctx context.Context, c *s3.Client) error {
	if _, err := c.PutObject(ctx, nil); err != nil {
		slog.ErrorContext(ctx, "put", "error", err)
		return err
	}
	return nil
}

func logsDeeper(ctx context.Context, c *s3.Client) error {
	return logsItself(ctx, c)
}

func logsInDefer(ctx context.Context, c *s3.Client) (err error) {
	defer func() {
		if err != nil {
			log.Print(err)
		}
	}()
	_, err = c.PutObject(ctx, nil)
	return err
}

func logsOne(ctx context.Context, c *s3.Client) error {
	if _, err := c.PutObject(ctx, nil); err != nil {
		log.Print("put: ", err.Error())
		return err
	}
	_, err := c.DeleteObject(ctx, nil)
	return err
}

func logsProgress(ctx context.Context, c *s3.Client) error {
	log.Print("about to put")
	_, err := c.PutObject(ctx, nil)
	return err
}

func logsUnlessDone(ctx context.Context, c *s3.Client) error {
	for ctx.Err() == nil {
		_, err := c.PutObject(ctx, nil)
		if err == nil {
			return nil
		}
		if ctx.Err() != nil {
			return err
		}
		log.Print(err)
	}
	return ctx.Err()
}

func silentUnlessDone(ctx context.Context, c *s3.Client) error {
	if _, err := c.PutObject(ctx, nil); err != nil && ctx.Err() != nil {
		return err
	}
	return nil
}

func callsLogging(ctx context.Context, c *s3.Client, s store.Store) {
	logsItself(ctx, c)
	s.Remove(ctx, "x")
	_ = logsDeeper(ctx, c)
	logsInDefer(ctx, c)
	logsUnlessDone(ctx, c)
	silentUnlessDone(ctx, c) // want `^the error of reach.silentUnlessDone \(from s3.PutObject\) is discarded; log it or pass it on$`
	store.Remove(ctx, c, "x")
	logsOne(ctx, c)      // want `^the error of reach.logsOne \(from s3.DeleteObject or s3.PutObject\) is discarded; log it or pass it on$`
	logsProgress(ctx, c) // want `^the error of reach.logsProgress \(from s3.PutObject\) is discarded; log it or pass it on$`
}

// Messages name two origins at most, and none twice.

func movesAll(ctx context.Context, c *s3.Client) error {
	if _, err := c.CopyObject(ctx, nil); err != nil {
		return err
	}
	if _, err := c.DeleteObject(ctx, nil); err != nil {
		return err
	}
	_, err := c.PutObject(ctx, nil)
	return err
}

type s3Client struct{ c *s3.Client }

func (w s3Client) DeleteObject(ctx context.Context, key string) error {
	_, err := w.c.DeleteObject(ctx, &s3.DeleteObjectInput{Key: &key})
	return err
}

type s3er = s3Client

func names(ctx context.Context, c *s3.Client) {
	movesAll(ctx, c) // want `^the error of reach.movesAll is discarded; log it or pass it on$`
}

// Errors of the program's own beside those of AWS: what looks like a fault can be meant.

var errMissing = errors.New("does not exist")

func load(ctx context.Context, c *s3.Client, key string) error {
	if key == "" {
		return errMissing
	}
	_, err := c.GetObject(ctx, nil)
	return err
}

func loads(ctx context.Context, c *s3.Client) error {
	_ = load(ctx, c, "x") // want `warning: ^the error of reach.load \(from s3.GetObject\) is discarded; return or log it$`
	return nil
}

func loadsOnly(ctx context.Context, c *s3.Client) error {
	_, err := c.GetObject(ctx, nil)
	return err
}

func commented(ctx context.Context, c *s3.Client) error {
	// It is there after the first run.
	_ = loadsOnly(ctx, c) // want `^the error of reach.loadsOnly \(from s3.GetObject\) is discarded; return or log it$`
	return nil
}
