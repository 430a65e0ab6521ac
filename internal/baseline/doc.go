// Package baseline keeps the findings that a program had when it began to use the linter, so that
// only what is new is reported. It knows them by the source around them, wherever that moves.
package baseline
