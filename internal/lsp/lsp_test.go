package lsp_test

import (
	"io"
	"strings"
	"testing"
	"time"

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

// TestBurst makes many edits without waiting, and looks whether the last text is the one whose diagnostics stay.
func TestBurst(t *testing.T) {
	c := start(t, newModule(t, txtar.Parse([]byte(carts))))
	c.initialize()
	low := read(t, c.dir+"/low/low.go")
	lost := strings.Replace(low, "if _, err", "s.client.PutItem(ctx, in)\n\tif _, err", 1)
	c.open("low/low.go", low)
	c.published("low/low.go")
	for range 20 {
		for i := range 20 {
			c.open("low/low.go", strings.Replace(low, "in);", "in) /* "+strings.Repeat("x", i)+" */;", 1))
			if i%7 == 0 {
				time.Sleep(time.Duration(i) * 10 * time.Millisecond)
			}
		}
		c.open("low/low.go", lost)
		if got := c.published("low/low.go").codes(); got != "discarded" {
			t.Fatalf("diagnostics of version %d are %q", c.versions["low/low.go"], got)
		}
	}
}

// TestCancel cancels a request that waits for an analysis, and one that there is not.
func TestCancel(t *testing.T) {
	c := start(t, newModule(t, txtar.Parse([]byte(carts))))
	c.initialize()
	c.open("low/low.go", read(t, c.dir+"/low/low.go"))
	id := 100
	at := map[string]int{"line": 0, "character": 0}
	c.send(message{ID: &id, Method: "textDocument/codeAction", Params: raw(t, map[string]any{
		"textDocument": map[string]string{"uri": c.uri("low/low.go")}, "range": map[string]any{"start": at, "end": at}, "context": struct{}{},
	})})
	c.notify("$/cancelRequest", map[string]any{"id": 100})
	c.notify("$/cancelRequest", map[string]any{"id": "none"})
	for {
		m, err := c.next()
		if err != nil {
			t.Fatal(err)
		}
		if m.ID == nil || *m.ID != id {
			continue
		}
		if !strings.Contains(string(m.Error), "-32800") && string(m.Result) != "[]" { // cancelled, unless it was done by then
			t.Errorf("got %s, %s", m.Result, m.Error)
		}
		break
	}
	if code := c.end(); code != 0 {
		t.Errorf("exit code %d", code)
	}
}

// TestEnds ends sessions as a client should not.
func TestEnds(t *testing.T) {
	dir := newModule(t, txtar.Parse([]byte(carts)))
	for name, end := range map[string]func(*client){
		"exit without shutdown": func(c *client) { c.notify("exit", nil) },
		"end of input":          func(c *client) { c.in.Close() },
		"no message":            func(c *client) { io.WriteString(c.in, "Content-Length: 3\r\n\r\n{]}") },
		"no header":             func(c *client) { io.WriteString(c.in, "hello\r\n\r\n") },
	} {
		c := start(t, dir)
		c.initialize()
		c.open("low/low.go", read(t, dir+"/low/low.go"))
		end(c)
		if code := c.exit(); code != 1 {
			t.Errorf("%s: exit code %d", name, code)
		}
	}
	c := start(t, dir, "./...")
	if code := c.exit(); code != 2 {
		t.Errorf("with a package: exit code %d", code)
	}
}
