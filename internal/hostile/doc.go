// Package hostile holds tests that attack the linter with source, names, settings and files that nobody
// writes in good faith, and demand that it ends in time, in bounds of memory, and with output that
// harms neither a terminal nor a parser.
package hostile
