package errmatch

import (
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// A TextMatch asks what the text of an error is, or what it holds.
type TextMatch struct {
	// Instr is the *ssa.Call of the function that asks, or the *ssa.BinOp of a comparison.
	Instr ssa.Instruction

	// Syntax is that of the instruction: an *ast.CallExpr, an *ast.BinaryExpr, or the expression in
	// a case of a switch over the text.
	Syntax inspector.Cursor

	// Errs are the errors whose text is asked.
	Errs []ssa.Value

	// Literals are what the text is compared with, in order. There are several where they come out
	// of a list, or from the callers of the function.
	Literals []string

	// Text and Needle are the expressions of the text and of what is looked for. Each is nil where
	// nothing is written for it: both in a switch over the text, Needle where a list or a pattern
	// is looked for.
	Text, Needle ast.Expr

	// Cond is the boolean expression that the match is, or is compared in, as the number that
	// strings.Index returns is. It is not valid where there is none. Negated says that it is true
	// where the text is not found.
	Cond    inspector.Cursor
	Negated bool

	text, needle int // the indexes of the operands, a receiver included; needle is -1 where there is none
}

// searches are the functions of package strings that look for their second argument in the first.
var searches = map[string]bool{
	"Contains": true, "HasPrefix": true, "HasSuffix": true, "EqualFold": true, "Index": true, "LastIndex": true, "Count": true,
}

func (s *Set) findTexts() []*TextMatch {
	return collect(s, func(instr ssa.Instruction) *TextMatch {
		m := s.textMatch(instr)
		if m == nil || len(m.Errs) == 0 {
			return nil
		}
		var written bool
		if m.Syntax, written = s.program().Syntax(instr); !written {
			return nil
		}
		m.Instr = instr
		s.takeApart(m)
		return m
	})
}

// textMatch returns the match that instr is, nil if it is none. There may be no error whose text is asked.
func (s *Set) textMatch(instr ssa.Instruction) *TextMatch {
	switch instr := instr.(type) {
	case *ssa.Call:
		return s.textCall(instr)
	case *ssa.BinOp:
		if instr.Op == token.EQL || instr.Op == token.NEQ {
			return s.compared(instr.X, instr.Y)
		}
	}
	return nil
}

func (s *Set) textCall(call *ssa.Call) *TextMatch {
	fn := ssaflow.Callee(call.Common())
	if fn == nil || fn.Pkg() == nil || len(call.Call.Args) != 2 {
		return nil
	}
	args := call.Call.Args
	switch path := fn.Pkg().Path(); {
	case path == "strings" && searches[fn.Name()]:
		return s.compared(args[0], args[1])
	case path == "slices" && fn.Name() == "Contains":
		return s.inList(args[1], s.listed(args[0]))
	case path == "regexp" && fn.Name() == "MatchString":
		patterns := s.constants(args[0])
		if fn.Signature().Recv() != nil {
			patterns = s.compiled(args[0])
		}
		return s.inList(args[1], plain(patterns))
	}
	return nil
}

// compared returns the match of the text x with y, or the other way round.
func (s *Set) compared(x, y ssa.Value) *TextMatch {
	if !isString(x.Type()) {
		return nil
	}
	for i, pair := range [][2]ssa.Value{{x, y}, {y, x}} {
		if literals := s.constants(pair[1]); len(literals) > 0 {
			if errs := s.TextOf(pair[0]); len(errs) > 0 {
				return &TextMatch{Errs: errs, Literals: literals, text: i, needle: 1 - i}
			}
		}
	}
	return nil
}

// inList returns the match of text, the second argument of a call, with literals.
func (s *Set) inList(text ssa.Value, literals []string) *TextMatch {
	if len(literals) == 0 || !isString(text.Type()) {
		return nil
	}
	return &TextMatch{Errs: s.TextOf(text), Literals: literals, text: 1, needle: -1}
}

// Guarded reports whether a match of an SDK type or interface precedes m on every path to it and
// asks the same error, so that m only asks for more.
func (s *Set) Guarded(m *TextMatch) bool {
	return slices.ContainsFunc(s.Matches(), func(guard *Match) bool {
		return guard.Instr.Parent() == m.Instr.Parent() && slices.Contains(m.Errs, guard.Err) && awssdk.FromSDK(guard.Type) &&
			ssaflow.Dominates(guard.Instr, m.Instr)
	})
}
