package errflow

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
)

// TextOf returns the errors whose text the string v is, or holds in lower case, cut
// or put together with other text. It returns nil where v is no such text.
func (p *Package) TextOf(v ssa.Value) []ssa.Value {
	t := texter{Package: p, seen: make(map[ssa.Value]bool)}
	t.text(v)
	return t.errs
}

type texter struct {
	*Package
	seen map[ssa.Value]bool
	errs []ssa.Value
}

// passOn are the functions whose result is made of the text that is their first argument.
var passOn = map[string]bool{
	"ToLower": true, "ToUpper": true, "ToTitle": true, "TrimSpace": true, "Trim": true, "TrimLeft": true, "TrimRight": true,
	"TrimPrefix": true, "TrimSuffix": true, "Replace": true, "ReplaceAll": true, "Title": true, "Clone": true,
}

func (t *texter) text(v ssa.Value) {
	if t.seen[v] || len(t.seen) > maxSteps {
		return
	}
	t.seen[v] = true
	switch v := v.(type) {
	case *ssa.Phi:
		for _, e := range v.Edges {
			t.text(e)
		}
	case *ssa.Slice:
		t.text(v.X)
	case *ssa.ChangeType:
		t.text(v.X)
	case *ssa.Convert:
		t.text(v.X)
	case *ssa.BinOp:
		if v.Op == token.ADD {
			t.text(v.X)
			t.text(v.Y)
		}
	case *ssa.UnOp:
		root, ok := t.index.root(v.X).(*ssa.Alloc)
		if v.Op == token.MUL && ok {
			tr := tracer{Package: t.Package}
			tr.eachStore(root, func(s *ssa.Store) { t.text(s.Val) })
		}
	case *ssa.Call:
		t.call(v.Common())
	}
}

func (t *texter) call(common *ssa.CallCommon) {
	if common.IsInvoke() {
		// Error of anything but the type error itself, such as smithy.APIError, is
		// called on what a match has unwrapped.
		if common.Method.Name() == "Error" && awssdk.IsError(common.Value.Type()) {
			t.errs = append(t.errs, common.Value)
		}
		return
	}
	fn := callee(common)
	if fn == nil || fn.Pkg() == nil {
		return
	}
	switch path, name := fn.Pkg().Path(), fn.Name(); {
	case path == "strings" && passOn[name] && len(common.Args) > 0:
		t.text(common.Args[0])
	case path == "fmt" && (name == "Sprint" || name == "Sprintln"):
		t.arguments(common.Args[0])
	case path == "fmt" && name == "Sprintf":
		t.arguments(common.Args[1])
	}
}

// arguments looks for errors and their texts among the elements of a slice of arguments.
func (t *texter) arguments(args ssa.Value) {
	for v := range elementsOf(args) {
		switch v := v.(type) {
		case *ssa.ChangeInterface:
			if awssdk.IsError(v.X.Type()) {
				t.errs = append(t.errs, v.X)
			}
		case *ssa.MakeInterface:
			t.text(v.X)
		}
	}
}
