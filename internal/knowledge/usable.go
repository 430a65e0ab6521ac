package knowledge

import (
	"slices"
	"strings"
	"unicode"

	"github.com/awserrlint/awserrlint/internal/lazyregexp"
)

// Words in the names of functions that ask whether something can be used.
//
// Source: functions of open-source programs that use AWS, and the names of what AWS has: AccessPoint,
// AccessKey, LoginProfile, HealthCheck, PermissionSet, ConnectionGroup.
var (
	// usable are words that ask so wherever they stand.
	usable = lazyregexp.New(`^(health(y|iness|checks?)?|pings?|ready|readiness|alive|liveness|reach(es|able|ability)?|online|connect(s|ed|able|ivity)?|` +
		`valid(ate[sd]?|ity|ation)?|authed|authori[sz]e[sd]?|authenticate[sd]?|logged|permit(s|ted)?|accessible|accessibility|accessed|allowed|` +
		`support(s|ed)?|available|availability|works|probes?|probing|usable)$`)

	// usedThing are words for what can be used, which ask so unless they only describe what follows:
	// hasAccess, hasAccessTo, canAccessBucket, accessGranted, but not getAccessKeys.
	usedThing = lazyregexp.New(`^(access|auth|authori[sz]ation|authentication|logins?|cred|creds|credentials?|permissions?|connections?)$`)

	// asking are words after which such a thing is asked for, and partOfThing those that make it
	// another thing even then.
	asking      = lazyregexp.New(`^(can|could|may|might|check|checks|test|tests|verify|verifies)$`)
	partOfThing = lazyregexp.New(`^(keys?|points?|entry|entries|polic(y|ies)|profiles?|providers?|logs?|lists?|reports?|sets?|bound(s|ary)|boundaries|ids?|analyzers?|blocks?|types?|groups?|options?)$`)

	// notOfIt are words that describe nothing.
	notOfIt = lazyregexp.New(`^(to|for|from|in|on|of|with|by|via|at|and|or|is|are|was|ok|okay|granted|denied|given|success|succeeds|status|states?|works?|exists?|check|checks|test|error)$`)
)

// existing matches the names of functions that ask whether something is there, and credentials
// words of those that ask so of what cannot be asked for in another way.
var (
	existing    = lazyregexp.New(`(?i)exist`)
	credentials = lazyregexp.New(`^(auth.*|cred.*|sessions?)$`)
)

// AsksForExistence reports whether a function called name asks whether something exists.
func AsksForExistence(name string) bool { return existing().MatchString(name) }

// AsksWhetherUsable reports whether a function called name asks whether something can be used at
// all, and not whether it exists: to such a function, any error says no.
func AsksWhetherUsable(name string) bool {
	words := wordsOf(name)
	if AsksForExistence(name) && !slices.ContainsFunc(words, credentials().MatchString) {
		return false
	}
	return slices.ContainsFunc(words, usable().MatchString) || asksForThing(words)
}

// asksForThing reports whether one of the words of a name is for what can be used, and the name asks for that.
func asksForThing(words []string) bool {
	for i, w := range words {
		switch {
		case !usedThing().MatchString(w):
		case i == len(words)-1, notOfIt().MatchString(words[i+1]):
			return true
		case slices.ContainsFunc(words[:i], asking().MatchString) && !partOfThing().MatchString(words[i+1]):
			return true
		}
	}
	return false
}

// wordsOf returns the words of which name is made, in lower case: has, s3, access for hasS3Access, get, aws,
// key for getAWSKey.
func wordsOf(name string) []string {
	var words []string
	start := 0
	runes := []rune(name)
	cut := func(end int) {
		if start < end {
			words = append(words, strings.ToLower(string(runes[start:end])))
		}
		start = end
	}
	for i, r := range runes {
		switch {
		case r == '_':
			cut(i)
			start = i + 1
		case i > 0 && unicode.IsUpper(r) && (!unicode.IsUpper(runes[i-1]) || i+1 < len(runes) && unicode.IsLower(runes[i+1])):
			cut(i)
		}
	}
	cut(len(runes))
	return words
}
