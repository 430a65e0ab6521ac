// Package silent has what looks like a fault and is none.
package silent

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/aws/aws-sdk-go-v2/feature/s3/manager"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	ddbtypes "github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	sqstypes "github.com/aws/aws-sdk-go-v2/service/sqs/types"
	ststypes "github.com/aws/aws-sdk-go-v2/service/sts/types"
	"github.com/aws/smithy-go"
	"golang.org/x/sync/errgroup"
)

func modelled(ctx context.Context, c *s3.Client) bool {
	_, err := c.GetObject(ctx, nil)
	var noSuchKey *types.NoSuchKey
	return errors.As(err, &noSuchKey)
}

func oneOfSeveral(ctx context.Context, c *s3.Client, head bool) bool {
	_, err := c.GetObject(ctx, nil)
	if head {
		_, err = c.HeadObject(ctx, nil)
	}
	_, ok := errors.AsType[*types.NoSuchKey](err)
	return ok
}

func IsNotFound(err error) bool {
	var noSuchKey *types.NoSuchKey
	var notFound *types.NotFound
	return errors.As(err, &noSuchKey) || errors.As(err, &notFound)
}

func usesHelper(ctx context.Context, c *s3.Client) bool {
	_, err := c.HeadObject(ctx, nil)
	return IsNotFound(err)
}

type translate func(error) error

func replaced(ctx context.Context, c *s3.Client, t translate) bool {
	_, err := c.HeadObject(ctx, nil)
	_, ok := errors.AsType[*types.NoSuchKey](t(err))
	return ok
}

type getter interface{ Get(context.Context) error }

func throughInterface(ctx context.Context, g getter) bool {
	_, ok := errors.AsType[*types.NoSuchKey](g.Get(ctx))
	return ok
}

func retried(ctx context.Context, c *s3.Client, retry func(func() error) error) bool {
	err := retry(func() error {
		_, err := c.HeadObject(ctx, nil)
		return err
	})
	_, ok := errors.AsType[*types.NoSuchKey](err)
	return ok
}

func grouped(ctx context.Context, c *s3.Client) bool {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		_, err := c.HeadObject(ctx, nil)
		return err
	})
	g.Go(func() error {
		_, err := c.GetObject(ctx, nil)
		return err
	})
	_, ok := errors.AsType[*types.NoSuchKey](g.Wait())
	return ok
}

func fromFile(ctx context.Context, c *s3.Client, f *os.File) bool {
	_, err := c.HeadObject(ctx, nil)
	if err == nil {
		_, err = f.WriteString("x")
	}
	_, ok := errors.AsType[*types.NoSuchKey](err)
	return ok
}

func constructed(ctx context.Context, c *s3.Client) bool {
	_, err := c.HeadObject(ctx, nil)
	if err == nil {
		err = &types.NoSuchKey{}
	}
	_, ok := errors.AsType[*types.NoSuchKey](err)
	return ok
}

func serviceWide(ctx context.Context, c *sqs.Client) bool {
	_, err := c.ListQueues(ctx, nil)
	_, ok := errors.AsType[*sqstypes.QueueDoesNotExist](err)
	return ok
}

func credentials(ctx context.Context, c *s3.Client) bool {
	_, err := c.HeadObject(ctx, nil)
	_, ok := errors.AsType[*ststypes.ExpiredTokenException](err)
	return ok
}

func uploader(ctx context.Context, u *manager.Uploader) bool {
	_, err := u.Upload(ctx, nil)
	_, ok := errors.AsType[*types.NoSuchUpload](err)
	return ok
}

func unmodelledCodes(ctx context.Context, c *s3.Client, i *iam.Client, d *dynamodb.Client, q *sqs.Client) bool {
	_, err := c.ListParts(ctx, nil)
	if apiErr, ok := errors.AsType[smithy.APIError](err); ok {
		switch apiErr.ErrorCode() {
		case "NoSuchKey", "NoSuchUpload", "AccessDenied", "SlowDown", "InvalidAccessKeyId":
			return true
		}
	}
	_, err = i.ListUsers(ctx, nil)
	if apiErr, ok := errors.AsType[smithy.APIError](err); ok && apiErr.ErrorCode() == "NoSuchEntity" {
		return true
	}
	_, err = d.GetItem(ctx, nil)
	if apiErr, ok := errors.AsType[smithy.APIError](err); ok && apiErr.ErrorCode() == "ThrottlingException" {
		return true
	}
	_, err = q.GetQueueUrl(ctx, nil)
	if apiErr, ok := errors.AsType[smithy.APIError](err); ok {
		return apiErr.ErrorCode() == "AWS.SimpleQueueService.NonExistentQueue" || apiErr.ErrorCode() == "QueueDoesNotExist"
	}
	return false
}

func genericUnmodelled(ctx context.Context, c *s3.Client) bool {
	_, err := c.GetObject(ctx, nil)
	var apiErr *smithy.GenericAPIError
	return errors.As(err, &apiErr) && apiErr.Code == "AccessDenied"
}

func reasons(cancelled *ddbtypes.TransactionCanceledException) bool {
	for _, r := range cancelled.CancellationReasons {
		if *r.Code == "ConditionalCheckFailed" || *r.Code == "None" {
			return true
		}
	}
	return false
}

func overwritten(ctx context.Context, c *s3.Client, err error) bool {
	_, headErr := c.HeadObject(ctx, nil)
	if headErr != nil {
		return false
	}
	_, ok := errors.AsType[*types.NoSuchKey](err)
	return ok
}

// The operation that returns the type has its chain cut: there it must be mended, not the type.
func cut(ctx context.Context, c *s3.Client) error {
	if _, err := c.HeadObject(ctx, nil); err != nil {
		return err
	}
	if _, err := c.GetObject(ctx, nil); err != nil {
		return fmt.Errorf("get: %v", err)
	}
	return nil
}

func matchesCut(ctx context.Context, c *s3.Client) bool {
	err := cut(ctx, c)
	var noSuchKey *types.NoSuchKey
	if errors.As(err, &noSuchKey) {
		return true
	}
	apiErr, ok := errors.AsType[smithy.APIError](err)
	return ok && apiErr.ErrorCode() == "NoSuchKey"
}
