// Package lazyregexp compiles regular expressions when they are first used: the go
// command starts the program for each package of a build, mostly to learn that there is
// nothing to do.
package lazyregexp
