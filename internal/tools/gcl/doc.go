// The gcl command is golangci-lint with the awserrlint plugin, for the tests of the plugin. Users
// build theirs with "golangci-lint custom", see docs/ci.md.
package main
