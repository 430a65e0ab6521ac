// Package fake has a store for tests.
package fake

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// Store deletes whatever it is asked to.
type Store struct{ Client *s3.Client }

// Clear empties the store.
func (s *Store) Clear(ctx context.Context, ins []*s3.DeleteObjectInput) {
	for _, in := range ins {
		s.Client.DeleteObject(ctx, in)
	}
}
