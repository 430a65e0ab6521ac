package errflow

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
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
		if common.Method.Name() == "Error" {
			if awssdk.IsError(common.Value.Type()) {
				t.errs = append(t.errs, common.Value)
			} else {
				t.carrier(common.Value)
			}
		}
		return
	}
	fn := callee(common)
	if fn == nil || fn.Pkg() == nil {
		return
	}
	switch path, name := fn.Pkg().Path(), fn.Name(); {
	case name == "Error" && fn.Signature().Recv() != nil && len(common.Args) == 1:
		t.carrier(common.Args[0])
	case path == "strings" && passOn[name] && len(common.Args) > 0:
		t.text(common.Args[0])
	case path == "fmt" && (name == "Sprint" || name == "Sprintln"):
		t.arguments(common.Args[0])
	case path == "fmt" && name == "Sprintf":
		t.arguments(common.Args[1])
	}
}

// carrier adds the error that v was unwrapped from, if v is an error of the SDK that
// can stand for any answer: its text says no less than that of the error itself.
func (t *texter) carrier(v ssa.Value) {
	if !IsGeneral(v.Type()) {
		return
	}
	root := t.index.root(v)
	for _, m := range t.Matches() {
		if m.Found != nil && t.index.root(m.Found) == root {
			t.errs = append(t.errs, m.Err)
			return
		}
	}
}

// IsGeneral reports whether t is an error type of the SDK that is not one of a
// service: it says that something went wrong, and only its content says what.
func IsGeneral(t types.Type) bool {
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		t = ptr.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Pkg() != nil && general[named.Obj().Pkg().Path()+"."+named.Obj().Name()]
}

var general = map[string]bool{
	awspath.Smithy + ".APIError":          true,
	awspath.Smithy + ".GenericAPIError":   true,
	awspath.Smithy + ".OperationError":    true,
	awspath.SmithyHTTP + ".ResponseError": true,
	awspath.HTTP + ".ResponseError":       true,
	awspath.AWSErr + ".Error":             true,
	awspath.AWSErr + ".RequestFailure":    true,
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
