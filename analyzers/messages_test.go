package analyzers_test

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/awserrlint/awserrlint/analyzers"
	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

// A message may be as long as this, with names of ordinary length.
const (
	maxMessage = 120
	maxName    = 16
)

// stilted matches words that no colleague would say. Source: readers who stumbled.
var stilted = regexp.MustCompile(`\b(taken for|tells? of|that means it|of which|nobody|answers?|in which|whose|is never equal|the one that)\b`)

// name matches what can be a name of a program or an operation.
var name = regexp.MustCompile(`[\w.*\[\]]+`)

// TestMessages demands of all findings in fixtures that they are short, name the operation unless it
// is one of many, end with what to do, and are in plain English. With -v it prints them, for reading.
func TestMessages(t *testing.T) {
	rules := analyzers.All()
	var patterns []string
	for _, r := range rules {
		patterns = append(patterns, "./"+r.Name+"/...")
	}
	type message struct{ rule, text string }
	messages := make(map[message]string) // where the first is
	res := ruletest.Analyze(t, ruletest.Fixtures(t), analyzersOf(rules), patterns...)
	for _, act := range res.Actions {
		for _, r := range act.Result.([]rule.Reported) {
			m := message{act.Analyzer.Name, r.Message}
			if messages[m] != "" {
				continue
			}
			at := res.Fset.Position(r.Pos).String()
			messages[m] = at
			if length := lengthOf(m.text); length > maxMessage {
				t.Errorf("%s: message of %s has %d characters: %s", at, m.rule, length, m.text)
			}
			if what, remedy, ok := strings.Cut(m.text, "; "); !ok || what == "" || remedy == "" {
				t.Errorf("%s: message of %s does not say what to do, after \"; \": %s", at, m.rule, m.text)
			}
			one := strings.Contains(r.Operation, ".") && !strings.HasSuffix(r.Operation, " or another operation")
			if one && !strings.Contains(m.text, r.Operation) {
				t.Errorf("%s: message of %s does not name %s: %s", at, m.rule, r.Operation, m.text)
			}
			if words := stilted.FindString(m.text); words != "" {
				t.Errorf("%s: message of %s has %q: %s", at, m.rule, words, m.text)
			}
		}
	}
	var sorted []message
	for m := range messages {
		sorted = append(sorted, m)
	}
	slices.SortFunc(sorted, func(m, n message) int { return cmp.Or(cmp.Compare(m.rule, n.rule), cmp.Compare(m.text, n.text)) })
	for _, m := range sorted {
		t.Logf("%s: %s", m.rule, m.text)
	}
}

// more matches names of operations beside the first name: the one that a function of the program
// calls, and others that the error can come from.
var more = regexp.MustCompile(` \(from [^)]*\)| or \w+\.\w+`)

// lengthOf returns the length of text, in which long names count as ordinary ones.
func lengthOf(text string) int {
	text = more.ReplaceAllString(text, "")
	return utf8.RuneCountInString(name.ReplaceAllStringFunc(text, func(s string) string { return s[:min(len(s), maxName)] }))
}
