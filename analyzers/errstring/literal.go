package errstring

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/lazyregexp"
)

// A literal is what a text is searched for, taken apart.
type literal struct {
	text string

	// words are the parts of it that look like codes, those that surely do first.
	words []string

	// whole says that it holds nothing but one word and punctuation.
	whole bool

	// status is the HTTP status that it asks for, 0 if it does not.
	status int
}

var (
	wordPattern   = lazyregexp.New(`[A-Za-z][A-Za-z0-9]*(?:\.[A-Za-z0-9]+)*`)
	statusPattern = lazyregexp.New(`(?i)^\s*(?:https?\s+)?(?:response\s+)?(?:error\s+)?status\s?code[:=]?\s*([45][0-9][0-9])\b`)
	numberPattern = lazyregexp.New(`^\s*([45][0-9][0-9])\s*$`)
)

func parse(text string) literal {
	l := literal{text: text}
	for _, re := range []func() *regexp.Regexp{statusPattern, numberPattern} {
		if m := re().FindStringSubmatch(text); m != nil {
			l.status = int(m[1][0]-'0')*100 + int(m[1][1]-'0')*10 + int(m[1][2]-'0')
			return l
		}
	}
	// The SDK writes "api error NoSuchKey: The specified key does not exist."
	rest, prefixed := strings.CutPrefix(strings.TrimSpace(text), "api error ")
	words := wordPattern().FindAllString(rest, -1)
	if len(words) == 0 {
		return l
	}
	l.whole = len(words) == 1 && strings.Trim(rest, ":.,;()[]'\" ") == words[0]
	if l.whole {
		l.words = words
		return l
	}
	for i, w := range words {
		if prefixed && i == 0 || humps(w) >= 2 {
			l.words = append(l.words, w)
		}
	}
	return l
}

// humps returns the number of words that CamelCase joins.
func humps(s string) int {
	n := 0
	lower := true
	for _, r := range s {
		if unicode.IsUpper(r) && lower {
			n++
		}
		lower = !unicode.IsUpper(r)
	}
	return n
}

// looksLikeCode reports whether word can hardly be anything but a code of AWS.
func looksLikeCode(word string) bool {
	return humps(word) >= 2 && len(word) >= 8 && knowledge.EndsLikeCode(word)
}

// meanings are what messages say and names of types say as well.
var meanings = []knowledge.Family{knowledge.NotFound, knowledge.AlreadyExists, knowledge.ConditionFailed, knowledge.Throttled}

// other matches messages of what is not AWS, such as the network.
var other = lazyregexp.New(`(?i)host|file|director|lookup|endpoint|credential|profile|region|certificate|executable`)
