// Package source finds the files of Go packages as the go command would, without
// running it: environment, flags, main module, module cache, vendor folders, build
// constraints. It handles the common cases. Everything else, and everything that is
// wrong, is an error: the caller then runs the go command.
package source
