// Package ruletest runs rules on their fixtures.
//
// The fixtures of a rule are the packages below testdata/src/<rule>. They belong to a module that
// requires the real SDK. A comment
//
//	// want `regexp`
//
// demands a finding of the rule on its line. There must be no other findings. A finding with a
// severity of its own is demanded by
//
//	// want `info: regexp`
//
// or "warning: ". If x.go has
// findings with fixes, x.go.golden holds x.go after all fixes. The test demands that it has no
// type errors and no findings with fixes.
package ruletest
