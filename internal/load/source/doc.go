// Package source finds the files of Go packages as the go command would:
// environment, Go version, main modules, module cache, vendor folders, build
// constraints. What it cannot tell from files, such as the modules of a workspace or
// the build tags of another Go, it asks the go command, which builds nothing for that.
// Modules that are wanted and not in the module cache, the go command downloads.
// No file of the user's changes, go.mod and go.sum included.
//
// What is left is an error: GOPACKAGESDRIVER, GO111MODULE=off, an overlay of the go
// command.
package source
