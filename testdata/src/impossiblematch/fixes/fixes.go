package fixes

import (
	"context"
	"errors"
	"fmt"
	"log"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/feature/s3/manager"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	ddb "github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	iamtypes "github.com/aws/aws-sdk-go-v2/service/iam/types"
	"github.com/aws/aws-sdk-go-v2/service/kinesis"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/smithy-go"
)

func asType(ctx context.Context, c *s3.Client) error {
	_, err := c.HeadObject(ctx, nil)
	if _, ok := errors.AsType[*types.NoSuchKey](err); ok { // want `match \*types.NotFound$`
		return nil
	}
	if nsk, ok := errors.AsType[*types.NoSuchBucket](err); ok { // want `match \*types.NotFound$`
		log.Print(nsk.ErrorCode(), nsk.ErrorMessage())
	}
	return err
}

func otherService(ctx context.Context, c *s3.Client) error {
	_, err := c.GetObject(ctx, nil)
	var notFound *ddb.ResourceNotFoundException
	if errors.As(err, &notFound) { // want `^s3.GetObject never returns \*ddb.ResourceNotFoundException of dynamodb; match \*types.NoSuchKey of s3$`
		return nil
	}
	return fmt.Errorf("get: %w", err)
}

func otherServiceUnfit(ctx context.Context, c *s3.Client) error {
	_, err := c.ListBuckets(ctx, nil)
	var notFound *ddb.ResourceNotFoundException
	if errors.As(err, &notFound) { // want `^s3.ListBuckets never returns \*ddb.ResourceNotFoundException of dynamodb; remove this match$`
		return nil
	}
	return err
}

func usesField(ctx context.Context, c *s3.Client) error {
	_, err := c.HeadObject(ctx, nil)
	var noSuchKey *types.NoSuchKey
	if errors.As(err, &noSuchKey) { // want `match \*types.NotFound$`
		log.Print(noSuchKey.Message)
	}
	return err
}

func sharedVariable(ctx context.Context, c *s3.Client) error {
	var noSuchKey *types.NoSuchKey
	_, err := c.GetObject(ctx, nil)
	if errors.As(err, &noSuchKey) {
		return nil
	}
	_, err = c.HeadObject(ctx, nil)
	if errors.As(err, &noSuchKey) { // want `match \*types.NotFound$`
		return nil
	}
	return err
}

func wrapped(ctx context.Context, c *s3.Client) error {
	err := head(ctx, c)
	var noSuchKey *types.NoSuchKey
	if errors.As(err, &noSuchKey) { // want `^s3.HeadObject never returns`
		return nil
	}
	return err
}

func head(ctx context.Context, c *s3.Client) error {
	if _, err := c.HeadObject(ctx, nil); err != nil {
		return fmt.Errorf("head: %w", err)
	}
	return nil
}

func generic(ctx context.Context, c *s3.Client) error {
	_, err := c.GetObject(ctx, nil)
	var apiErr *smithy.GenericAPIError
	if errors.As(err, &apiErr) && apiErr.Code == "NoSuchKey" { // want `^s3.GetObject has a type for the code "NoSuchKey", so \*smithy.GenericAPIError never matches; match smithy.APIError$`
		log.Print(apiErr.Message)
		return nil
	}
	return err
}

func codes(ctx context.Context, c *iam.Client, d *dynamodb.Client, s *s3.Client) error {
	_, err := c.CreateRole(ctx, nil)
	if apiErr, ok := errors.AsType[smithy.APIError](err); ok {
		switch apiErr.ErrorCode() {
		case "EntityAlreadyExistsException": // want `^iam.CreateRole never returns the code "EntityAlreadyExistsException"; compare with "EntityAlreadyExists"$`
			return nil
		case "AccessDenied", "Throttling", "SomethingElse":
			return err
		}
	}
	_, err = d.PutItem(ctx, nil)
	var apiErr smithy.APIError
	if errors.As(err, &apiErr) {
		code := apiErr.ErrorCode()
		if code == "ConditionalCheckFailedExeption" { // want `; did you mean "ConditionalCheckFailedException"\?$`
			return nil
		}
		if "conditionalcheckfailedexception" == code { // want `; compare with "ConditionalCheckFailedException"$`
			return nil
		}
		if code == "RequestCanceled" { // want `, only SDK v1 has it; use errors.Is\(err, context.Canceled\)$`
			return nil
		}
	}
	_, err = s.HeadObject(ctx, nil)
	if errors.As(err, &apiErr) && apiErr.ErrorCode() == "NoSuchKey" { // want `^s3.HeadObject never returns the code "NoSuchKey"; compare with "NotFound"$`
		return nil
	}
	_, err = s.HeadBucket(ctx, nil)
	if errors.As(err, &apiErr) && apiErr.ErrorCode() == "404" { // want `^s3.HeadBucket never returns the code "404"; compare with "NotFound"$`
		return nil
	}
	return err
}

func transaction(ctx context.Context, c *dynamodb.Client) error {
	_, err := c.TransactWriteItems(ctx, nil)
	var failed *ddb.ConditionalCheckFailedException
	if errors.As(err, &failed) { // want `; match \*ddb.TransactionCanceledException and check its CancellationReasons$`
		return nil
	}
	var cancelled *ddb.TransactionCanceledException
	if errors.As(err, &cancelled) {
		for _, reason := range cancelled.CancellationReasons {
			if aws.ToString(reason.Code) == "ConditionalCheckFailedException" { // want `^a CancellationReason of dynamodb.TransactWriteItems never has the code "ConditionalCheckFailedException"; compare with "ConditionalCheckFailed"$`
				return nil
			}
			if reason.Code != nil && *reason.Code == "ThrottlingException" { // want `; compare with "ThrottlingError"$`
				return nil
			}
		}
	}
	return err
}

func presign(ctx context.Context, c *s3.PresignClient) error {
	_, err := c.PresignGetObject(ctx, nil)
	var noSuchKey *types.NoSuchKey
	if errors.As(err, &noSuchKey) { // want `^s3.PresignGetObject never returns \*types.NoSuchKey, since it only signs a request; remove this match$`
		return nil
	}
	return err
}

func paginated(ctx context.Context, c *iam.Client) error {
	p := iam.NewListUsersPaginator(c, nil)
	for p.HasMorePages() {
		_, err := p.NextPage(ctx)
		var missing *iamtypes.NoSuchEntityException
		if errors.As(err, &missing) { // want `^iam.ListUsers never returns \*iamtypes.NoSuchEntityException; remove this match$`
			return nil
		}
	}
	w := s3.NewObjectExistsWaiter(nil)
	err := w.Wait(ctx, nil, time.Minute)
	var noSuchKey *types.NoSuchKey
	if errors.As(err, &noSuchKey) { // want `^s3.ObjectExistsWaiter.Wait never returns`
		return nil
	}
	return err
}

func closure(ctx context.Context, c *kinesis.Client, retry func(func() error) error) error {
	put := func() error {
		_, err := c.PutRecord(ctx, nil)
		return err
	}
	err := put()
	var notFound *types.NotFound
	if errors.As(err, &notFound) { // want `^kinesis.PutRecord never returns \*types.NotFound of s3; match \*kinesistypes.ResourceNotFoundException of kinesis$`
		return nil
	}
	return err
}

func uploader(ctx context.Context, u *manager.Uploader) error {
	_, err := u.Upload(ctx, nil)
	var noSuchBucket *types.NoSuchBucket
	if errors.As(err, &noSuchBucket) { // want `^manager.Uploader.Upload never returns \*types.NoSuchBucket; match smithy.APIError with code "NoSuchBucket"$`
		return nil
	}
	return err
}
