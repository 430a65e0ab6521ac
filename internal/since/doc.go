// Package since tells which lines of a work tree are new since a revision of git.
package since
