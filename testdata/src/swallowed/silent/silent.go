// Package silent holds what the rule does not report.
package silent

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"
	"sync"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"golang.org/x/sync/errgroup"
)

type store struct {
	c      *s3.Client
	err    error
	failed bool
	misses int
}

type response struct{ StatusCode int }

var errGone = errors.New("gone")

func (s *store) returned(ctx context.Context, in *s3.HeadObjectInput) error {
	_, err := s.c.HeadObject(ctx, in)
	if err != nil {
		return err
	}
	return nil
}

func (s *store) wrapped(ctx context.Context, in *s3.HeadObjectInput) error {
	if _, err := s.c.HeadObject(ctx, in); err != nil {
		return fmt.Errorf("cannot look: %w", err)
	}
	return nil
}

func (s *store) another(ctx context.Context, in *s3.HeadObjectInput) error {
	if _, err := s.c.HeadObject(ctx, in); err != nil {
		return errGone
	}
	return nil
}

func (s *store) logged(ctx context.Context, in *s3.HeadObjectInput) bool {
	if _, err := s.c.HeadObject(ctx, in); err != nil {
		log.Print("cannot look")
		return false
	}
	return true
}

func (s *store) stored(ctx context.Context, in *s3.HeadObjectInput) {
	if _, err := s.c.HeadObject(ctx, in); err != nil {
		s.err = err
	}
}

func (s *store) status(ctx context.Context, in *s3.HeadObjectInput) {
	if _, err := s.c.HeadObject(ctx, in); err != nil {
		s.failed = true
	}
}

func (s *store) metric(ctx context.Context, in *s3.HeadObjectInput) error {
	if _, err := s.c.HeadObject(ctx, in); err != nil {
		s.misses++
	}
	return nil
}

func (s *store) marked(ctx context.Context, in *s3.HeadObjectInput) (response, error) {
	if _, err := s.c.HeadObject(ctx, in); err != nil {
		return response{StatusCode: 500}, nil
	}
	return response{StatusCode: 200}, nil
}

func (s *store) fallback(ctx context.Context, in, other *s3.GetObjectInput) (*s3.GetObjectOutput, error) {
	out, err := s.c.GetObject(ctx, in)
	if err == nil {
		return out, nil
	}
	return s.c.GetObject(ctx, other)
}

