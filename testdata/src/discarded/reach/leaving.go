package reach

import (
	"context"
	"errors"
	"fmt"
	"log"
	"slices"

	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type locks struct{ c *dynamodb.Client }

func (l *locks) isLocked(ctx context.Context, in *dynamodb.GetItemInput) (owner string, locked bool, err error) {
	out, err := l.c.GetItem(ctx, in)
	if err != nil {
		return "", false, err
	}
	err = attributevalue.Unmarshal(out.Item["owner"], &owner)
	return owner, owner != "", err
}

// acquire asks for the owner only to say more in the error that it returns anyway.
func (l *locks) acquire(ctx context.Context, put *dynamodb.PutItemInput, in *dynamodb.GetItemInput) error {
	_, err := l.c.PutItem(ctx, put)
	if _, failed := errors.AsType[*types.ConditionalCheckFailedException](err); failed {
		owner, locked, _ := l.isLocked(ctx, in) // want `info: ^the error of locks.isLocked \(from dynamodb.GetItem or attributevalue.Unmarshal\) is discarded; check it before using owner$`
		if locked {
			return fmt.Errorf("locked by %s", owner)
		}
		return errors.New("lock condition check failed")
	}
	return err
}

func (l *locks) refresh(ctx context.Context, in *dynamodb.GetItemInput) error {
	owner, locked, _ := l.isLocked(ctx, in) // want `^the error of locks.isLocked \(from dynamodb.GetItem or attributevalue.Unmarshal\) is discarded; check it before using owner$`
	if locked {
		return fmt.Errorf("locked by %s", owner)
	}
	return nil
}

func (l *locks) watch(ctx context.Context, in *dynamodb.GetItemInput, ticks chan int) error {
	for range ticks {
		owner, locked, _ := l.isLocked(ctx, in) // want `^the error of locks.isLocked \(from dynamodb.GetItem or attributevalue.Unmarshal\) is discarded; check it before using owner$`
		if locked {
			return fmt.Errorf("locked by %s", owner)
		}
	}
	return errors.New("stopped")
}

// aggregate is like NewAggregate of k8s.io/apimachinery.
func aggregate(errs []error) error {
	if len(errs) == 0 {
		return nil
	}
	return errors.Join(errs...)
}

type metrics interface{ count(n *int) }

func sweep(ctx context.Context, m metrics, c *s3.Client, ins []*s3.DeleteObjectInput) error {
	n := 0
	defer m.count(&n)
	var errs []error
	for _, in := range ins {
		if _, err := c.DeleteObject(ctx, in); err != nil {
			n++
			errs = append(errs, fmt.Errorf("object %s: %w", *in.Key, err))
			log.Print(err)
		}
	}
	return aggregate(errs)
}

func sweepInSilence(ctx context.Context, c *s3.Client, ins []*s3.DeleteObjectInput) error {
	var errs []error
	for _, in := range ins {
		if _, err := c.DeleteObject(ctx, in); err != nil {
			errs = append(errs, fmt.Errorf("object %s: %w", *in.Key, err))
		}
	}
	log.Print(len(errs), " failed")
	return errors.Join(errs...)
}

func sweepBackward(ctx context.Context, c *s3.Client, ins []*s3.DeleteObjectInput) error {
	var errs []error
	backward := slices.Backward(ins)
	for _, in := range backward {
		if _, err := c.DeleteObject(ctx, in); err != nil {
			errs = append(errs, fmt.Errorf("object %s: %w", *in.Key, err))
			log.Print(err)
		}
	}
	return aggregate(errs)
}

// stopAt logs the error that it returns.
func stopAt(ctx context.Context, c *s3.Client, ins []*s3.DeleteObjectInput) error {
	backward := slices.Backward(ins)
	for _, in := range backward {
		if _, err := c.DeleteObject(ctx, in); err != nil {
			log.Print(err)
			return err
		}
	}
	return nil
}

func sweeps(ctx context.Context, m metrics, c *s3.Client, ins []*s3.DeleteObjectInput) {
	sweep(ctx, m, c, ins)
	sweepBackward(ctx, c, ins)
	stopAt(ctx, c, ins)
	sweepInSilence(ctx, c, ins) // want `^the error of reach.sweepInSilence \(from s3.DeleteObject\) is discarded; log it or pass it on$`
}
