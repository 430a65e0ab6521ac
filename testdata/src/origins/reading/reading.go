// Package reading reads the bodies of outputs.
package reading

import (
	"bytes"
	"compress/gzip"
	"context"
	"io"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func match(err error) {}

func body(ctx context.Context, c *s3.Client, in *s3.GetObjectInput, r io.Reader) {
	out, err := c.GetObject(ctx, in)
	if err != nil {
		return
	}
	_, err = io.ReadAll(out.Body)
	match(err) // want `^s3.GetObject$`

	var buf bytes.Buffer
	_, err = io.Copy(&buf, out.Body)
	match(err) // want `^s3.GetObject$`

	_, err = io.ReadAll(&buf)
	match(err) // want `^none$`

	_, err = io.ReadAll(r)
	match(err) // want `^none unknown$`

	_, err = io.Copy(&buf, io.TeeReader(out.Body, &buf))
	match(err) // want `^none unknown$`
}

// A reader calls what it is given.
func unpacked(r io.Reader) {
	z, err := gzip.NewReader(r)
	if err != nil {
		return
	}
	_, err = io.ReadAll(z)
	match(err) // want `^none unknown$`
}
