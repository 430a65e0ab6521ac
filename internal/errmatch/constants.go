package errmatch

import (
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/lazyregexp"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// constants are the strings that a value can be.
type constants struct {
	texts   []string
	unknown bool // and others
}

// all returns the strings, nil unless all are known.
func (c constants) all() []string {
	if c.unknown {
		return nil
	}
	return c.texts
}

// constantSteps are the ways from a string to the constants that it can be.
const constantSteps = ssaflow.Phis | ssaflow.Conversions | ssaflow.Params | ssaflow.Elements | ssaflow.Globals | ssaflow.Fields

func (s *Set) constantWalk() *ssaflow.Backward[constants] {
	w := &ssaflow.Backward[constants]{
		Program: s.program(),
		Follow:  constantSteps,
		Join: func(x, y constants) constants {
			for _, text := range y.texts {
				if !slices.Contains(x.texts, text) {
					x.texts = append(x.texts[:len(x.texts):len(x.texts)], text)
				}
			}
			return constants{x.texts, x.unknown || y.unknown}
		},
		Others: constants{unknown: true},
	}
	w.Look = func(at ssaflow.At) (constants, bool) {
		if list := s.listOf(at.Value); list != nil && at.Elements { // Nobody adds to the list of another package.
			return w.Elements(list), true
		}
		if list := searchedBy(at.Value); list != nil && !at.Elements {
			return w.Elements(list), true
		}
		return constants{}, false
	}
	w.Leaf = func(at ssaflow.At) constants {
		switch text, ok := ssaflow.String(at.Value); {
		case at.Elements:
		case ok && text == "":
			return constants{}
		case ok:
			return constants{texts: []string{text}}
		}
		switch v := at.Value.(type) {
		case *ssa.Call:
			return s.constantOfCall(w, v.Common())
		case *ssa.Extract: // for code := range map[string]bool{"NoSuchKey": true}
			if next, ok := v.Tuple.(*ssa.Next); ok && v.Index == 1 {
				if loop, ok := next.Iter.(*ssa.Range); ok {
					return s.keys(w, loop.X)
				}
			}
		}
		return constants{unknown: true}
	}
	return w
}

// listOf returns what the variable of the package that v reads holds for good, nil where v reads none.
func (s *Set) listOf(v ssa.Value) ssa.Value {
	load, ok := v.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return nil
	}
	g, ok := load.X.(*ssa.Global)
	if !ok {
		return nil
	}
	return s.program().Initial(g)
}

// searchedBy returns the list that v, a parameter of a closure, is an element of:
//
//	slices.ContainsFunc(codes, func(code string) bool { … })
func searchedBy(v ssa.Value) ssa.Value {
	param, ok := v.(*ssa.Parameter)
	if !ok || param.Parent().Parent() == nil || len(param.Parent().Params) != 1 {
		return nil
	}
	closure := ssa.Value(param.Parent())
	for _, b := range param.Parent().Parent().Blocks {
		for _, instr := range b.Instrs {
			if made, ok := instr.(*ssa.MakeClosure); ok && made.Fn == closure {
				closure = made
			}
			call, ok := instr.(*ssa.Call)
			if !ok || len(call.Call.Args) != 2 || call.Call.Args[1] != closure {
				continue
			}
			fn := ssaflow.Callee(call.Common())
			if fn != nil && fn.Pkg() != nil && fn.Pkg().Path() == "slices" && (fn.Name() == "ContainsFunc" || fn.Name() == "IndexFunc") {
				return call.Call.Args[0]
			}
		}
	}
	return nil
}

// keys returns what the keys of the map m can be.
func (s *Set) keys(w *ssaflow.Backward[constants], m ssa.Value) constants {
	if held := s.listOf(m); held != nil {
		m = held
	}
	made, ok := m.(*ssa.MakeMap)
	if !ok {
		return constants{unknown: true}
	}
	var all constants
	for _, ref := range *made.Referrers() {
		if update, ok := ref.(*ssa.MapUpdate); ok && update.Map == made {
			all = w.Join(all, w.From(update.Key))
		}
	}
	return all
}

// constantOfCall returns what comes of a call that only changes case, and the code that an
// ErrorCode of the SDK, such as (&types.NoSuchKey{}).ErrorCode(), or that of a nil error, returns.
func (s *Set) constantOfCall(w *ssaflow.Backward[constants], common *ssa.CallCommon) constants {
	fn := ssaflow.Callee(common)
	if fn == nil || fn.Pkg() == nil || len(common.Args) != 1 {
		return constants{unknown: true}
	}
	switch {
	case fn.Pkg().Path() == "strings" && (fn.Name() == "ToLower" || fn.Name() == "ToUpper"):
		return w.From(common.Args[0])
	case fn.Name() == "ErrorCode" && awspath.IsSDK(fn.Pkg().Path()):
		if code := s.codeOfNew(common.Args[0]); code != "" {
			return constants{texts: []string{code}}
		}
	}
	return constants{unknown: true}
}

// codeOfNew returns the code of a new error of the SDK, or a nil one, "" where v is none or the source of its
// package cannot be read.
func (s *Set) codeOfNew(v ssa.Value) string {
	name := awssdk.TypeName(v.Type())
	made, ok := v.(*ssa.Alloc)
	if !ok && !ssaflow.IsNil(v) || name == nil {
		return ""
	}
	if ok {
		for field := range ssaflow.Members(made) {
			if field == nil || ssaflow.FieldOf(made.Type(), field.Field).Name() == "ErrorCodeOverride" {
				return ""
			}
		}
	}
	file := s.program().Fset.File(name.Pos())
	if file == nil {
		return ""
	}
	svc, err := model.Open(file.Name(), s.dir)
	if err != nil {
		return ""
	}
	return svc.DefaultCode(name.Name())
}

// constants returns the strings that v can be, nil unless all are known.
func (s *Set) constants(v ssa.Value) []string { return s.constantWalk().From(v).all() }

// listed returns the strings that the slice v holds, nil unless all are known.
func (s *Set) listed(v ssa.Value) []string { return s.constantWalk().Elements(v).all() }

// compiled returns the patterns that the regular expression v can be compiled from.
func (s *Set) compiled(v ssa.Value) []string {
	w := &ssaflow.Backward[constants]{Program: s.program(), Follow: ssaflow.Globals, Join: func(_, y constants) constants { return y }}
	w.Leaf = func(at ssaflow.At) constants {
		if call, ok := at.Value.(*ssa.Call); ok && ssaflow.Calls(call.Common(), "regexp", "MustCompile") {
			return constants{texts: s.constants(call.Call.Args[0])}
		}
		return constants{}
	}
	return w.From(v).all()
}

// literalPattern matches the patterns that only list texts: "NoSuchKey|NotFound".
var literalPattern = lazyregexp.New(`^(\(\?i\))?[\^(]*((?:[\w :-]|\\?\.|\|)+)[)$]*$`)

// plain returns the texts that patterns look for, nil where one is more than a list of texts.
func plain(patterns []string) []string {
	var texts []string
	for _, pattern := range patterns {
		m := literalPattern().FindStringSubmatch(pattern)
		if m == nil {
			return nil
		}
		texts = append(texts, strings.Split(strings.ReplaceAll(m[2], `\.`, "."), "|")...)
	}
	return texts
}
