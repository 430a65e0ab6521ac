// The gcl command is golangci-lint with the awserrlint plugin, which the tests of the
// plugin run. Users build theirs with "golangci-lint custom", see docs/ci.md.
package main