func (s *store) fallbackBelow(ctx context.Context, in, other *s3.GetObjectInput) (*s3.GetObjectOutput, error) {
	out, err := s.c.GetObject(ctx, in)
	if err != nil {
		out, err = s.c.GetObject(ctx, other)
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (s *store) defaultValue(ctx context.Context, in *s3.GetBucketLocationInput) string {
	region := "us-east-1"
	out, err := s.c.GetBucketLocation(ctx, in)
	if err == nil {
		region = string(out.LocationConstraint)
	}
	return region
}

func (s *store) matched(ctx context.Context, in *s3.HeadObjectInput) (bool, error) {
	_, err := s.c.HeadObject(ctx, in)
	var notFound *types.NotFound
	if errors.As(err, &notFound) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	return true, nil
}

func (s *store) again(ctx context.Context, in *s3.HeadObjectInput) error {
	for range 3 {
		_, err := s.c.HeadObject(ctx, in)
		if err == nil {
			return nil
		}
	}
	return errGone
}

func (s *store) poll(ctx context.Context, in *s3.HeadObjectInput) {
	for {
		_, err := s.c.HeadObject(ctx, in)
		if err != nil {
			time.Sleep(time.Second)
			continue
		}
		return
	}
}

func (s *store) ticks(ctx context.Context, in *s3.HeadObjectInput, t *time.Ticker) {
	for range t.C {
		if _, err := s.c.HeadObject(ctx, in); err != nil {
			continue
		}
		fmt.Println("there")
	}
}

func (s *store) lastError(ctx context.Context, ins []*s3.HeadObjectInput) error {
	var last error
	for _, in := range ins {
		_, err := s.c.HeadObject(ctx, in)
		if err != nil {
			last = err
			continue
		}
	}
	return last
}

func (s *store) collected(ctx context.Context, ins []*s3.HeadObjectInput) error {
	var errs []error
	for _, in := range ins {
		if _, err := s.c.HeadObject(ctx, in); err != nil {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

func (s *store) counted(ctx context.Context, ins []*s3.HeadObjectInput) int {
	n := 0
	for _, in := range ins {
		if _, err := s.c.HeadObject(ctx, in); err != nil {
			n++
		}
	}
	return n
}

func (s *store) checkedLater(ctx context.Context, ins []*s3.HeadObjectInput) (string, error) {
	for _, in := range ins {
		if _, err := s.c.HeadObject(ctx, in); err != nil {
			continue
		}
		return *in.Key, errGone
	}
	return "", errGone
}

func (s *store) firstThatWorks(ctx context.Context, ins []*s3.GetObjectInput) (*s3.GetObjectOutput, error) {
	for _, in := range ins {
		out, err := s.c.GetObject(ctx, in)
		if err != nil {
			continue
		}
		return out, nil
	}
	return nil, errGone
}

func (s *store) any(ctx context.Context, ins []*s3.HeadObjectInput) bool {
	for _, in := range ins {
		if _, err := s.c.HeadObject(ctx, in); err == nil {
			return true
		}
	}
	return false
}

func (s *store) succeeded(ctx context.Context, in *s3.PutObjectInput) bool {
	_, err := s.c.PutObject(ctx, in)
	return err == nil
}

func (s *store) oneByOne(ctx context.Context, in *s3.ListObjectsV2Input, prefixes []string) ([]types.Object, error) {
	var objects []types.Object
	pages := s3.NewListObjectsV2Paginator(s.c, in)
	for pages.HasMorePages() {
		page, err := pages.NextPage(ctx)
		if err != nil {
			break
		}
		objects = append(objects, page.Contents...)
	}
	var g errgroup.Group
	for _, prefix := range prefixes {
		g.Go(func() error {
			_, err := s.c.ListObjectsV2(ctx, &s3.ListObjectsV2Input{Bucket: in.Bucket, Prefix: &prefix})
			return err
		})
	}
	if err := g.Wait(); err != nil {
		log.Print(err)
	}
	return objects, nil
}

func (s *store) loggedBelow(ctx context.Context, in *s3.PutObjectInput) {
	if err := s.put(ctx, in); err == nil {
		fmt.Println("put")
	}
}

func (s *store) put(ctx context.Context, in *s3.PutObjectInput) error {
	_, err := s.c.PutObject(ctx, in)
	if err != nil {
		log.Printf("cannot put: %v", err)
	}
	return err
}

func (s *store) exits(ctx context.Context, in *s3.HeadObjectInput) {
	if _, err := s.c.HeadObject(ctx, in); err != nil {
		os.Exit(1)
	}
	fmt.Println("there")
}

func (s *store) panics(ctx context.Context, in *s3.HeadObjectInput) {
	if _, err := s.c.HeadObject(ctx, in); err != nil {
		panic("not there")
	}
}

func (s *store) sent(ctx context.Context, in *s3.HeadObjectInput, to chan error) {
	if _, err := s.c.HeadObject(ctx, in); err != nil {
		to <- err
		return
	}
	fmt.Println("there")
}

func (s *store) closedOver(ctx context.Context, in *s3.HeadObjectInput) (err error) {
	defer func() {
		if err != nil {
			s.failed = true
		}
	}()
	_, err = s.c.HeadObject(ctx, in)
	if err != nil {
		return
	}
	return nil
}

func (s *store) grouped(ctx context.Context, ins []*s3.HeadObjectInput) error {
	var g errgroup.Group
	for _, in := range ins {
		g.Go(func() error {
			_, err := s.c.HeadObject(ctx, in)
			return err
		})
	}
	return g.Wait()
}

func (s *store) inGoroutine(ctx context.Context, in *s3.HeadObjectInput, once *sync.Once) error {
	_, err := s.c.HeadObject(ctx, in)
	once.Do(func() { s.err = err })
	if err != nil {
		return nil
	}
	return nil
}

func (s *store) passed(ctx context.Context, in *s3.HeadObjectInput, show func(ok bool)) {
	_, err := s.c.HeadObject(ctx, in)
	show(err == nil)
}

func (s *store) isHealthy(ctx context.Context) bool {
	_, err := s.c.ListBuckets(ctx, &s3.ListBucketsInput{})
	return err == nil
}

func (s *store) checkedBefore(ctx context.Context, in *s3.HeadObjectInput) error {
	out, err := s.c.HeadObject(ctx, in)
	if err != nil {
		return errGone
	}
	log.Println("size:", *out.ContentLength)
	if err != nil {
		return err
	}
	return nil
}

func (s *store) checkedInLoop(ctx context.Context, ins []*s3.HeadObjectInput) error {
	for _, in := range ins {
		out, err := s.c.HeadObject(ctx, in)
		if err != nil {
			return errGone
		}
		if err == nil && out.DeleteMarker != nil {
			s.misses++
		}
		if err != nil {
			continue
		}
	}
	return nil
}

func notAWS(name string) (bool, error) {
	if _, err := os.Stat(name); err != nil {
		return false, nil
	}
	return true, nil
}
