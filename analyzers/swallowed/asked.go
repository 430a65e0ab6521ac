package swallowed

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// An inquiry is what a function does with an error: it asks questions, or it does something with it.
type inquiry struct {
	program *ssaflow.Program
	err     ssa.Value
	matches []*errmatch.Match // of the package
	depth   int               // calls of functions that were followed

	asks        map[ssa.Instruction]bool // only lead to an answer, such as the call of errors.As
	comparisons []*ssa.BinOp             // of the error with nil
	questions   []question
	reads       []ssa.Instruction // do something with the error, or with what it holds
	seen        map[ssa.Value]bool
}

// A question asks whether the error is of one kind.
type question struct {
	asks    ssa.Instruction
	holds   ssa.Value // the answer, a bool
	negated bool      // it is true where the error is of another kind

	// general says that the kind says nothing by itself, as smithy.APIError: more is asked where it holds.
	general bool
}

// inquire returns what the function does with err, in which depth calls led to it.
func inquire(program *ssaflow.Program, matches []*errmatch.Match, err ssa.Value, depth int) *inquiry {
	q := &inquiry{program: program, err: err, matches: matches, depth: depth, asks: make(map[ssa.Instruction]bool), seen: make(map[ssa.Value]bool)}
	q.follow(err)
	return q
}

// follow looks at what is done with v, the error, or something that it holds.
func (q *inquiry) follow(v ssa.Value) {
	if v == nil || q.seen[v] || v.Referrers() == nil {
		return
	}
	q.seen[v] = true
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
		case *ssa.BinOp:
			q.compare(ref, v)
		case *ssa.TypeAssert:
			q.assert(ref)
		case *ssa.Call:
			q.call(ref, v)
		case *ssa.FieldAddr, *ssa.Field, *ssa.ChangeInterface, *ssa.Convert, *ssa.Extract:
			q.asks[ref] = true
			q.follow(ref.(ssa.Value))
		case *ssa.UnOp:
			if ref.Op == token.NOT {
				break // of an answer
			}
			q.asks[ref] = true
			q.follow(ref)
		case *ssa.Phi:
			if ssaflow.Used(ref) {
				q.reads = append(q.reads, ref)
			}
		default:
			q.reads = append(q.reads, ref)
		}
	}
}

// compare adds what cmp asks of v.
func (q *inquiry) compare(cmp *ssa.BinOp, v ssa.Value) {
	switch {
	case !isBool(cmp.Type()):
		q.asks[cmp] = true
		q.follow(cmp) // text + text
	case ssaflow.ComparesNil(cmp):
		if v == q.err {
			q.comparisons = append(q.comparisons, cmp)
		}
	case cmp.Op != token.EQL && cmp.Op != token.NEQ: // which side is the rest?
		q.reads = append(q.reads, cmp)
	default:
		q.asks[cmp] = true
		q.questions = append(q.questions, question{asks: cmp, holds: cmp, negated: cmp.Op == token.NEQ})
	}
}

func (q *inquiry) assert(assert *ssa.TypeAssert) {
	if !assert.CommaOk {
		q.reads = append(q.reads, assert)
		return
	}
	q.asks[assert] = true
	q.ask(assert, ssaflow.Result(assert, 1), assert.AssertedType, ssaflow.Result(assert, 0))
}

// ask adds the question whether the error is of type t; then found is of that type, or its address.
func (q *inquiry) ask(instr ssa.Instruction, holds ssa.Value, t types.Type, found ssa.Value) {
	if holds == nil {
		q.reads = append(q.reads, instr)
		return
	}
	general := errmatch.IsGeneral(t)
	q.questions = append(q.questions, question{asks: instr, holds: holds, general: general})
	if !general || found == nil {
		return
	}
	alloc, isVariable := found.(*ssa.Alloc)
	if !isVariable {
		q.follow(found)
		return
	}
	for _, ref := range *alloc.Referrers() {
		switch ref := ref.(type) {
		case *ssa.UnOp:
			q.follow(ref)
		case *ssa.DebugRef, *ssa.MakeInterface, *ssa.Store:
		default:
			q.reads = append(q.reads, ref)
		}
	}
}

