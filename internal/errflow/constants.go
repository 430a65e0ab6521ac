package errflow

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/lazyregexp"
)

// constants returns the strings that v can be, nil unless all are known.
func (p *Package) constants(v ssa.Value) []string {
	c := collector{Package: p, seen: make(map[ssa.Value]bool)}
	if !c.value(v) {
		return nil
	}
	return c.found
}

// listed returns the strings that the slice v holds, nil unless all are known.
func (p *Package) listed(v ssa.Value) []string {
	c := collector{Package: p, seen: make(map[ssa.Value]bool)}
	if !c.elements(v) {
		return nil
	}
	return c.found
}

// A collector collects constant strings.
type collector struct {
	*Package
	seen  map[ssa.Value]bool
	found []string
}

// value reports whether all strings that v can be are known, and collects them.
func (c *collector) value(v ssa.Value) bool {
	if c.seen[v] {
		return true
	}
	c.seen[v] = true
	switch v := v.(type) {
	case *ssa.Const:
		if v.Value == nil || v.Value.Kind() != constant.String {
			return false
		}
		if s := constant.StringVal(v.Value); s != "" && !slices.Contains(c.found, s) {
			c.found = append(c.found, s)
		}
		return true
	case *ssa.Phi:
		return !slices.ContainsFunc(v.Edges, func(e ssa.Value) bool { return !c.value(e) })
	case *ssa.Parameter:
		return c.parameter(v)
	case *ssa.ChangeType:
		return c.value(v.X)
	case *ssa.Convert:
		return c.value(v.X)
	case *ssa.Call:
		return c.call(v.Common())
	case *ssa.UnOp:
		switch addr := v.X.(type) {
		case *ssa.IndexAddr:
			return v.Op == token.MUL && c.elements(addr.X)
		case *ssa.Global:
			return v.Op == token.MUL && c.global(addr, c.value)
		}
	}
	return false
}

// parameter collects what the callers pass, if all of them are known.
func (c *collector) parameter(v *ssa.Parameter) bool {
	fn := v.Parent()
	calls := c.index.callers[fn]
	if len(calls) == 0 || c.calledElsewhere(fn) {
		return false
	}
	i := slices.Index(fn.Params, v)
	for _, call := range calls {
		args := call.Common().Args
		if i >= len(args) || !c.value(args[i]) {
			return false
		}
	}
	return true
}

// call collects what comes of a call that only changes case, and the type that an
// ErrorCode of the SDK, such as (&types.NoSuchKey{}).ErrorCode(), is the code of.
func (c *collector) call(common *ssa.CallCommon) bool {
	fn := callee(common)
	if fn == nil || fn.Pkg() == nil || len(common.Args) != 1 {
		return false
	}
	switch {
	case fn.Pkg().Path() == "strings" && (fn.Name() == "ToLower" || fn.Name() == "ToUpper"):
		return c.value(common.Args[0])
	case fn.Name() == "ErrorCode" && awspath.IsSDK(fn.Pkg().Path()):
		if ptr, ok := common.Args[0].Type().(*types.Pointer); ok {
			if named, ok := ptr.Elem().(*types.Named); ok {
				c.found = append(c.found, named.Obj().Name())
				return true
			}
		}
	}
	return false
}

// global collects what a variable of the package holds, if nobody else can assign to it.
func (c *collector) global(g *ssa.Global, collect func(ssa.Value) bool) bool {
	values := c.index.globals[g]
	return g.Pkg == c.ssa && !token.IsExported(g.Name()) && len(values) == 1 && collect(values[0])
}

// elements reports whether all elements of the list v are known, and collects them.
func (c *collector) elements(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Parameter:
		return false
	case *ssa.UnOp:
		g, ok := v.X.(*ssa.Global)
		return ok && c.global(g, c.elements)
	}
	any := false
	for e := range elementsOf(v) {
		if !c.value(e) {
			return false
		}
		any = true
	}
	return any
}

// compiled returns the patterns that the regular expression v can be compiled from.
func (p *Package) compiled(v ssa.Value) []string {
	switch v := v.(type) {
	case *ssa.Call:
		fn := callee(v.Common())
		if fn != nil && fn.Pkg() != nil && fn.Pkg().Path() == "regexp" && fn.Name() == "MustCompile" {
			return p.constants(v.Call.Args[0])
		}
	case *ssa.UnOp:
		if g, ok := v.X.(*ssa.Global); ok && g.Pkg == p.ssa && len(p.index.globals[g]) == 1 {
			return p.compiled(p.index.globals[g][0])
		}
	}
	return nil
}

// literalPattern matches the patterns that only list texts: "NoSuchKey|NotFound".
var literalPattern = lazyregexp.New(`^(\(\?i\))?[\^(]*((?:[\w :-]|\\?\.|\|)+)[)$]*$`)

// plain returns the texts that patterns look for, nil where one is more than a list
// of texts.
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
