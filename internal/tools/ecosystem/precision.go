package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// A tally counts the verdicts on findings of a rule, or of all.
type tally struct{ right, half, wrong, merge, refuse int }

func (t *tally) add(v verdict) {
	switch v.fault {
	case right:
		t.right++
	case half:
		t.half++
	case wrong:
		t.wrong++
	}
	switch v.fix {
	case merge:
		t.merge++
	case refuse:
		t.refuse++
	}
}

func (t *tally) row(name string) string {
	all := t.right + t.half + t.wrong
	return fmt.Sprintf("| %s | %d | %d | %d | %d | %s | %s | %d | %d |\n",
		name, all, t.right, t.half, t.wrong, share(t.right, all), share(t.right+t.half, all), t.merge, t.refuse)
}

// share returns n of all with two digits after the point, and no more than is true: 0.999 is 0.99.
func share(n, all int) string {
	if all == 0 {
		return ""
	}
	return fmt.Sprintf("%d.%02d", n/all, 100*n/all%100)
}

// precision returns the page on how right awserrlint is.
func (j judgement) precision() string {
	var b strings.Builder
	b.WriteString(precisionIntro)
	j.writePrecision(&b)
	j.writeNotRight(&b)
	j.writeRecall(&b)
	j.writeCorpus(&b)
	j.writeClasses(&b)
	return b.String()
}

const precisionIntro = `# How right the findings are

Every finding of awserrlint in the repositories [below](#repositories) was read together with the code around it, with the eyes of a strict
maintainer. It is *right* if the fault is real, every word of the message is true, and the advice is good. It has *wrong advice* if the fault is
real, but the message or the advice is wrong or half right. It is *false* if there is no fault, or if anybody can see that it is meant so. *Strict*
precision is the share of those that are right, *lenient* precision that of those whose fault is real. Fixes are what a maintainer would *merge* as
they are, or *refuse*. Findings of severity info, which are shown only with ` + "`-all`" + `, are not counted.

The verdicts are in ` + "[verdicts.txt](../internal/tools/ecosystem/testdata/verdicts.txt)" + `. This page is generated from them. With checkouts of the
repositories, the first command prints every finding without a verdict and every verdict without a finding. The second one applies all fixes to
copies and prints what does not compile, what gofmt would change, what is found only then, and what a second run still changes:

` + "```sh\ngo run ./internal/tools/ecosystem -verdicts internal/tools/ecosystem/testdata/verdicts.txt CHECKOUT...\n" +
	"go run ./internal/tools/ecosystem -fix -vet=false CHECKOUT...\n```\n"

func (j judgement) writePrecision(b *strings.Builder) {
	var total tally
	info := 0
	byRule := make(map[string]*tally)
	for _, v := range j.all() {
		if v.severity == "info" {
			info++
			continue
		}
		if byRule[v.rule] == nil {
			byRule[v.rule] = new(tally)
		}
		byRule[v.rule].add(v)
		total.add(v)
	}
	b.WriteString("\n## Precision\n\n| rule | findings | right | wrong advice | false | strict | lenient | fixes to merge | to refuse |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n")
	for _, rule := range slices.Sorted(maps.Keys(byRule)) {
		b.WriteString(byRule[rule].row(rule))
	}
	b.WriteString(total.row("**all**"))
	fmt.Fprintf(b, "\nFindings of severity info, which are not counted: %d.\n", info)
}

func (j judgement) writeNotRight(b *strings.Builder) {
	b.WriteString("\n## What is not right\n\n| finding | verdict | why |\n| --- | --- | --- |\n")
	for s, v := range j.all() {
		if v.severity == "info" || v.fault == right && v.fix != refuse {
			continue
		}
		what := map[string]string{half: "wrong advice", wrong: "false", right: "right; fix to refuse"}[v.fault]
		fmt.Fprintf(b, "| %s `%s:%d` %s | %s | %s |\n", s.name(), v.file, v.line, v.rule, what, escapeCell(v.reason))
	}
}

func (j judgement) writeRecall(b *strings.Builder) {
	b.WriteString(`
## Recall

These faults were found without awserrlint and then judged by reading: in the Lambda services by somebody who had not seen its findings, elsewhere
by a search of the syntax ([places.txt](../internal/tools/ecosystem/testdata/places.txt)). Some rules have few: such code is rare in these repositories.

| rule | faults | reported | share |
| --- | ---: | ---: | ---: |
`)
	type count struct{ all, found int }
	var total count
	byRule := make(map[string]*count)
	var missed []string
	for _, s := range j.places {
		verdicts := j.in(s)
		for _, p := range s.places {
			if byRule[p.rule] == nil {
				byRule[p.rule] = new(count)
			}
			c := byRule[p.rule]
			c.all++
			total.all++
			if slices.ContainsFunc(verdicts, func(v verdict) bool { return v.reports(p) }) {
				c.found++
				total.found++
				continue
			}
			missed = append(missed, fmt.Sprintf("| %s `%s:%d` %s | %s | %s |\n", s.name(), p.file, p.line, p.rule, escapeCell(p.why), escapeCell(p.missed)))
		}
	}
	for _, rule := range slices.Sorted(maps.Keys(byRule)) {
		c := byRule[rule]
		fmt.Fprintf(b, "| %s | %d | %d | %s |\n", rule, c.all, c.found, share(c.found, c.all))
	}
	fmt.Fprintf(b, "| **all** | %d | %d | %s |\n", total.all, total.found, share(total.found, total.all))
	if len(missed) > 0 {
		b.WriteString("\nNot reported:\n\n| place | fault | why it is missed |\n| --- | --- | --- |\n" + strings.Join(missed, ""))
	}
}

func (j judgement) writeCorpus(b *strings.Builder) {
	modules, findings := make(map[string]int), make(map[string]int)
	for _, s := range j.verdicts {
		modules[s.repository]++
	}
	for s, v := range j.all() {
		if v.severity != "info" {
			findings[s.repository]++
		}
	}
	b.WriteString("\n## Repositories\n\n*New* ones had not been looked at while the rules were made, until their findings were read for this page.\n\n| repository | commit | kind | | modules | findings |\n| --- | --- | --- | --- | ---: | ---: |\n")
	for _, m := range j.corpus {
		used := ""
		if m.new {
			used = "new"
		}
		fmt.Fprintf(b, "| %s | %s | %s | %s | %d | %d |\n", m.repository, m.commit, m.kind, used, modules[m.repository], findings[m.repository])
	}
}

func (j judgement) writeClasses(b *strings.Builder) {
	b.WriteString("\n## What real code taught\n\nEach line was once a false finding, wrong advice, a fix that was no good, or a fault that was missed. The fixture or test beside it keeps it so.\n\n| lesson | held by |\n| --- | --- |\n")
	for _, c := range j.classes {
		fmt.Fprintf(b, "| %s | [%s](../%s) |\n", escapeCell(c.lesson), strings.TrimPrefix(c.file, "testdata/src/"), c.file)
	}
}

// escapeCell returns text for a cell of a table in Markdown.
func escapeCell(text string) string { return strings.ReplaceAll(text, "|", `\|`) }
