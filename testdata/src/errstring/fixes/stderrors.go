package fixes

import (
	"context"
	stderrors "errors"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/pkg/errors"
)

var errGone = stderrors.New("gone")

// A near miss: the file has package errors of the standard library as well.
func reopen(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) error {
	_, err := c.GetObject(ctx, in)
	if err != nil && strings.Contains(err.Error(), "NoSuchKey") { // want `match \*types.NoSuchKey`
		return errGone
	}
	return errors.Wrap(err, "cannot open")
}
