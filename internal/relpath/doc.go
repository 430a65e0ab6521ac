// Package relpath names files as seen from the current folder, as users do.
package relpath
