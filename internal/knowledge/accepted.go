package knowledge

import (
	"strings"

	"github.com/awserrlint/awserrlint/internal/lazyregexp"
)

// AcceptsFailure and DocAcceptsFailure read comments sentence by sentence. A comment beside a call
// can only speak of that call; the documentation of a function speaks of much else, so that it
// needs clearer words. IsDeliberate asks less, since its callers have seen that the failure is logged.
//
// Source: comments at discarded errors in the standard library, Kubernetes, Docker, Terraform's
// AWS provider, Teleport, Loki, Packer and eksctl.

// The words of an expression that stand for the outcome of a call, with what may stand before it.
const (
	outcome = `(?:(?:an?|any|all|the|this|these|that|such|its|their|possible|potential|returned|resulting|secondary|aws|api|` +
		`clean-?up|deletion|delete|removal|close|upload|publish|metrics?|tagging|notification) +)*` +
		`(?:err|errors?|failures?|results?|outcome|return values?)`
	adverb   = `(?:(?:deliberately|intentionally|purposely|safely|silently|simply|just|explicitly) +)?`
	ignoring = `(?:ignor(?:e|es|ed|ing)|swallow(?:s|ed|ing)?|discard(?:s|ed|ing)?|suppress(?:es|ed|ing)?|drop(?:s|ped|ping)?)`
)

// selective follows what names only some outcomes: "ignore errors if the bucket does not exist".
const selective = `(?: +(?:if|when|unless|where|because of|caused by|about|like|such as|for (?:missing|non))\b)?`

// ignores matches sentences which say that the outcome of a call is ignored. The first group is not
// empty where only some outcomes are.
var ignores = lazyregexp.New(`(?i)\b` + ignoring + ` +(?:on +|here +)?` + outcome + `\b(` + selective + `)` +
	`|(?:^|[,:;(]\s*|\b(?:and|but|so|since|because|as|that) +)(?:we +)?` + outcome + ` +(?:(?:is|are|was|were|can be|may be|will be|being) +)+` + adverb + ignoring + `\b(` + selective + `)` +
	`|^` + outcome + ` +` + adverb + ignoring + `\b(` + selective + `)` +
	`|\bthis +(?:err|error|failure) +(?:can|may|should) +(?:safely +)?be +` + ignoring + `\b(` + selective + `)`)

// bestEffort matches what something is done with or as. What follows decides whether that is the
// quality of a value: "a best-effort guess".
var bestEffort = lazyregexp.New(`(?i)\bbest[- ]efforts?\b[ ,:-]*([a-z-]*)`)

// qualities are words that "best effort" describes where it does not speak of failures.
var qualities = []string{
	"guess", "estimate", "estimation", "approximation", "consistency", "consistent", "ordering", "order", "ordered", "snapshot", "match",
	"matching", "parse", "parsing", "parser", "name", "description", "detection", "derivation", "representation", "textual", "qos", "class",
	"traffic", "delivery", "scheduling", "schedule", "priority", "pods", "pod", "conversion", "mapping", "lookup", "derived", "value",
}

// plain matches sentences that say in other words that a failure does not matter.
var plain = lazyregexp.New(`(?i)\bnon-?fatal\b|\bnot (?:a )?fatal\b|\bfire[- ]and[- ]forget\b|\bsafe(?:ly)? to (?:ignore|discard|drop)\b|\bsafely (?:ignored?|discard|drop)` +
	`|\b(?:do(?:n['’]?t| not)|doesn['’]?t) (?:really )?care(?:$| (?:about|if|whether|for) (?:` + outcome + `|(?:it|this|that|the \w+(?: \w+)?) (?:fails|failed|succeeds|works|errors))\b)` +
	`|\b(?:ok|okay|fine|allowed|acceptable) (?:to fail|(?:if|when) (?:it|this|that|the \w+(?: \w+)?) (?:fails|errors)|for (?:it|this|that) to fail)\b`)

// beside matches what says so only next to a call.
var beside = lazyregexp.New(`(?i)^(?:(?:deliberately|intentionally|on purpose|by design|intentional|ignored?|ignoring|swallow(?:ed)?)\b[ ,:-]*)+$` +
	`|\b(?:deliberate(?:ly)?|intentional(?:ly)?|on purpose|purposely|purposefully)\b.*\b(?:err|errors?|fail\w*|results?|ignor\w+|discard\w*|swallow\w*|drop\w*|unchecked|not (?:checked|handled))\b` +
	`|\b(?:err|errors?|fail\w*|results?|ignor\w+|discard\w*|swallow\w*|drop\w*|unchecked|not (?:checked|handled))\b.*\b(?:deliberate(?:ly)?|intentional(?:ly)?|on purpose|purposely|purposefully)\b` +
	`|\b(?:log|report|print)(?:s|ged|ing)? +` + outcome + `,? +(?:and|but)(?: +then)? +(?:continue|proceed|carry on|keep going|go on|move on)\b` +
	`|\b(?:just|simply) +(?:not|skip|omit|leave out|do without|continue|go on)\b.*\b(?:if|when|on|in case of) +(?:(?:an?|any|the) +)?(?:err|errors?|failures?)(?: +(?:occurs?|happens?))?$` +
	`|^(?:we +)?(?:do(?:n['’]?t| not)|need not|(?:there is +)?no need to) +(?:need to +)?check(?:ing)? +(?:(?:the|its|any|for) +)*(?:(?:err|errors?)(?:$| (?:here|because|since|as)\b)|` +
	`(?:\w*outputs?|outcomes?|results?|responses?|(?:failed|unprocessed) \w+)\b.* (?:because|since|as)\b)` +
	`|\bskip(?:s|ped|ping)? +[\w ]*\b(?:with|on|because of|due to) +(?-i:[a-z]+ +){0,3}(?:errors?|failures?)$` +
	`|\bmay fail(?:$|[,:;)]| (?:and|but|if|when|because|silently|here)\b)` +
	`|\b(?:do(?:es)?n['’]?t|do(?:es)? not) matter(?:$|,| (?:if|when|whether) (?:it|this|that|the \w+(?: \w+)?) (?:fails|failed|succeeds|works|errors)\b)`)

