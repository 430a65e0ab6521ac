// Package govet is the tool of go vet -vettool and go fix -fixtool. The go command runs it in
// three ways:
//
//	tool -V=full           say which build of the tool this is, for the go command's cache
//	tool -flags            describe the flags of the tool, in JSON
//	tool [flags] unit.cfg  analyze the one package that the file describes
//
// Without a word about the last one in any documentation, x/tools' unitchecker is its
// definition.
package govet