// call adds what a call does with v, one of its operands.
func (q *inquiry) call(call *ssa.Call, v ssa.Value) {
	c := call.Common()
	fn := ssaflow.Callee(c)
	if fn == nil || fn.Pkg() == nil && fn.Name() != "Error" {
		q.reads = append(q.reads, call)
		return
	}
	if i := slices.IndexFunc(q.matches, func(m *errmatch.Match) bool { return m.Instr == call }); i >= 0 {
		m := q.matches[i]
		q.asks[call] = true
		q.ask(call, m.Holds(), m.Type, m.Found)
		return
	}
	switch {
	case q.holdsText(c, fn, v):
		if isBool(call.Type()) {
			q.asks[call] = true
			q.questions = append(q.questions, question{asks: call, holds: call})
			return
		}
		if fn.Pkg() != nil && fn.Pkg().Path() == "strings" && !isString(call.Type()) { // an index
			q.reads = append(q.reads, call)
			return
		}
		q.asks[call] = true
		q.follow(call)
	case isBool(call.Type()) && q.onlyAsks(c, fn, v):
		q.asks[call] = true
		q.questions = append(q.questions, question{asks: call, holds: call})
	default:
		q.reads = append(q.reads, call)
	}
}

// holdsText reports whether fn, which is called with v, returns something that v holds, such as its
// text or code, or asks what is in that text.
func (q *inquiry) holdsText(c *ssa.CallCommon, fn *types.Func, v ssa.Value) bool {
	if fn.Signature().Recv() != nil {
		receiver := c.Value
		if !c.IsInvoke() {
			receiver = c.Args[0]
		}
		return receiver == v && (fn.Name() == "Error" || awspath.IsSDK(fn.Pkg().Path()))
	}
	return fn.Pkg().Path() == "strings" || fn.Pkg().Path() == "slices"
}

// onlyAsks reports whether fn, which gets the error v, returns whether it is of one kind, and does nothing else.
func (q *inquiry) onlyAsks(c *ssa.CallCommon, fn *types.Func, v ssa.Value) bool {
	i := slices.Index(c.Args, v)
	if fn.Name() == "Is" && knowledge.HasStdAs(fn.Pkg().Path()) {
		return i == 0
	}
	body := c.StaticCallee()
	if i < 0 || body == nil || !knowledge.AsksKind(fn.Name()) {
		return false
	}
	if body = q.program.Body(body); !q.program.Local(body) {
		return awssdk.IsErrorType(v.Type())
	}
	if q.depth > 2 || len(body.Params) != len(c.Args) {
		return false
	}
	inside := inquire(q.program, q.matches, body.Params[i], q.depth+1)
	p, ok := newPaths(body.Blocks[0], inside, 2)
	return ok && len(inside.questions) > 0 && len(inside.reads) == 0 && p.deny(body) &&
		!slices.ContainsFunc(body.Blocks, func(b *ssa.BasicBlock) bool { return slices.ContainsFunc(b.Instrs, inside.acts) })
}

// acts reports whether instr, of a function that gets an error, does anything but ask what it is.
func (q *inquiry) acts(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case ssa.CallInstruction:
		_, builtin := instr.Common().Value.(*ssa.Builtin)
		return !builtin && !q.asks[instr]
	case *ssa.Store:
		_, local := ssaflow.Whole(instr.Addr).(*ssa.Alloc)
		return !local
	case *ssa.MapUpdate, *ssa.Send, *ssa.Select, *ssa.Panic:
		return true
	}
	return false
}

func isBool(t types.Type) bool { return types.Identical(t.Underlying(), types.Typ[types.Bool]) }

func isString(t types.Type) bool { return types.Identical(t.Underlying(), types.Typ[types.String]) }
