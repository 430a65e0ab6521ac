// Package cli is the command awserrlint. The table in commands.go says what it can do; the
// usage, the completion in shells and the dispatch read that table.
package cli
