// Package wrapped does not import AWS itself.
package wrapped

import (
	"context"

	"example.com/fixtures/discarded/wrapper"
)

func uses(ctx context.Context, s *wrapper.Store) error {
	s.Save(ctx) // want `^error of Store.Save, that of s3.PutObject, is discarded$`
	s.Check(ctx)
	return s.Save(ctx)
}
