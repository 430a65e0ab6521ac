// Package relpath names files as seen from the current folder, which is how users
// name them.
package relpath
