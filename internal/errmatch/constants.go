package errmatch

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
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
const constantSteps = ssaflow.Phis | ssaflow.Conversions | ssaflow.Params | ssaflow.Elements | ssaflow.Globals

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
	w.Leaf = func(at ssaflow.At) constants {
		switch text, ok := ssaflow.String(at.Value); {
		case at.Elements:
		case ok && text == "":
			return constants{}
		case ok:
			return constants{texts: []string{text}}
		}
		if call, ok := at.Value.(*ssa.Call); ok {
			return constantOfCall(w, call.Common())
		}
		return constants{unknown: true}
	}
	return w
}

// constantOfCall returns what comes of a call that only changes case, and the type that an
// ErrorCode of the SDK, such as (&types.NoSuchKey{}).ErrorCode(), is the code of.
func constantOfCall(w *ssaflow.Backward[constants], common *ssa.CallCommon) constants {
	fn := ssaflow.Callee(common)
	if fn == nil || fn.Pkg() == nil || len(common.Args) != 1 {
		return constants{unknown: true}
	}
	switch {
	case fn.Pkg().Path() == "strings" && (fn.Name() == "ToLower" || fn.Name() == "ToUpper"):
		return w.From(common.Args[0])
	case fn.Name() == "ErrorCode" && awspath.IsSDK(fn.Pkg().Path()):
		if name := awssdk.TypeName(common.Args[0].Type()); name != nil {
			return constants{texts: []string{name.Name()}}
		}
	}
	return constants{unknown: true}
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