// elsewhere matches sentences that say where a failure is told of, so that the error result need not be
// looked at.
var elsewhere = lazyregexp.New(`(?i)(?:^|\b(?:but|and|since|because) +)` + outcome + `(?: returned)? +(?:(?:is|are|was|were|will be|gets?|already|also|all) +)+` +
	`(?:returned|sent|reported|logged|handled|recorded|collected|surfaced|published|delivered|emitted) +(?:on|to|by|in|inside|via|through|over|within)\b`)

// goesOn matches what says so in the branch for errors: that the work goes on.
var goesOn = lazyregexp.New(`(?i)\b(?:do(?:n['’]?t| not)|should(?:n['’]?t| not)|must(?:n['’]?t| not)) +(?:` +
	`(?:fail|abort|block|interrupt|break|stop|warn)(?:$| +(?:the|this|our|a|an)(?: +(?:overall|whole|entire|main))? +(?:operation|request|call|run|process|flow|build|deploy\w*|` +
	`reconcil\w+|loop|job|command|execution|start-?up|scan|sync|creation|deletion|update|upload|clean-?up|import|launch|lambda|handler|invocation|batch)\b(` + selective + `))` +
	`|return +(?:the|an|this) +err(?:or)?\b(` + selective + `))` +
	`|\b(?:(?:do(?:n['’]?t| not)|should(?:n['’]?t| not)|must(?:n['’]?t| not)|may not|cannot) +)(?:drop|lose|fail|affect|block|stop|prevent|break) +(?:the +)?(?:rest|others?|remaining)\b` +
	`|\b(?:continue|proceed|carry on|keep going|go on) +(?:anyway|regardless|even if (?:it|this|that) fails)\b`)

// sameForAll matches sentences that say what every error means, whatever it is.
var sameForAll = lazyregexp.New(`(?i)\b(?:any|all)(?: +[a-z]+)? +errors?\b.*\b(?:(?:is|are) +(?:treated|considered|interpreted|taken|counted)|means?|counts? as)\b`)

// contrary matches sentences that forbid to lose an error, or regret it.
var contrary = lazyregexp.New(`(?i)\b(?:todo|fixme|xxx|hack|bug)\b|(?:\b(?:not|never|cannot|no longer|without|instead of|rather than|stop|avoid|only)|n['’]t)\s+(?:be +|just +|simply +|silently +|want to +|a +)?` +
	`(?:` + ignoring + `|safe\b|best[- ]effort|ok\b|okay|fine|acceptable|deliberate|intentional|fire[- ]and)`)

// AcceptsFailure reports whether a comment beside a call says that its failure is meant to be
// ignored.
func AcceptsFailure(comment string) bool {
	return anySentence(comment, true) || acceptsInOthers(comment)
}

// DocAcceptsFailure reports whether the documentation of a function says that the failures of what
// it calls are meant to be ignored.
func DocAcceptsFailure(doc string) bool { return anySentence(doc, false) }

func anySentence(comment string, besideCall bool) bool {
	accepts := false
	for _, s := range sentences(comment) {
		if besideCall && saysGoesOn(s) {
			accepts = true
			continue
		}
		if contrary().MatchString(s) {
			return false
		}
		accepts = accepts || saysIgnored(s) || saysBestEffort(s) || plain().MatchString(s) || sameForAll().MatchString(s) || besideCall && (beside().MatchString(s) || elsewhere().MatchString(s))
	}
	return accepts
}

// sentences returns the sentences of a comment, without the full stops.
func sentences(comment string) []string {
	text := strings.Join(strings.Fields(comment), " ")
	for _, stop := range []string{". ", "! ", "? ", "; "} {
		text = strings.ReplaceAll(text, stop, "\n")
	}
	var list []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.Trim(line, " .!?()-"); line != "" {
			list = append(list, line)
		}
	}
	return list
}

func saysIgnored(sentence string) bool {
	for _, m := range ignores().FindAllStringSubmatch(sentence, -1) {
		if m[1]+m[2]+m[3]+m[4] == "" {
			return true
		}
	}
	return false
}

func saysGoesOn(sentence string) bool {
	m := goesOn().FindStringSubmatch(sentence)
	return m != nil && m[1]+m[2] == ""
}

func saysBestEffort(sentence string) bool {
	for _, m := range bestEffort().FindAllStringSubmatch(sentence, -1) {
		if !containsFold(qualities, m[1]) {
			return true
		}
	}
	return false
}

func containsFold(words []string, word string) bool {
	for _, w := range words {
		if strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}
