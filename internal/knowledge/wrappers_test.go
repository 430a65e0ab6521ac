package knowledge_test

import (
	"go/token"
	"go/types"
	"testing"

	"github.com/awserrlint/awserrlint/internal/knowledge"
)

func TestUnwrapsCalled(t *testing.T) {
	for _, tt := range []struct {
		path, name string
		want       bool
	}{
		{"github.com/avast/retry-go", "Do", false},
		{"github.com/avast/retry-go/v3", "Do", false},
		{"github.com/avast/retry-go/v4", "Do", true},
		{"github.com/cenkalti/backoff/v4", "Retry", true},
		{"golang.org/x/sync/singleflight", "Do", true},
		{"example.com/retry", "Do", false},
	} {
		fn := types.NewFunc(token.NoPos, types.NewPackage(tt.path, "p"), tt.name, types.NewSignatureType(nil, nil, nil, nil, nil, false))
		if have := knowledge.UnwrapsCalled(fn); have != tt.want {
			t.Errorf("%s.%s: %t, want %t", tt.path, tt.name, have, tt.want)
		}
	}
}
