package output

import (
	"bufio"
	"cmp"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/program"
)

// The parts of the page.
var (
	//go:embed page/page.tmpl
	pageText string
	//go:embed page/page.css
	pageStyle string
	//go:embed page/page.js
	pageScript string
)

// A page is what the template of the HTML format shows.
type page struct {
	Version, Sum          string
	Fixable               int
	Severities            []facetValue
	Facets                []facet
	Findings              []pageFinding
	Problems              []finding.Problem
	Operations            []Operation
	Rules                 []pageRule
	Style                 template.CSS
	Script                template.JS
	StyleHash, ScriptHash template.HTMLAttr // of a content security policy, which lets the page load nothing
}

// A facet is something by which findings can be chosen.
type facet struct {
	Name, Label string
	Values      []facetValue
}

type facetValue struct {
	Value string
	Count int
}

// A pageRule is the text of a rule.
type pageRule struct{ Name, Title, Text, URL string }

// printHTML prints a page that needs nothing else: it loads no file and asks no server.
func printHTML(out Output, r *Report) error {
	t, err := template.New("page").Parse(pageText)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(out)
	if err := t.Execute(w, newPage(r)); err != nil {
		return err
	}
	return w.Flush()
}

func newPage(r *Report) *page {
	p := &page{
		Version: program.Version(), Problems: r.Problems,
		Style: template.CSS(pageStyle), Script: template.JS(pageScript),
		StyleHash: hashOf(pageStyle), ScriptHash: hashOf(pageScript),
	}
	maker := &pageMaker{report: r, sources: NewSources(), described: make(map[string]bool)}
	for _, op := range r.Operations {
		maker.described[op.Name] = true
	}
	operations, rules := make(map[string]bool), make(map[string]bool)
	ids := fingerprints(r.Findings, maker.sources)
	for i, f := range r.Findings {
		p.Findings = append(p.Findings, maker.finding(f, "f-"+ids[i][:12]))
		operations[f.Operation], rules[f.Rule] = true, true
		if len(f.Fixes) > 0 {
			p.Fixable++
		}
	}
	for _, op := range r.Operations {
		if operations[op.Name] {
			p.Operations = append(p.Operations, op)
		}
	}
	for _, rule := range r.Rules {
		if rules[rule.Name] {
			p.Rules = append(p.Rules, pageRule{rule.Name, rule.Title, strings.TrimSpace(rule.Doc.Compile().Text), rule.URL})
		}
	}
	p.addFacets()
	p.Sum = fmt.Sprintf("%d findings", len(r.Findings))
	if len(r.Findings) == 1 {
		p.Sum = "1 finding"
	}
	return p
}

// addFacets adds by what the findings can be chosen.
func (p *page) addFacets() {
	for _, f := range []struct {
		name, label string
		of          func(f pageFinding) string
	}{
		{"severity", "Severity", func(f pageFinding) string { return string(f.Severity) }},
		{"rule", "Rule", func(f pageFinding) string { return f.Rule }},
		{"service", "Service", func(f pageFinding) string { return f.Service }},
		{"package", "Package", func(f pageFinding) string { return f.Package }},
	} {
		counts := make(map[string]int)
		for _, found := range p.Findings {
			if value := f.of(found); value != "" {
				counts[value]++
			}
		}
		var values []facetValue
		for value, n := range counts {
			values = append(values, facetValue{value, n})
		}
		slices.SortFunc(values, func(x, y facetValue) int {
			return cmp.Or(cmp.Compare(y.Count, x.Count), strings.Compare(x.Value, y.Value))
		})
		p.Facets = append(p.Facets, facet{f.name, f.label, values})
	}
	for _, s := range finding.Severities() {
		for _, v := range p.Facets[0].Values {
			if v.Value == string(s) {
				p.Severities = append(p.Severities, v)
			}
		}
	}
}

// hashOf returns the source of a content security policy that allows an inline text.
func hashOf(text string) template.HTMLAttr {
	sum := sha256.Sum256([]byte(text))
	return template.HTMLAttr("sha256-" + base64.StdEncoding.EncodeToString(sum[:]))
}
