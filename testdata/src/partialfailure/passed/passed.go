// Package passed performs operations by methods of its own with other signatures.
package passed

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/service/kinesis"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type Client interface {
	DeleteObjects(*s3.DeleteObjectsInput) (*s3.DeleteObjectsOutput, error)
	PutRecords(*kinesis.PutRecordsInput) (*kinesis.PutRecordsOutput, error)
}

type client struct {
	ctx     context.Context
	objects *s3.Client
	streams *kinesis.Client
}

func (c *client) DeleteObjects(in *s3.DeleteObjectsInput) (*s3.DeleteObjectsOutput, error) {
	return c.objects.DeleteObjects(c.ctx, in)
}

// PutRecords puts again what has failed.
func (c *client) PutRecords(in *kinesis.PutRecordsInput) (*kinesis.PutRecordsOutput, error) {
	for range 3 {
		out, err := c.streams.PutRecords(c.ctx, in)
		if err != nil || *out.FailedRecordCount == 0 {
			return out, err
		}
	}
	return nil, errors.New("records are left")
}

func New(objects *s3.Client, streams *kinesis.Client) Client {
	return &client{context.Background(), objects, streams}
}

func empties(c Client, in *s3.DeleteObjectsInput) error {
	if _, err := c.DeleteObjects(in); err != nil { // want `^s3.DeleteObjects can fail for single objects with a nil error; check Errors in its output$`
		return err
	}
	return nil
}

func emptiesDirectly(c *client, in *s3.DeleteObjectsInput) error {
	_, err := c.DeleteObjects(in) // want `^s3.DeleteObjects can fail for single objects with a nil error; check Errors in its output$`
	return err
}

// Near misses.

func puts(c Client, in *kinesis.PutRecordsInput) error {
	_, err := c.PutRecords(in)
	return err
}

func counts(c Client, in *s3.DeleteObjectsInput) (int, error) {
	out, err := c.DeleteObjects(in)
	if err != nil {
		return 0, err
	}
	return len(out.Errors), nil
}

type unknown interface {
	DeleteObjects(*s3.DeleteObjectsInput) (*s3.DeleteObjectsOutput, error)
	extra()
}

func emptiesUnknown(c unknown, in *s3.DeleteObjectsInput) error {
	_, err := c.DeleteObjects(in)
	return err
}
