// Package directives has comments that do not suppress findings, at most make them mild.
package directives

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func reported(ctx context.Context, c *s3.Client, in *s3.DeleteObjectInput) {
	// best effort
	c.DeleteObject(ctx, in) // want `info: discarded`

	_, _ = c.DeleteObject(ctx, in) // best effort // want `info: discarded`

	go func() {
		// Errors are sent on the channel.
		_, _ = c.DeleteObject(ctx, in) // want `info: discarded`

		// The name is sent on the channel.
		_, _ = c.DeleteObject(ctx, in) // want `^the error of s3.DeleteObject is discarded`
	}()

	//awserrlint:ignore discarded
	c.DeleteObject(ctx, in) // want `discarded`

	//lint:ignore discarded
	c.DeleteObject(ctx, in) // want `discarded`

	//awserrlint:ignore swallowed the wrong rule
	c.DeleteObject(ctx, in) // want `discarded`

	//awserrlint:ignore discarded too far away

	c.DeleteObject(ctx, in) // want `discarded`

	// awserrlint:ignore discarded a directive has no space in front
	c.DeleteObject(ctx, in) // want `discarded`

	c.DeleteObject(ctx, in) //nolint:errcheck // want `info: ^the error of s3.DeleteObject is discarded; log it or pass it on$`
}

func inFunctions(ctx context.Context, c *s3.Client, in *s3.DeleteObjectInput, done func()) {
	// This happens asynchronously since we do not need to wait for the result.
	// Also, the error is ignored on purpose as it does not change the outcome.
	go func() {
		defer done()
		c.DeleteObject(ctx, in) // want `info: discarded`
	}()

	// Best effort.
	defer func() {
		_, _ = c.DeleteObject(ctx, in) // want `info: discarded`
	}()

	// It is best effort to tell others.
	go func() {
		c.DeleteObject(ctx, in) // want `^the error of s3.DeleteObject is discarded`
		done()
	}()

	// Best effort.
	run(func() {
		c.DeleteObject(ctx, in) // want `^the error of s3.DeleteObject is discarded`
	})
}

func run(f func()) { f() }
