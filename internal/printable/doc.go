// Package printable makes text that somebody else chose safe to print: for a terminal, which obeys control
// characters, and for the log of a run, in which services obey lines.
package printable
