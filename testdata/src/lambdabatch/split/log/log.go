// Package log is how this program logs.
package log

import "fmt"

// An Entry is what is logged.
type Entry struct{ text string }

// New makes an entry.
func New(format string, args ...any) *Entry { return &Entry{fmt.Sprintf(format, args...)} }

// AddField adds a field.
func (e *Entry) AddField(name, value string) *Entry {
	e.text += " " + name + "=" + value
	return e
}

// Write writes the entry.
func (e *Entry) Write() { fmt.Println(e.text) }
