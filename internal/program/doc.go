// Package program is what all ways of running awserrlint have in common: its name and
// version, its exit codes, and how it complains.
package program
