// Package edit changes files: it merges the edits of several fixes, applies them, removes imports
// that they leave unused, and writes all files or none.
package edit
