// Package advice has matches that never succeed, for which what to do differs.
package advice

import (
	"context"
	"errors"
	"log"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	ddbtypes "github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/kinesis"
	kinesistypes "github.com/aws/aws-sdk-go-v2/service/kinesis/types"
	"github.com/aws/aws-sdk-go-v2/service/ram"
	ramtypes "github.com/aws/aws-sdk-go-v2/service/ram/types"
	"github.com/aws/aws-sdk-go-v2/service/route53"
	route53types "github.com/aws/aws-sdk-go-v2/service/route53/types"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/smithy-go"
)

// Route 53 sends the code Throttling, whatever the type is called.
func throttled(ctx context.Context, c *route53.Client, in *route53.ListHostedZonesInput) (zones int, err error) {
	p := route53.NewListHostedZonesPaginator(c, in)
	for p.HasMorePages() {
		out, err := p.NextPage(ctx)
		if err != nil {
			var te *route53types.ThrottlingException
			if errors.As(err, &te) { // want `^route53.ListHostedZones never returns \*route53types.ThrottlingException; match smithy.APIError with code "Throttling"$`
				log.Print("throttled: ", te.ErrorMessage())
				continue
			}
			return 0, err
		}
		zones += len(out.HostedZones)
	}
	return zones, nil
}

// Another type of the operation says the same.
func unknownShare(ctx context.Context, c *ram.Client, in *ram.DeleteResourceShareInput) error {
	_, err := c.DeleteResourceShare(ctx, in)
	var notFound *ramtypes.ResourceArnNotFoundException
	if errors.As(err, &notFound) { // want `^ram.DeleteResourceShare never returns \*ramtypes.ResourceArnNotFoundException; match \*ramtypes.UnknownResourceException$`
		return nil
	}
	return err
}

// Two packages have a type of this name.
func sameName(ctx context.Context, c *kinesis.Client, in *kinesis.GetRecordsInput) error {
	_, err := c.GetRecords(ctx, in)
	var notFound *ddbtypes.ResourceNotFoundException
	if errors.As(err, &notFound) { // want `^kinesis.GetRecords never returns \*ddbtypes.ResourceNotFoundException of dynamodb; match \*kinesistypes.ResourceNotFoundException of kinesis$`
		return nil
	}
	return err
}

func sameNameOther(ctx context.Context, c *dynamodb.Client, in *dynamodb.GetItemInput) error {
	_, err := c.GetItem(ctx, in)
	var limit *kinesistypes.LimitExceededException
	if errors.As(err, &limit) { // want `^dynamodb.GetItem never returns \*kinesistypes.LimitExceededException of kinesis; match \*ddbtypes.LimitExceededException of dynamodb$`
		return nil
	}
	return err
}

// The bucket is another thing than the key, for which there is a type.
func otherThing(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) error {
	_, err := c.GetObject(ctx, in)
	var noBucket *types.NoSuchBucket
	if errors.As(err, &noBucket) { // want `^s3.GetObject never returns \*types.NoSuchBucket; match smithy.APIError with code "NoSuchBucket"$`
		return nil
	}
	return err
}

// To delete what is not there succeeds: no code says that it was missing.
func deleted(ctx context.Context, c *s3.Client, in *s3.DeleteObjectInput) error {
	_, err := c.DeleteObject(ctx, in)
	var noKey *types.NoSuchKey
	if errors.As(err, &noKey) { // want `^s3.DeleteObject never returns \*types.NoSuchKey; remove this match$`
		return nil
	}
	return err
}

// The arm beside it is about another thing.
func otherThingBeside(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) error {
	_, err := c.GetObject(ctx, in)
	var noBucket *types.NoSuchBucket
	if errors.As(err, &noBucket) { // want `^s3.GetObject never returns \*types.NoSuchBucket; match smithy.APIError with code "NoSuchBucket"$`
		return err
	}
	var noKey *types.NoSuchKey
	if errors.As(err, &noKey) {
		return nil
	}
	return err
}

