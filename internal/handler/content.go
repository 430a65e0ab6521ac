package handler

import (
	"go/constant"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A Content says what a response holds.
type Content int

// The contents of responses.
const (
	Unclear Content = iota
	Zero            // nil, or a response with nothing in it
	Written         // something that its caller should see
)

// content returns what the response v holds in the block b. depth is that of the functions
// followed.
func (p *program) content(v ssa.Value, b *ssa.BasicBlock, depth int) Content {
	if depth > 5 {
		return Unclear
	}
	switch v := v.(type) {
	case *ssa.Const:
		return Zero
	case *ssa.MakeInterface:
		return p.content(v.X, b, depth)
	case *ssa.ChangeType:
		return p.content(v.X, b, depth)
	case *ssa.Alloc:
		return p.stored(v, b, depth)
	case *ssa.UnOp:
		if local, ok := v.X.(*ssa.Alloc); ok && v.Op == token.MUL {
			return p.stored(local, b, depth)
		}
	case *ssa.Phi:
		all := make([]Content, len(v.Edges))
		for i, e := range v.Edges {
			all[i] = p.content(e, v.Block().Preds[i], depth+1)
		}
		return agreed(all)
	}
	if c, i := call(v); c != nil && p.local(c.Call.StaticCallee()) {
		var all []Content
		for _, ret := range returnsOf(c.Call.StaticCallee()) {
			all = append(all, p.content(ret.Results[i], ret.Block(), depth+1))
		}
		return agreed(all)
	}
	return Unclear
}

// agreed returns what all are, Unclear if they differ.
func agreed(all []Content) Content {
	if len(all) == 0 || slices.ContainsFunc(all, func(c Content) bool { return c != all[0] }) {
		return Unclear
	}
	return all[0]
}

// stored returns what the variable holds in the block b.
func (p *program) stored(local *ssa.Alloc, b *ssa.BasicBlock, depth int) Content {
	content := Zero
	for _, ref := range *local.Referrers() {
		var written Content // by ref
		switch ref := ref.(type) {
		case *ssa.DebugRef, *ssa.UnOp, *ssa.Return, *ssa.BinOp, *ssa.Phi:
			continue
		case *ssa.MakeInterface:
			if onlyReturned(ref) {
				continue
			}
		case *ssa.Store:
			if load, ok := ref.Val.(*ssa.UnOp); ok && load.X == local {
				continue // return resp, err where resp is the result
			}
			written = p.content(ref.Val, ref.Block(), depth+1)
			if ref.Val == local {
				written = Unclear
			}
		case *ssa.FieldAddr:
			written = fieldContent(ref)
		default: // a call, a closure: somebody else may write
			written = Unclear
		}
		switch {
		case written == Zero || !reaches(ref.Block(), b):
		case written == Written && ref.Block().Dominates(b):
			return Written
		default:
			content = Unclear
		}
	}
	return content
}

// onlyReturned reports whether v is returned and nothing else.
func onlyReturned(v ssa.Value) bool {
	return !slices.ContainsFunc(*v.Referrers(), func(ref ssa.Instruction) bool {
		switch ref.(type) {
		case *ssa.Return, *ssa.Phi, *ssa.DebugRef:
			return false
		}
		return true
	})
}

// reaches reports whether b may run after from, or in the same go.
func reaches(from, b *ssa.BasicBlock) bool {
	seen := make(map[*ssa.BasicBlock]bool)
	var visit func(*ssa.BasicBlock) bool
	visit = func(at *ssa.BasicBlock) bool {
		if at == b {
			return true
		}
		if seen[at] {
			return false
		}
		seen[at] = true
		return slices.ContainsFunc(at.Succs, visit)
	}
	return visit(from)
}

// fieldContent returns what is stored in a field of a response.
func fieldContent(field *ssa.FieldAddr) Content {
	content := Zero
	for _, ref := range *field.Referrers() {
		switch ref := ref.(type) {
		case *ssa.UnOp, *ssa.DebugRef:
		case *ssa.Store:
			if !isZero(ref.Val) {
				content = Written
			}
		default:
			return Unclear
		}
	}
	return content
}

func isZero(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	if !ok {
		return false
	}
	if c.Value == nil {
		return true
	}
	switch c.Value.Kind() {
	case constant.Int:
		return constant.Sign(c.Value) == 0
	case constant.String:
		return constant.StringVal(c.Value) == ""
	case constant.Bool:
		return !constant.BoolVal(c.Value)
	}
	return false
}
