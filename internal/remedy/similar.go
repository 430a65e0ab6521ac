package remedy

import (
	"regexp"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/lazyregexp"
	"github.com/awserrlint/awserrlint/internal/nearest"
)

// similar returns the remedy for a part of a name, or for one that is misspelled.
func (ops Operations) similar(w string) (Remedy, bool) {
	if len(w) < 6 || humps(w) < 2 {
		return Remedy{}, false
	}
	found, all := ops.modelled(func(e model.Error) bool { return strings.Contains(e.Type, w) || strings.Contains(e.Code, w) })
	if len(found) == 1 {
		rest := strings.TrimPrefix(found[0].Type, w)
		return ops.matchModelled(found[0], all && rest != "" && knowledge.TrimErrorSuffix(rest) == ""), true
	}
	if len(found) > 1 {
		return Remedy{Advice: "match the types you mean, or compare the code of smithy.APIError"}, true
	}
	var names []string
	packages := make(map[string]string) // by name of a type
	for _, op := range ops.known {
		if slices.ContainsFunc(op.service.WellKnownCodes(), func(code string) bool { return strings.Contains(code, w) }) {
			return Remedy{Advice: anyCode}, true
		}
		for _, e := range op.errors {
			names = append(names, e.Type)
			packages[e.Type] = op.Package
		}
	}
	if near, ok := nearest.Name(w, names); ok && len(w) >= 8 {
		return Remedy{Advice: "did you mean " + ops.TypeName(packages[near], near) + "? Match it by its type"}, true
	}
	return Remedy{}, false
}

// messageFamilies are kinds of errors that messages and names of types tell alike.
var messageFamilies = []knowledge.Family{knowledge.NotFound, knowledge.AlreadyExists, knowledge.ConditionFailed, knowledge.Throttled}

// notAWS matches messages of what is not AWS, such as the network.
var notAWS = lazyregexp.New(`(?i)host|file|director|lookup|endpoint|credential|profile|region|certificate|executable`)

// forMessage returns the remedy for a text that is searched for words that people read, where they
// say no more than the one type that fits.
func (ops Operations) forMessage(s string) (Remedy, bool) {
	if ops.partial || notAWS().MatchString(s) {
		return Remedy{}, false
	}
	for _, family := range messageFamilies {
		if !family.Message().MatchString(s) {
			continue
		}
		found, all := ops.modelled(ops.meant(family.Name(), s))
		if len(found) == 1 && all {
			return ops.matchModelled(found[0], false), true
		}
	}
	return Remedy{}, false
}

// meant returns which errors the message can mean: those whose names match and, where it mentions
// another word of some of their names, such as Key or Bucket, these alone.
func (ops Operations) meant(name *regexp.Regexp, message string) func(model.Error) bool {
	mentions := func(e model.Error) bool {
		return slices.ContainsFunc(wordOfName().FindAllString(name.ReplaceAllString(e.Type, ""), -1), func(word string) bool {
			return word != knowledge.ExceptionSuffix && strings.Contains(strings.ToLower(message), strings.ToLower(word))
		})
	}
	matches := func(e model.Error) bool { return name.MatchString(e.Type) }
	both := func(e model.Error) bool { return matches(e) && mentions(e) }
	if slices.ContainsFunc(ops.known, func(op operation) bool { return hasType(op.service, both) }) {
		return both
	}
	return matches
}

// wordOfName matches the words that CamelCase joins.
var wordOfName = lazyregexp.New(`[A-Z][a-z]{2,}`)
