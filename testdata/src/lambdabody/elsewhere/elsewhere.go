// Package elsewhere has errors of which other packages know nothing, and functions that make bodies.
package elsewhere

import (
	"encoding/json"
	"errors"
	"fmt"
)

// ErrMissing is a fixed text.
var ErrMissing = errors.New("missing")

// Errors to compare with: a text with another one in it, and JSON.
var (
	ErrGone    = fmt.Errorf("gone: %w", ErrMissing)
	ErrEncoded = errors.New(`{"message":"missing"}`)
)

// Err returns an error of whatever text.
func Err() error { return last }

var last error

// Fail sets the error.
func Fail(err error) { last = err }

// Describe returns a text.
func Describe(where string, err error) string { return fmt.Sprintf("%s: %s", where, err.Error()) }

// Sorry returns one of two texts.
func Sorry(name string) string {
	if name == "" {
		return "somebody failed"
	}
	return name + ": failed"
}

// Encode returns JSON, but for an error of its own.
func Encode(where string, err error) string {
	b, failed := json.Marshal(map[string]string{"message": where + ": " + err.Error()})
	if failed != nil {
		return failed.Error()
	}
	return string(b)
}

// Hand returns JSON written by hand.
func Hand(message string) string { return fmt.Sprintf("%s%q}", `{"message":`, message) }

// Pass returns what it is given.
func Pass(body string) string { return fmt.Sprintf("%s", body) }
