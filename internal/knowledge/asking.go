package knowledge

import (
	"go/types"

	"github.com/awserrlint/awserrlint/internal/lazyregexp"
)

// having matches the names of fields that say whether something is there, with existing.
var having = lazyregexp.New(`^[Hh]as[A-Z]|(?i)found$`)

// NamesExistence reports whether a field called name says whether something exists.
func NamesExistence(name string) bool { return AsksForExistence(name) || having().MatchString(name) }

// polling matches the names of functions that call another function until it returns true, and
// gone those that do so until it returns false.
//
// Source: k8s.io/apimachinery/pkg/util/wait, testify's Eventually, terratest's retry, cenkalti/backoff.
var (
	polling = lazyregexp.New(`(?i)poll|wait|retry|eventually|until|backoff`)
	gone    = lazyregexp.New(`(?i)delet|remov|gone|terminat`)
)

// Polls reports whether a function called name calls another one until it returns true: an error
// that becomes false is tried again.
func Polls(name string) bool { return polling().MatchString(name) && !gone().MatchString(name) }

// pausing matches the names of functions that wait between two attempts.
//
// Source: package time, k8s.io/apimachinery/pkg/util/wait, and functions of open-source programs that use AWS.
var pausing = lazyregexp.New(`(?i)^(sleep|wait|pause|delay|backoff)|sleep$|^After$|^Tick$`)

// Pauses reports whether a function called name waits between two attempts.
func Pauses(name string) bool { return pausing().MatchString(name) }

// Waits reports whether fn does nothing but wait, or compute for how long.
func Waits(fn *types.Func) bool {
	if fn.Pkg() == nil {
		return false
	}
	switch fn.Pkg().Path() {
	case "time", "math", "math/rand", "math/rand/v2":
		return true
	}
	return false
}

// kinds matches the names of functions that ask whether an error is of a certain kind, which says
// nothing of all others. That an error is not fatal, expected or worth another attempt does.
//
// Source: functions of open-source programs that use AWS, and of k8s.io/apimachinery/pkg/api/errors.
var kinds = lazyregexp.New(`(?i)not_?found|exist|no_?such|missing|denied|forbidden|unauthori[sz]ed|conflict|in_?use|duplicate|` +
	`throttl|limit|precondition|conditional|has_?code|error_?code|timed?_?out|cancel`)

// AsksKind reports whether a function called name, which gets an error and returns a bool, asks
// whether the error is of one kind.
func AsksKind(name string) bool { return kinds().MatchString(name) }

// expecting matches texts of errors which say that a call should have failed.
//
// Source: programs that attack accounts on purpose, to see whether that is noticed, and tests of permissions.
var expecting = lazyregexp.New(`(?i)\bshould(?: have)? (?:fail|return(?:ed)? an? |(?:be|been) (?:denied|refused|rejected))|` +
	`\bexpected\b.*\b(?:errors?|fail\w*|denied|refused)\b|\b(?:did not|didn't) fail\b|\bunexpected(?:ly)? succe`)

// ExpectsFailure reports whether text, of an error that is returned where a call succeeds, says that it should have failed.
func ExpectsFailure(text string) bool { return expecting().MatchString(text) }
