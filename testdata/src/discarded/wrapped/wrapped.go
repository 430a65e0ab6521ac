// Package wrapped does not import AWS itself.
package wrapped

import (
	"context"

	"example.com/fixtures/discarded/wrapper"
)

func uses(ctx context.Context, s *wrapper.Store) error {
	s.Save( // want `^the error of Store.Save \(from s3.PutObject\) is discarded; return or log it$`
		ctx,
	)
	s.Check(ctx)
	return s.Save(ctx)
}
