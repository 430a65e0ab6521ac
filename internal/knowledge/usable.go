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
	usable = lazyregexp.New(`^(health(y|iness)?|pings?|ready|readiness|alive|liveness|reach(es|able|ability)?|online|connect(s|ed|able|ivity)?|` +
		`valid(ate[sd]?|ity|ation)?|authed|authori[sz]e[sd]?|authenticate[sd]?|logged|permit(s|ted)?|accessible|accessibility|accessed|allow(s|ed)?|` +
		`support(s|ed)?|available|availability|works?|working|probes?|probing|usable)$`)

	// usedThing are words for what can be used, which ask so unless they only describe what follows:
	// hasAccess, hasAccessTo, canAccessBucket, accessGranted, but not getAccessKeys.
	usedThing = lazyregexp.New(`^(access|auth|authori[sz]ation|authentication|logins?|cred|creds|credentials?|permissions?|connections?)$`)

	// mayBe are words after which a thing is a verb, and after it those with which it describes nothing.
	mayBe   = lazyregexp.New(`^(can|could|may|might)$`)
	notOfIt = lazyregexp.New(`^(to|for|from|in|on|of|with|by|via|at|and|or|is|are|was|ok|okay|granted|denied|given|set|status|states?|works?|exists?|check|checks|test|error)$`)
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
	for i, w := range words {
		last := i == len(words)-1
		switch {
		case usable().MatchString(w):
			return true
		case usedThing().MatchString(w) && (last || i > 0 && mayBe().MatchString(words[i-1]) || notOfIt().MatchString(words[i+1])):
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
