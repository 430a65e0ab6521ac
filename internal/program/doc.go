// Package program has what all ways to run awserrlint share: its name and version, its exit codes,
// how it parses flags and prints errors.
package program
