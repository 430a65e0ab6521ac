// Package awssdk has calls, each with the operation that it performs: its form, name,
// input and output, and the generation of the SDK, or "none".
package awssdk

import (
	"context"
	"io"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"
	"github.com/aws/aws-sdk-go-v2/feature/s3/manager"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	v1aws "github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/session"
	v1s3 "github.com/aws/aws-sdk-go/service/s3"
	"github.com/aws/aws-sdk-go/service/s3/s3iface"
)

type putter interface {
	PutItem(context.Context, *dynamodb.PutItemInput, ...func(*dynamodb.Options)) (*dynamodb.PutItemOutput, error)
}

type (
	put      func(context.Context, *dynamodb.PutItemInput, ...func(*dynamodb.Options)) (*dynamodb.PutItemOutput, error)
	input    = dynamodb.PutItemInput
	embedded struct{ *dynamodb.Client }
	store    struct{ put put }
	mockDB   struct{}
)

func (mockDB) PutItem(context.Context, *dynamodb.PutItemInput, ...func(*dynamodb.Options)) (*dynamodb.PutItemOutput, error) {
	return nil, nil
}

func clients[C putter](ctx context.Context, c *dynamodb.Client, i putter, g C, e embedded, s store, in *input) {
	c.PutItem(ctx, in)                            // client dynamodb.PutItem PutItemInput PutItemOutput 2
	i.PutItem(ctx, in)                            // client dynamodb.PutItem PutItemInput PutItemOutput 2
	g.PutItem(ctx, in)                            // client dynamodb.PutItem PutItemInput PutItemOutput 2
	e.PutItem(ctx, in)                            // client dynamodb.PutItem PutItemInput PutItemOutput 2
	s.put(ctx, in)                                // client dynamodb.PutItem PutItemInput PutItemOutput 2
	(c.PutItem)(ctx, in)                          // client dynamodb.PutItem PutItemInput PutItemOutput 2
	put(c.PutItem)(ctx, in)                       // client dynamodb.PutItem PutItemInput PutItemOutput 2
	(*dynamodb.Client).PutItem(c, ctx, in)        // client dynamodb.PutItem PutItemInput PutItemOutput 2
	putter.PutItem(i, ctx, in)                    // client dynamodb.PutItem PutItemInput PutItemOutput 2
	func() putter { return i }().PutItem(ctx, in) // client dynamodb.PutItem PutItemInput PutItemOutput 2
	mockDB{}.PutItem(ctx, in)                     // none
	c.Options()                                   // none
}

func others(ctx context.Context, c *s3.Client, p *s3.PresignClient, d *dynamodb.ScanPaginator, w io.WriterAt) {
	s3.NewListObjectsV2Paginator(c, nil).NextPage(ctx)                 // paginator s3.ListObjectsV2 - ListObjectsV2Output 2
	d.NextPage(ctx)                                                    // paginator dynamodb.Scan - ScanOutput 2
	d.HasMorePages()                                                   // none
	s3.NewBucketExistsWaiter(c).Wait(ctx, nil, time.Second)            // waiter s3.BucketExistsWaiter.Wait HeadBucketInput - 2
	s3.NewBucketExistsWaiter(c).WaitForOutput(ctx, nil, time.Second)   // waiter s3.BucketExistsWaiter.WaitForOutput HeadBucketInput HeadBucketOutput 2
	p.PresignGetObject(ctx, nil)                                       // presign s3.PresignGetObject GetObjectInput - 2
	manager.NewUploader(c).Upload(ctx, nil)                            // feature manager.Uploader.Upload PutObjectInput UploadOutput 2
	manager.NewDownloader(c).Download(ctx, w, nil)                     // feature manager.Downloader.Download GetObjectInput - 2
	manager.GetBucketRegion(ctx, c, "")                                // feature manager.GetBucketRegion - - 2
	attributevalue.MarshalMap(nil)                                     // feature attributevalue.MarshalMap - - 2
	config.LoadDefaultConfig(ctx)                                      // config config.LoadDefaultConfig - - 2
	credentials.NewStaticCredentialsProvider("", "", "").Retrieve(ctx) // credentials credentials.StaticCredentialsProvider.Retrieve - - 2
	aws.NewCredentialsCache(nil).Retrieve(ctx)                         // credentials aws.CredentialsCache.Retrieve - - 2
	aws.String("")                                                     // none
	s3.NewFromConfig(aws.Config{})                                     // none
	new(s3.SelectObjectContentOutput).GetStream().Close()              // eventstream s3.SelectObjectContentEventStream.Close - - 2
	new(s3.SelectObjectContentOutput).GetStream().Err()                // eventstream s3.SelectObjectContentEventStream.Err - - 2
	new(s3.SelectObjectContentOutput).GetStream().Events()             // none
}

func first(ctx context.Context, c *v1s3.S3, i s3iface.S3API) {
	c.GetObject(nil)                                // client s3.GetObject GetObjectInput GetObjectOutput 1
	i.GetObjectWithContext(v1aws.Context(ctx), nil) // client s3.GetObject GetObjectInput GetObjectOutput 1
	c.ListObjectsV2Pages(nil, nil)                  // paginator s3.ListObjectsV2Pages ListObjectsV2Input - 1
	c.WaitUntilBucketExists(nil)                    // waiter s3.WaitUntilBucketExists HeadBucketInput - 1
	c.GetObjectRequest(nil)                         // none
	session.NewSession()                            // config session.NewSession - Session 1
}

// Programs often leave the options out.
func withoutOptions(f func(context.Context, *sqs.SendMessageInput) (*sqs.SendMessageOutput, error)) {
	f(nil, nil) // client sqs.SendMessage SendMessageInput SendMessageOutput 2
}

// Functions that look like operations but are none.

type notContext interface{ Done() <-chan struct{} }

func lookalikes(
	otherOutput func(context.Context, *sqs.SendMessageInput, ...func(*sqs.Options)) (*sqs.DeleteMessageOutput, error),
	otherService func(context.Context, *s3.GetObjectInput, ...func(*s3.Options)) (*sqs.GetQueueUrlOutput, error),
	byValue func(context.Context, sqs.SendMessageInput, ...func(*sqs.Options)) (*sqs.SendMessageOutput, error),
	noError func(context.Context, *sqs.SendMessageInput, ...func(*sqs.Options)) (*sqs.SendMessageOutput, bool),
	otherContext func(notContext, *sqs.SendMessageInput, ...func(*sqs.Options)) (*sqs.SendMessageOutput, error),
	own func(context.Context, *ownInput, ...func(*sqs.Options)) (*ownOutput, error),
) {
	otherOutput(nil, nil)                // none
	otherService(nil, nil)               // none
	byValue(nil, sqs.SendMessageInput{}) // none
	noError(nil, nil)                    // none
	otherContext(nil, nil)               // none
	own(nil, nil)                        // none
}

type (
	ownInput  struct{}
	ownOutput struct{}
)
