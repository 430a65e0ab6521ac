package errflow

import (
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk/model"
)

// A TextMatch asks what the text of an error is, or what it holds.
type TextMatch struct {
	// Instr is the *ssa.Call of the function that asks, or the *ssa.BinOp of a
	// comparison, whose position is that of the operator or of the expression in a case.
	Instr ssa.Instruction

	// Errs are the errors whose text is asked.
	Errs []ssa.Value

	// Literals are what the text is compared with, in order. There are several where
	// they come out of a list, or from the callers of a helper.
	Literals []string

	// Text and Needle are the indexes of the arguments of a call that are the text and
	// what is looked for. Needle is -1 where a list or a pattern is.
	Text, Needle int
}

// searches are the functions of package strings that look for their second argument
// in the first.
var searches = map[string]bool{
	"Contains": true, "HasPrefix": true, "HasSuffix": true, "EqualFold": true, "Index": true, "LastIndex": true, "Count": true,
}

// TextMatches returns the places of the package where the text of an error is
// compared with constants, in order of their functions.
func (p *Package) TextMatches() []*TextMatch {
	var ms []*TextMatch
	eachInstr(p.Funcs, func(instr ssa.Instruction) {
		var m *TextMatch
		switch instr := instr.(type) {
		case *ssa.Call:
			m = p.textCall(instr)
		case *ssa.BinOp:
			if instr.Op == token.EQL || instr.Op == token.NEQ {
				m = p.textMatch(instr, []ssa.Value{instr.X, instr.Y}, 0, 1)
			}
		}
		if m != nil {
			ms = append(ms, m)
		}
	})
	return ms
}

// textCall returns the match that call is, nil if it is none.
func (p *Package) textCall(call *ssa.Call) *TextMatch {
	fn := callee(call.Common())
	if fn == nil || fn.Pkg() == nil {
		return nil
	}
	args := call.Call.Args
	switch path := fn.Pkg().Path(); {
	case path == "strings" && searches[fn.Name()] && len(args) == 2:
		return p.textMatch(call, args, 0, 1)
	case path == "slices" && fn.Name() == "Contains" && len(args) == 2:
		return p.listMatch(call, args[1], p.listed(args[0]))
	case path == "regexp" && fn.Name() == "MatchString" && len(args) == 2:
		patterns := p.constants(args[0])
		if fn.Signature().Recv() != nil {
			patterns = p.compiled(args[0])
		}
		return p.listMatch(call, args[1], plain(patterns))
	}
	return nil
}

// textMatch returns the match of the text values[text] with values[needle], or the
// other way round.
func (p *Package) textMatch(instr ssa.Instruction, values []ssa.Value, text, needle int) *TextMatch {
	if !isString(values[text].Type()) {
		return nil
	}
	for range 2 {
		if literals := p.constants(values[needle]); len(literals) > 0 {
			if errs := p.TextOf(values[text]); len(errs) > 0 {
				return &TextMatch{Instr: instr, Errs: errs, Literals: literals, Text: text, Needle: needle}
			}
		}
		text, needle = needle, text
	}
	return nil
}

// listMatch returns the match of text, the second argument of call, with literals.
func (p *Package) listMatch(call *ssa.Call, text ssa.Value, literals []string) *TextMatch {
	if len(literals) == 0 || !isString(text.Type()) {
		return nil
	}
	errs := p.TextOf(text)
	if len(errs) == 0 {
		return nil
	}
	return &TextMatch{Instr: call, Errs: errs, Literals: literals, Text: 1, Needle: -1}
}

func isString(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// Guarded reports whether a match of an SDK type or interface precedes m on every way
// to it and asks the same error, so that m only asks for more.
func (p *Package) Guarded(m *TextMatch, matches []*Match) bool {
	return slices.ContainsFunc(matches, func(guard *Match) bool {
		return guard.Instr.Parent() == m.Instr.Parent() && slices.Contains(m.Errs, guard.Err) && fromSDK(guard.Target) &&
			dominates(guard.Instr, m.Instr)
	})
}

// Imported returns the service package that pkg is, or whose types it holds, nil if it
// is none of SDK v2 or its source cannot be read.
func (p *Package) Imported(pkg *types.Package) *model.Service {
	path := strings.TrimSuffix(pkg.Path(), "/types")
	if awspath.Generation(path) != 2 {
		return nil
	}
	for _, name := range pkg.Scope().Names() {
		file := p.fset.File(pkg.Scope().Lookup(name).Pos())
		if file == nil {
			continue
		}
		dir, err := reader.Dir(file.Name(), p.dir)
		if err != nil {
			return nil
		}
		if path != pkg.Path() {
			dir = filepath.Dir(dir)
		}
		svc, err := reader.Load(dir)
		if err != nil {
			return nil
		}
		return svc
	}
	return nil
}
