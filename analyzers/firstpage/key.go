package firstpage

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/lazyregexp"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// wholeKey reports whether the key condition of a query compares two attributes, all that a key has, for equality: one
// item of the table meets it, and seldom more of an index.
func (in input) wholeKey() bool {
	condition := in.members["KeyConditionExpression"]
	if condition == nil {
		return false
	}
	if call, ok := condition.(*ssa.Call); ok && ssaflow.Calls(&call.Call, awspath.Expression, "KeyCondition") {
		return buildsWholeKey(call.Parent())
	}
	words, ok := text(condition)
	if !ok {
		return false
	}
	parts := and().Split(words, -1)
	return len(parts) == 2 && !slices.ContainsFunc(parts, func(part string) bool { return !equality().MatchString(part) })
}

var (
	and      = lazyregexp.New(`(?i)\s+and\s+`)
	equality = lazyregexp.New(`^[\s(]*[\w#.]+\s*=\s*:\w+[\s)]*$`)
)

// buildsWholeKey reports whether fn builds such a condition:
//
//	expression.Key("owner").Equal(owner).And(expression.Key("id").Equal(id))
func buildsWholeKey(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(*ssa.Call)
			if !ok || !ssaflow.Calls(&call.Call, awspath.Expression, "And") && !ssaflow.Calls(&call.Call, awspath.Expression, "KeyAnd") {
				continue
			}
			if len(call.Call.Args) == 2 && !slices.ContainsFunc(call.Call.Args, func(arg ssa.Value) bool { return !isKeyEqual(arg) }) {
				return true
			}
		}
	}
	return false
}

func isKeyEqual(v ssa.Value) bool {
	call, ok := v.(*ssa.Call)
	return ok && (ssaflow.Calls(&call.Call, awspath.Expression, "KeyEqual") ||
		ssaflow.Calls(&call.Call, awspath.Expression, "Equal") && ssaflow.Callee(&call.Call).Signature().Params().Len() == 1 && isKey(call.Call.Args[0]))
}

// isKey reports whether v is expression.Key(name), whose conditions are about keys.
func isKey(v ssa.Value) bool {
	call, ok := v.(*ssa.Call)
	return ok && ssaflow.Calls(&call.Call, awspath.Expression, "Key")
}
