package errstring

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/lazyregexp"
)

// operations are those that an error comes from, and what is known of them.
type operations struct {
	answers []errflow.Answer
	partial bool // nothing is known of some operations
	mixed   bool // the error can come from elsewhere, too
}

// A modelled is an error that operations have a type for.
type modelled struct {
	path string // of the service package
	model.Error
}

// typed returns the modelled errors for which ok holds, and whether none of the
// operations can answer with one that it does not model.
func (k operations) typed(ok func(model.Error) bool) (found []modelled, all bool) {
	all = !k.partial
	for _, a := range k.answers {
		here := false
		for _, e := range a.Errors {
			if !ok(e) {
				continue
			}
			here = true
			if !slices.ContainsFunc(found, func(m modelled) bool { return m.path == a.Origin.Package && m.Type == e.Type }) {
				found = append(found, modelled{a.Origin.Package, e})
			}
		}
		if !here && knows(a.Service, ok) {
			all = false
		}
	}
	return found, all
}

// knows reports whether the service has a type for which ok holds.
func knows(svc *model.Service, ok func(model.Error) bool) bool {
	all, err := svc.AllErrors()
	return err != nil || slices.ContainsFunc(all, ok)
}

// word returns the remedy for a text that is searched for a word. whole says that it
// is searched for nothing else.
func (k operations) word(w string, whole bool) (remedy, bool) {
	if knowledge.IsDenied(w) {
		return k.denied(whole)
	}
	if k.inTransaction(w) {
		return remedy{advice: "match *types.TransactionCanceledException and look at its CancellationReasons"}, true
	}
	named := func(e model.Error) bool { return e.Named(w) }
	if whole && len(w) >= 8 && humps(w) < 2 {
		named = func(e model.Error) bool { return strings.EqualFold(e.Type, w) || strings.EqualFold(e.Code, w) }
	}
	if r, ok := k.named(named, whole); ok {
		return r, true
	}
	if r, ok := k.noBody(w, whole); ok {
		return r, true
	}
	for _, a := range k.answers {
		if code, ok := codeOf(a.Service, named); ok {
			return matchCode(code, whole), true
		}
		known := a.Service.WellKnownCodes()
		for _, code := range known {
			if w == code && !shared(code) || whole && strings.EqualFold(w, code) {
				code, certain := k.spelled(code, known)
				return matchCode(code, whole && certain), true
			}
		}
	}
	if !whole {
		return remedy{}, false
	}
	if r, ok := k.similar(w); ok {
		return r, true
	}
	if instead, ok := model.MadeBySDKv1(w); ok && instead != "" && !k.mixed {
		return remedy{advice: "SDK v2 never says " + w + ", match " + instead}, true
	}
	if looksLikeCode(w) {
		return remedy{advice: "match smithy.APIError and its code"}, true
	}
	return remedy{}, false
}

// spelled returns how the services spell a code that some of them send with the suffix
// Exception and some without, and whether that is certain.
func (k operations) spelled(code string, known []string) (string, bool) {
	base := strings.TrimSuffix(code, knowledge.ExceptionSuffix)
	if !slices.Contains(known, base) || !slices.Contains(known, base+knowledge.ExceptionSuffix) {
		return code, true
	}
	xml := func(a errflow.Answer) bool {
		p := a.Service.Protocol()
		return p == model.RestXML || p == model.Query || p == model.EC2Query
	}
	switch {
	case !slices.ContainsFunc(k.answers, func(a errflow.Answer) bool { return !xml(a) }):
		return base, true
	case !slices.ContainsFunc(k.answers, xml):
		return base + knowledge.ExceptionSuffix, false
	}
	return code, false
}

// shared reports whether services answer with the code for many reasons, so that only the
// message tells which.
func shared(code string) bool {
	switch code {
	case "ValidationError", "ValidationException", "InvalidParameterValue", "InvalidParameterCombination", "InvalidArgument":
		return true
	}
	return false
}

// named returns the remedy for the errors that named holds for.
func (k operations) named(named func(model.Error) bool, whole bool) (remedy, bool) {
	found, all := k.typed(named)
	switch {
	case len(found) == 0:
		return remedy{}, false
	case len(found) == 1 && all:
		return matchType(found[0].path, found[0].Type, found[0].Code, whole), true
	}
	same := !slices.ContainsFunc(found, func(m modelled) bool { return m.CodeOpen || m.Code != m.DefaultCode || m.Code != found[0].Code })
	return matchCode(found[0].Code, whole && same), true
}

