package option

import (
	"errors"
	"flag"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// Takes is what a flag takes.
type Takes struct {
	Bool    bool
	Choices []string // nil if there is no such list
	List    bool     // words separated by commas, with or without spaces
	Count   int      // of the words of the list; 0 if there may be any number

	// Word is a regular expression for each word, without commas, in the syntax that Go and JSON
	// schemas share. "" stands for any word.
	Word string
}

// Of returns what f takes.
func Of(f *flag.Flag) Takes {
	switch v := f.Value.(type) {
	case interface{ IsBoolFlag() bool }:
		return Takes{Bool: v.IsBoolFlag()}
	case interface{ Takes() Takes }:
		return v.Takes()
	}
	return Takes{}
}

// A Choice is the value of a flag that takes one of some words.
type Choice struct {
	value   string
	choices []string
}

// NewChoice returns a Choice. The first of the choices is the default.
func NewChoice(choices ...string) *Choice { return &Choice{choices[0], choices} }

// String returns the word.
func (c *Choice) String() string { return c.value }

// Set sets the word to value.
func (c *Choice) Set(value string) error {
	if !slices.Contains(c.choices, value) {
		return errors.New("want " + OneOf(c.choices))
	}
	c.value = value
	return nil
}

// OneOf returns "a, b or c".
func OneOf(words []string) string {
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " or " + words[last]
}

// Takes says that c takes its choices.
func (c *Choice) Takes() Takes { return Takes{Choices: c.choices} }

// A Form is how the words of a List have to look.
type Form struct {
	Word string // see Takes

	// Wrong returns what is wrong with a word that does not match, and what to write instead.
	Wrong func(word string) string

	re func() *regexp.Regexp
}

// NewForm returns a Form. The regular expression is compiled when it is needed.
func NewForm(word string, wrong func(word string) string) *Form {
	return &Form{word, wrong, sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile("^(?:" + word + ")$") })}
}

// A List is the value of a flag that takes words of a Form, separated by commas.
type List struct {
	Words []string
	form  *Form
	one   bool // no more than one word
}

// NewList returns an empty List.
func NewList(form *Form) *List { return &List{form: form} }

// NewWord returns a List of no more than one word.
func NewWord(form *Form) *List { return &List{form: form, one: true} }

// String returns the words separated by commas.
func (l *List) String() string { return strings.Join(l.Words, ",") }

// Set sets the words to those in value.
func (l *List) Set(value string) error {
	l.Words = nil
	if value == "" {
		return nil
	}
	words := strings.Split(value, ",")
	if l.one && len(words) > 1 {
		return errors.New("want no more than one name")
	}
	for i, word := range words {
		word = strings.Trim(word, " ")
		words[i] = word
		if !l.form.re().MatchString(word) {
			return fmt.Errorf("%q %s", word, l.form.Wrong(word))
		}
	}
	l.Words = words
	return nil
}

// Takes says that l takes words of its form.
func (l *List) Takes() Takes { return Takes{Word: l.form.Word, List: !l.one} }

// Names is the value of a flag that takes as many names as it has by default. Some may be empty.
type Names []string

// String returns the names separated by commas.
func (n *Names) String() string { return strings.Join(*n, ",") }

// Set sets the names to those in value.
func (n *Names) Set(value string) error {
	names := strings.Split(value, ",")
	if len(names) != len(*n) || strings.Trim(value, ", ") == "" {
		return fmt.Errorf("want %d names, such as %s", len(*n), n)
	}
	for i, name := range names {
		names[i] = strings.TrimSpace(name)
	}
	*n = names
	return nil
}

// Takes says that n takes a fixed number of names.
func (n *Names) Takes() Takes { return Takes{List: true, Count: len(*n)} }
