// Package source finds the files of Go packages as the go command would, without
// running it: environment, flags, main module, module cache, vendor folders, build
// constraints. It knows the common cases. Whatever else there is, and whatever is
// wrong, is an error: then the go command has to be asked.
package source
