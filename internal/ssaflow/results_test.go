package ssaflow

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/ssa"
)

// TestResults asks what functions that defer calls, or return from the body of a loop over a function, return, and which
// of that they know not to be nil.
func TestResults(t *testing.T) {
	for code, want := range map[string]string{
		`func f() error { defer println(); return a() }`:                                                   "a()",
		`func f() error { defer sink(1); return a() }`:                                                     "a(), ",
		`func f() error { defer println(); err := a(); if err != nil { return err }; return nil }`:         "a() not nil, nil:error",
		`func f() (err error) { defer println(); err = a(); return err }`:                                  "err",
		`func f() (err error) { defer println(); if err = a(); err != nil { return }; return b() }`:        "err not nil, b()",
		`func f() (err error) { defer println(); if err = a(); err != nil { err = b(); return }; return }`: "b(), err",
		`func f() (err error) { defer println(); for { if err != nil { return }; err = a() } }`:            "err not nil",
		`func f() (err error) { defer func() { err = b() }(); return a() }`:                                "err",
		`func f() (err error) { defer func() { recover() }(); return a() }`:                                "a(), err",
		`func f() (err error) { defer take(&err); if err = a(); err != nil { return err }; return nil }`:   "err, err, err",
		`func f() (n int, err error) { defer println(); n, err = pair(); return n, a() }`:                  "a()",
		`func f() error { for range each { return a() }; return b() }`:                                     "b(), a()",
		`func f() error { for range each { for range each { return a() } }; return nil }`:                  "nil:error, a()",
		`func f() (err error) { for range each { if err = a(); err != nil { return } }; return nil }`:      "nil:error, err",
		`func f() (err error) { defer func() { err = b() }(); for range each { return a() }; return nil }`: "err, err",
		`func f() error { for range each { defer sink(1); return a() }; return b() }`:                      "b(), a()",
	} {
		p := load(t, code)
		var got []string
		i := slices.IndexFunc(p.Funcs, func(fn *ssa.Function) bool { return fn.Name() == "f" })
		for _, ret := range Returns(p.Funcs[i]) {
			results, block := Returned(ret)
			got = append(got, describe(results[len(results)-1], block))
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%s\nreturns %s, want %s", code, s, want)
		}
	}
}

// describe returns what v is, by the variable that it is read from if it is, and whether it is known not to be nil in b.
func describe(v ssa.Value, b *ssa.BasicBlock) string {
	s := fmt.Sprint(v)
	if load, ok := v.(*ssa.UnOp); ok {
		s = load.X.(*ssa.Alloc).Comment
	}
	if DominatedByAny(b, NonNil(v)) {
		s += " not nil"
	}
	return s
}
