package lsp_test

import (
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// carts calls AWS in low, whose errors mid matches.
const carts = `
-- go.mod --
module example.com/carts
-- low/low.go --
package low

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)

type Store struct{ client *dynamodb.Client }

func (s *Store) Create(ctx context.Context, in *dynamodb.PutItemInput) error {
	if _, err := s.client.PutItem(ctx, in); err != nil {
		return fmt.Errorf("create cart: %w", err)
	}
	return nil
}
-- mid/mid.go --
package mid

import (
	"context"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"

	"example.com/carts/low"
)

func Open(ctx context.Context, s *low.Store) error {
	err := s.Create(ctx, new(dynamodb.PutItemInput))
	if err != nil && strings.Contains(err.Error(), "ConditionalCheckFailedException") {
		return nil
	}
	return err
}
`

func TestEdits(t *testing.T) {
	dir := newModule(t, txtar.Parse([]byte(carts)))
	c := start(t, dir)
	c.initialize()
	low := read(t, dir+"/low/low.go")
	c.open("low/low.go", low)
	if got := c.published("low/low.go").codes(); got != "" {
		t.Errorf("low has %s", got)
	}
	if got := c.published("mid/mid.go").codes(); got != "errstring" {
		t.Errorf("mid has %s", got)
	}
	// What is returned now is text alone: low breaks the chain, and mid matches what nobody knows.
	c.open("low/low.go", strings.Replace(low, "%w", "%v", 1))
	if got := c.published("mid/mid.go").codes(); got != "" {
		t.Errorf("mid has %s", got)
	}
	c.open("low/low.go", strings.Replace(low, "if _, err := s.client.PutItem(ctx, in); err != nil {", "s.client.PutItem(ctx, in)\n\tif err := ctx.Err(); err != nil {", 1))
	if got := c.published("low/low.go").codes(); got != "discarded" {
		t.Errorf("low has %s", got)
	}
	if code := c.end(); code != 0 {
		t.Errorf("exit code %d", code)
	}
}
