// Package through gets errors through interfaces of the program.
package through

import (
	"context"
	"errors"
	"io"

	"example.com/fixtures/impossiblematch/through/store"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	ddbtypes "github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
)

type getter interface {
	Get(ctx context.Context, key string) ([]byte, error)
}

type decoder interface {
	Decode(ctx context.Context, key string, read func(io.Reader) error) error
}

type handler struct {
	objects getter
	decoded decoder
	other   getter
	Open    getter
}

// All that is ever behind objects is the store.
func newHandler(c *s3.Client, other getter) *handler {
	objects := store.New(c)
	return &handler{objects: objects, decoded: objects, other: other, Open: objects}
}

func (h *handler) get(ctx context.Context, key string) ([]byte, error) {
	data, err := h.objects.Get(ctx, key)
	var noUpload *types.NoSuchUpload
	var noKey *types.NoSuchKey
	if errors.As(err, &noUpload) || errors.As(err, &noKey) { // want `^s3.GetObject never returns \*types.NoSuchUpload; remove this match$`
		return nil, nil
	}
	return data, err
}

// The methods mirror those of the SDK, without the input.
type transactor interface {
	Transact(ctx context.Context, items []ddbtypes.TransactWriteItem, optFns ...func(*dynamodb.Options)) (*dynamodb.TransactWriteItemsOutput, error)
}

func commit(ctx context.Context, t transactor, items []ddbtypes.TransactWriteItem) error {
	_, err := t.Transact(ctx, items)
	var failed *ddbtypes.ConditionalCheckFailedException
	if errors.As(err, &failed) { // want `^dynamodb.TransactWriteItems never returns \*ddbtypes.ConditionalCheckFailedException; match \*ddbtypes.TransactionCanceledException`
		return nil
	}
	return err
}

// Near misses.

// What read returns is unknown.
func (h *handler) decode(ctx context.Context, key string, read func(io.Reader) error) bool {
	var noUpload *types.NoSuchUpload
	return errors.As(h.decoded.Decode(ctx, key, read), &noUpload)
}

// Others hand in what is behind other.
func NewHandler(c *s3.Client, other getter) *handler { return newHandler(c, other) }

func (h *handler) fromOther(ctx context.Context, key string) bool {
	_, err := h.other.Get(ctx, key)
	var noUpload *types.NoSuchUpload
	return errors.As(err, &noUpload)
}

// Others can put something else into an exported field.
func (h *handler) fromOpen(ctx context.Context, key string) bool {
	_, err := h.Open.Get(ctx, key)
	var noUpload *types.NoSuchUpload
	return errors.As(err, &noUpload)
}

// A wrapper without options does what it likes.
type wrapper interface {
	GetObject(ctx context.Context, in *s3.GetObjectInput) (*s3.GetObjectOutput, error)
}

func wrapped(ctx context.Context, w wrapper, in *s3.GetObjectInput) bool {
	_, err := w.GetObject(ctx, in)
	var noUpload *types.NoSuchUpload
	return errors.As(err, &noUpload)
}

// One of two types behind the interface can return it.
type uploads struct{ client *s3.Client }

func (u *uploads) Get(ctx context.Context, key string) ([]byte, error) {
	_, err := u.client.AbortMultipartUpload(ctx, &s3.AbortMultipartUploadInput{Key: &key})
	return nil, err
}

func either(ctx context.Context, c *s3.Client, parts bool) bool {
	var g getter = store.New(c)
	if parts {
		g = &uploads{c}
	}
	_, err := g.Get(ctx, "key")
	var noUpload *types.NoSuchUpload
	return errors.As(err, &noUpload)
}
