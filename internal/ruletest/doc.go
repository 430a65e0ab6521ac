// Package ruletest runs rules on their fixtures.
//
// The fixtures of a rule are the packages below testdata/src/<rule>. They belong to
// a real module that requires the real SDK. A comment
//
//	// want `regexp`
//
// demands a diagnostic of the rule on its line, and no diagnostic may stand anywhere
// else. Where fixes are offered for a file x.go, the file x.go.golden holds it as it is
// after all of them; the test demands that it has no type error and that the rule
// offers nothing more for it.
package ruletest
