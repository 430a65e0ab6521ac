// Package rule is what all rules share: what a rule is, the pass that it runs in, and
// the one way to report. It leaves out what users do not want to hear of, and makes fixes
// that fit together.
package rule