// The right arm stands beside the dead one.
func arms(ctx context.Context, c *s3.Client, in *s3.HeadBucketInput) (bool, error) {
	_, err := c.HeadBucket(ctx, in)
	var notFound *types.NotFound
	var noBucket *types.NoSuchBucket
	if errors.As(err, &notFound) || errors.As(err, &noBucket) { // want `info: ^s3.HeadBucket never returns \*types.NoSuchBucket, so this arm never matches; remove it$`
		return false, nil
	}
	var apiErr smithy.APIError
	if errors.As(err, &apiErr) {
		switch apiErr.ErrorCode() {
		case "Forbidden", "AccessDenied": // want `info: ^s3.HeadBucket never returns the code "AccessDenied", so this arm never matches; remove it$`
			return false, errors.New("no access")
		case "NotFound":
			return false, nil
		case "404": // want `info: ^s3.HeadBucket never returns the code "404", so this arm never matches; remove it$`
			return false, nil
		}
	}
	return err == nil, err
}

func twoIfs(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) (string, error) {
	_, err := c.HeadObject(ctx, in)
	if _, ok := errors.AsType[*types.NoSuchKey](err); ok { // want `info: ^s3.HeadObject never returns \*types.NoSuchKey, so this arm never matches; remove it$`
		return "no such key", nil
	}
	if _, ok := errors.AsType[*types.NotFound](err); ok {
		return "not found", nil
	}
	return "found", err
}

// The arm beside it is for something else.
func otherArm(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) (string, error) {
	_, err := c.HeadObject(ctx, in)
	var apiErr smithy.APIError
	if errors.As(err, &apiErr) && apiErr.ErrorCode() == "Forbidden" {
		return "forbidden", nil
	}
	if errors.As(err, &apiErr) && apiErr.ErrorCode() == "NoSuchKey" { // want `^s3.HeadObject never returns the code "NoSuchKey"; compare with "NotFound"$`
		return "no such key", nil
	}
	return "found", err
}

// Those who list both are safe, and say too much.
func both(ctx context.Context, c *s3.Client) bool {
	_, err := c.HeadObject(ctx, nil)
	var noSuchKey *types.NoSuchKey
	var notFound *types.NotFound
	if errors.As(err, &noSuchKey) || errors.As(err, &notFound) { // want `info: ^s3.HeadObject never returns \*types.NoSuchKey, so this arm never matches; remove it$`
		return true
	}
	var apiErr smithy.APIError
	if errors.As(err, &apiErr) {
		switch apiErr.ErrorCode() {
		case "404", "NoSuchKey", "NotFound": // want `info: ^s3.HeadObject never returns the code "404", so this arm never matches; remove it$` `info: ^s3.HeadObject never returns the code "NoSuchKey", so this arm never matches; remove it$`
			return true
		}
	}
	return false
}

// isThrottled is asked about errors of two services, which both have a type of this name.
func isThrottled(err error) bool {
	var te *route53types.ThrottlingException
	return errors.As(err, &te) // want `^ram.ListPermissions or route53.ListHostedZones never returns \*route53types.ThrottlingException of route53; match what each operation returns$`
}

func zones(ctx context.Context, c *route53.Client, in *route53.ListHostedZonesInput) error {
	if _, err := c.ListHostedZones(ctx, in); err != nil && !isThrottled(err) {
		return err
	}
	return nil
}

func permissions(ctx context.Context, c *ram.Client, in *ram.ListPermissionsInput) error {
	if _, err := c.ListPermissions(ctx, in); err != nil && !isThrottled(err) {
		return err
	}
	return nil
}

// A conflict with another transaction is a reason of the cancellation.
func conflict(ctx context.Context, c *dynamodb.Client, in *dynamodb.TransactWriteItemsInput) bool {
	_, err := c.TransactWriteItems(ctx, in)
	_, ok := errors.AsType[*ddbtypes.TransactionConflictException](err) // want `^dynamodb.TransactWriteItems never returns \*ddbtypes.TransactionConflictException; match \*ddbtypes.TransactionCanceledException and check its CancellationReasons$`
	return ok
}
