// Package govet is the tool for go vet -vettool and go fix -fixtool. The go command runs it in
// three ways:
//
//	tool -V=full          print an ID of this build of the tool, for the go command's cache
//	tool -flags           describe the flags of the tool in JSON
//	tool [flags] vet.cfg  analyze the one package that the file describes
//
// The last way is not documented: the package unitchecker of x/tools defines it.
package govet
