package errflow

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"testing"
)

func TestNames(t *testing.T) {
	const src = `package queue

type Client struct{}

func (*Client) Publish() error { return nil }
func (Client) Close() (int, error) { return 0, nil }
func (*Client) Len() int { return 0 }
func Publish() error { return nil }
`
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "queue.go", src, 0)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{Defs: make(map[*ast.Ident]types.Object)}
	if _, err := new(types.Config).Check("example.com/shop/queue", fset, []*ast.File{f}, info); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		list []string
		want []string // by the receiver's type and the name
	}{
		{nil, nil},
		{[]string{"example.com/shop/queue.Publish"}, []string{"Publish"}},
		{[]string{"example.com/shop/queue.Client.Publish"}, []string{"Client.Publish"}},
		{[]string{"example.com/shop/queue.Client", "other"}, []string{"Client.Close", "Client.Publish"}}, // Len returns no error
		{[]string{"queue.Publish", "Publish", "example.com/shop.Publish"}, nil},
	} {
		have := make(map[string]bool)
		for _, obj := range info.Defs {
			fn, ok := obj.(*types.Func)
			if !ok || !newNames(tt.list).has(fn) {
				continue
			}
			name := fn.Name()
			if recv := fn.Signature().Recv(); recv != nil {
				name = "Client." + name
			}
			have[name] = true
		}
		for _, name := range tt.want {
			if !have[name] {
				t.Errorf("%q does not have %s", tt.list, name)
			}
		}
		if len(have) != len(tt.want) {
			t.Errorf("%q has %v, want %v", tt.list, have, tt.want)
		}
	}
}
