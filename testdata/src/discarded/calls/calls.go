// Package calls has every form of AWS call.
package calls

import (
	"context"
	"io"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"
	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/expression"
	"github.com/aws/aws-sdk-go-v2/feature/s3/manager"
	"github.com/aws/aws-sdk-go-v2/feature/s3/transfermanager"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	ddbtypes "github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type putter interface {
	PutItem(context.Context, *dynamodb.PutItemInput, ...func(*dynamodb.Options)) (*dynamodb.PutItemOutput, error)
}

type embedded struct{ *dynamodb.Client }

type holder struct {
	put func(context.Context, *dynamodb.PutItemInput, ...func(*dynamodb.Options)) (*dynamodb.PutItemOutput, error)
}

type provider interface{ DynamoDB() putter }

func forms(ctx context.Context, c *dynamodb.Client, i putter, e embedded, h holder, p provider, in *dynamodb.PutItemInput) {
	c.PutItem(ctx, in)            // want `^the error of dynamodb.PutItem is discarded`
	i.PutItem(ctx, in)            // want `^the error of dynamodb.PutItem is discarded`
	e.PutItem(ctx, in)            // want `^the error of dynamodb.PutItem is discarded`
	h.put(ctx, in)                // want `^the error of dynamodb.PutItem is discarded`
	p.DynamoDB().PutItem(ctx, in) // want `^the error of dynamodb.PutItem is discarded`
	put := c.PutItem
	put(ctx, in)                                  // want `^the error of dynamodb.PutItem is discarded`
	(*dynamodb.Client).PutItem(c, ctx, in)        // want `^the error of dynamodb.PutItem is discarded`
	(putter.PutItem)(i, ctx, in)                  // want `^the error of dynamodb.PutItem is discarded`
	(c.PutItem)(ctx, in, retry, retry)            // want `^the error of dynamodb.PutItem is discarded`
	map[string]putter{"": i}[""].PutItem(ctx, in) // want `^the error of dynamodb.PutItem is discarded`
}

// withoutOptions is how some programs write their interfaces.
type withoutOptions interface {
	PutItemWithContext(context.Context, *dynamodb.PutItemInput) (*dynamodb.PutItemOutput, error)
}

func leavesOutOptions(ctx context.Context, i withoutOptions, in *dynamodb.PutItemInput) {
	i.PutItemWithContext(ctx, in) // want `^the error of dynamodb.PutItem is discarded`
}

func typeParameter[C putter](ctx context.Context, c C, in *dynamodb.PutItemInput) {
	c.PutItem(ctx, in) // want `^the error of dynamodb.PutItem is discarded`
}

func retry(*dynamodb.Options) {}

func paginatorAndWaiter(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) {
	p := s3.NewListObjectsV2Paginator(c, nil)
	p.NextPage(ctx)                                                 // want `^the error of s3.ListObjectsV2 is discarded`
	s3.NewObjectExistsWaiter(c).Wait(ctx, in, time.Minute)          // want `^the error of s3.ObjectExistsWaiter.Wait is discarded`
	s3.NewObjectExistsWaiter(c).WaitForOutput(ctx, in, time.Minute) // want `^the error of s3.ObjectExistsWaiter.WaitForOutput is discarded`
}

func presign(ctx context.Context, c *s3.PresignClient, in *s3.GetObjectInput) {
	c.PresignGetObject(ctx, in) // want `^the error of s3.PresignGetObject is discarded`
}

func features(ctx context.Context, c *s3.Client, w io.WriterAt, m *transfermanager.Client) {
	manager.NewUploader(c).Upload(ctx, &s3.PutObjectInput{})                // want `^the error of manager.Uploader.Upload is discarded`
	manager.NewDownloader(c).Download(ctx, w, &s3.GetObjectInput{})         // want `^the error of manager.Downloader.Download is discarded`
	m.UploadObject(ctx, &transfermanager.UploadObjectInput{})               // want `^the error of transfermanager.Client.UploadObject is discarded`
	attributevalue.UnmarshalMap(map[string]ddbtypes.AttributeValue{}, &ctx) // want `^the error of attributevalue.UnmarshalMap is discarded`
	expression.NewBuilder().Build()                                         // want `^the error of expression.Builder.Build is discarded`
	config.LoadDefaultConfig(ctx)                                           // want `^the error of config.LoadDefaultConfig is discarded`
	credentials.NewStaticCredentialsProvider("", "", "").Retrieve(ctx)      // want `info: ^the error of credentials.StaticCredentialsProvider.Retrieve is discarded; log it or pass it on$`
	var p aws.CredentialsProvider
	p.Retrieve(ctx) // want `info: ^the error of aws.CredentialsProvider.Retrieve is discarded; log it or pass it on$`
}