// denied returns the remedy for a text that says in the words of any service that
// something is not allowed.
func (k operations) denied(whole bool) (remedy, bool) {
	var codes []string
	for _, a := range k.answers {
		if code := a.Service.AccessDenied(a.Origin.Name); !slices.Contains(codes, code) {
			codes = append(codes, code)
		}
	}
	switch len(codes) {
	case 0:
		return remedy{advice: "match smithy.APIError and its code"}, true
	case 1:
		if r, ok := k.named(func(e model.Error) bool { return e.Answers(codes[0]) }, whole); ok {
			return r, true
		}
		return matchCode(codes[0], whole && !k.partial), true
	}
	return remedy{advice: "match smithy.APIError and its codes " + strconv.Quote(codes[0]) + " and " + strconv.Quote(codes[1])}, true
}

// inTransaction reports whether w is why an item of a transaction failed, which is no error.
func (k operations) inTransaction(w string) bool {
	return (strings.HasPrefix(w, "ConditionalCheckFailed") || w == "TransactionConflict") &&
		slices.ContainsFunc(k.answers, func(a errflow.Answer) bool { return strings.HasPrefix(a.Origin.Name, "Transact") })
}

// noBody returns the remedy for a word that says what does not exist, where answers have no
// body that could say it.
func (k operations) noBody(w string, whole bool) (remedy, bool) {
	if k.partial || !knowledge.SaysNotFound(w) ||
		slices.ContainsFunc(k.answers, func(a errflow.Answer) bool { return !a.NoBody }) {
		return remedy{}, false
	}
	return k.named(func(e model.Error) bool { return e.Type == "NotFound" }, whole)
}

// codeOf returns the code of the only type of the service for which ok holds.
func codeOf(svc *model.Service, ok func(model.Error) bool) (string, bool) {
	all, err := svc.AllErrors()
	if err != nil {
		return "", false
	}
	i := slices.IndexFunc(all, ok)
	if i < 0 || all[i].CodeOpen || all[i].Code != all[i].DefaultCode {
		return "", false
	}
	return all[i].Code, true
}

// similar returns the remedy for a part of a name, or for one that is misspelled.
func (k operations) similar(w string) (remedy, bool) {
	if len(w) < 6 || humps(w) < 2 {
		return remedy{}, false
	}
	found, all := k.typed(func(e model.Error) bool { return strings.Contains(e.Type, w) || strings.Contains(e.Code, w) })
	if len(found) == 1 {
		rest := strings.TrimPrefix(found[0].Type, w)
		return matchType(found[0].path, found[0].Type, found[0].Code, all && rest != "" && knowledge.TrimErrorSuffix(rest) == ""), true
	}
	if len(found) > 1 {
		return remedy{advice: "match the types that are meant, or smithy.APIError and its code"}, true
	}
	var names []string
	paths := make(map[string]string)
	for _, a := range k.answers {
		for _, code := range a.Service.WellKnownCodes() {
			if strings.Contains(code, w) {
				return remedy{advice: "match smithy.APIError and its code"}, true
			}
		}
		for _, e := range a.Errors {
			names = append(names, e.Type)
			paths[e.Type] = a.Origin.Package
		}
	}
	if near, ok := model.Nearest(w, names); ok && len(w) >= 8 {
		return remedy{advice: "did you mean *types." + near + "? Match it by its type"}, true
	}
	return remedy{}, false
}

// message returns the remedy for a text that is searched for words that people read, where
// they say no more than the one type that fits.
func (k operations) message(l literal) (remedy, bool) {
	if k.partial || other().MatchString(l.text) {
		return remedy{}, false
	}
	for _, meaning := range meanings {
		if !meaning.Message().MatchString(l.text) {
			continue
		}
		found, all := k.typed(k.meant(meaning.Name(), l.text))
		if len(found) == 1 && all {
			return matchType(found[0].path, found[0].Type, found[0].Code, false), true
		}
	}
	return remedy{}, false
}

// meant returns which errors the text can mean: those whose names match and, where it
// mentions another word of some of their names, such as Key or Bucket, these alone.
func (k operations) meant(name *regexp.Regexp, text string) func(model.Error) bool {
	mentions := func(e model.Error) bool {
		return slices.ContainsFunc(wordOfName().FindAllString(name.ReplaceAllString(e.Type, ""), -1), func(word string) bool {
			return word != knowledge.ExceptionSuffix && strings.Contains(strings.ToLower(text), strings.ToLower(word))
		})
	}
	matches := func(e model.Error) bool { return name.MatchString(e.Type) }
	both := func(e model.Error) bool { return matches(e) && mentions(e) }
	if slices.ContainsFunc(k.answers, func(a errflow.Answer) bool { return knows(a.Service, both) }) {
		return both
	}
	return matches
}

// wordOfName matches the words that CamelCase joins.
var wordOfName = lazyregexp.New(`[A-Z][a-z]{2,}`)
