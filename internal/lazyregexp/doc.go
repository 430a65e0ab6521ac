// Package lazyregexp compiles regular expressions when they are first used. The go command starts
// the program for each package of a build, usually without anything to do.
package lazyregexp
