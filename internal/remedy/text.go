package remedy

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/lazyregexp"
)

// A text is what the text of an error is searched for, taken apart.
type text struct {
	string

	// words are the parts of it that look like codes, those that surely do first.
	words []string

	// whole says that it holds nothing but one word and punctuation.
	whole bool

	// code and message are the two parts of a text such as "NoSuchKey: The specified key does not
	// exist.", which is how the SDK prints them; "" of another one.
	code, message string

	// status is the HTTP status that it asks for, 0 if it does not.
	status int
}

var (
	wordPattern   = lazyregexp.New(`[A-Za-z][A-Za-z0-9]*(?:\.[A-Za-z0-9]+)*`)
	statusPattern = lazyregexp.New(`(?i)^\s*(?:https?\s+)?(?:response\s+)?(?:error\s+)?status\s?code[:=]?\s*([45][0-9][0-9])\b`)
	numberPattern = lazyregexp.New(`^\s*([45][0-9][0-9])\s*$`)
	codePattern   = lazyregexp.New(`^\s*([A-Za-z][\w.]*): *(.*[A-Za-z].*?)\s*$`)
)

// parse takes a text apart: "api error NoSuchKey: The specified key does not exist." has the word
// NoSuchKey, "StatusCode: 404" the status 404.
func parse(s string) text {
	t := text{string: s}
	for _, re := range []func() *regexp.Regexp{statusPattern, numberPattern} {
		if m := re().FindStringSubmatch(s); m != nil {
			t.status = int(m[1][0]-'0')*100 + int(m[1][1]-'0')*10 + int(m[1][2]-'0')
			return t
		}
	}
	rest, prefixed := strings.CutPrefix(strings.TrimSpace(s), "api error ")
	if m := codePattern().FindStringSubmatch(rest); m != nil && (prefixed || looksLikeCode(m[1])) {
		t.code, t.message = m[1], m[2]
	}
	words := wordPattern().FindAllString(rest, -1)
	if len(words) == 0 {
		return t
	}
	t.whole = len(words) == 1 && strings.Trim(rest, ":.,;()[]'\" ") == words[0]
	if t.whole {
		t.words = words
		return t
	}
	for i, w := range words {
		if prefixed && i == 0 || humps(w) >= 2 {
			t.words = append(t.words, w)
		}
	}
	return t
}

// looksLikeCode reports whether w is no word that people write.
func looksLikeCode(w string) bool { return humps(w) >= 2 || knowledge.IsOneWord(w) }

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
