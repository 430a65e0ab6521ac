// Package kinds has error types that know their JSON.
package kinds

import "encoding/json"

// A Problem encodes itself.
type Problem struct{ text string }

// NewProblem returns a problem.
func NewProblem(text string) *Problem { return &Problem{text} }

func (p *Problem) Error() string                { return p.text }
func (p *Problem) MarshalJSON() ([]byte, error) { return json.Marshal(p.text) }

// A Text is encoded as a text.
type Text struct{ text string }

// NewText returns a text.
func NewText(text string) Text { return Text{text} }

func (t Text) Error() string                { return t.text }
func (t Text) MarshalText() ([]byte, error) { return []byte(t.text), nil }

// A Bare has nothing to encode.
type Bare struct{ text string }

// NewBare returns an error that encoding/json makes nothing of.
func NewBare(text string) Bare { return Bare{text} }

func (b Bare) Error() string { return b.text }
