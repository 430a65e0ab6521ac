// Package edit makes edits in files: it merges those of several fixes, applies them, tidies
// what they leave, and writes all files or none.
package edit
