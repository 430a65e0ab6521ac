package cli

import (
	"bytes"
	"flag"
	"fmt"
	"go/doc/comment"
	"os"
	"strings"

	"github.com/fatih/color"
	"github.com/mattn/go-colorable"
	"golang.org/x/term"

	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/output"
	"github.com/awserrlint/awserrlint/internal/program"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// printPage prints the page of the rule that goes by name, or a list if there are several.
func (inv *invocation) printPage(out *os.File, name string) error {
	var named []*rule.Rule
	for _, r := range inv.Pages() {
		if r.Goes(name) {
			named = append(named, r)
		}
	}
	switch len(named) {
	case 0:
		return fmt.Errorf("there is no rule %q: %s rules lists them", name, program.Name)
	case 1:
		return inv.printPageOf(out, named[0])
	}
	return inv.printRules(out, named)
}

// printPageOf prints the page of r.
func (inv *invocation) printPageOf(out *os.File, r *rule.Rule) error {
	name, options := r.Name, inv.Options(r)
	if output.IsTerminal(out) {
		page := terminalPage(r, inv.Severity(name), options, terminalWidth(out))
		_, err := colorable.NewColorable(out).Write(page)
		return err
	}
	var page bytes.Buffer
	fmt.Fprintf(&page, "%s (%s)\n\n", name, inv.Severity(name))
	page.WriteString(strings.TrimRight(r.Doc.Compile().Format(true), "\n"))
	page.WriteString("\n\nOptions:\n\n")
	for _, f := range options {
		printOption(&page, f, plainWidth)
	}
	if r.Analyzer.URL != "" {
		fmt.Fprintf(&page, "\n%s\n", r.Analyzer.URL)
	}
	_, err := page.WriteTo(out)
	return err
}

// terminalPage returns the page of r for a terminal, wrapped at width characters except for
// code and URLs.
func terminalPage(r *rule.Rule, s finding.Severity, options []*flag.Flag, width int) []byte {
	var page bytes.Buffer
	bold := color.New(color.Bold)
	doc, name := r.Doc.Compile(), r.Analyzer.Name
	heading := func(text string) { fmt.Fprintf(&page, "\n%s\n\n", bold.Sprint(text)) }
	code := func(title, text string) {
		if text != "" {
			heading(title)
			fmt.Fprintf(&page, "    %s\n", strings.ReplaceAll(text, "\n", "\n    "))
		}
	}

	fmt.Fprintf(&page, "%s (%s)\n", bold.Sprintf("%s: %s", name, doc.Title), s)
	page.WriteByte('\n')
	page.Write(wrap(doc.Text, "", width))
	code("Before", doc.Before)
	code("After", doc.After)
	if r.Group != "" {
		code("Suppress", fmt.Sprintf("//%s:ignore %s the reason", program.Name, name))
	}
	heading("Options")
	for _, f := range options {
		printOption(&page, f, width)
	}
	fmt.Fprintf(&page, "\nSince %s. %s\n", doc.Since, r.Analyzer.URL)
	return page.Bytes()
}

// plainWidth is how long the lines of pages are where there is no terminal.
const plainWidth = 100

// printOption prints f with its default and its meaning.
func printOption(page *bytes.Buffer, f *flag.Flag, width int) {
	arg, usage := flag.UnquoteUsage(f)
	if f.DefValue != "" && f.DefValue != "false" {
		usage += " (default " + f.DefValue + ")"
	}
	fmt.Fprintf(page, "    %s\n", strings.TrimSpace("-"+f.Name+" "+arg))
	page.Write(wrap(usage, "        ", width))
}

// wrap returns text, which has the syntax of a doc comment, wrapped at width characters. Each
// line begins with prefix.
func wrap(text, prefix string, width int) []byte {
	printer := comment.Printer{TextPrefix: prefix, TextCodePrefix: prefix + "    ", TextWidth: max(width-len(prefix), 20)}
	return printer.Text(new(comment.Parser).Parse(text))
}

// terminalWidth returns the number of characters in a line of out, but at most 100, since longer
// lines are hard to read.
func terminalWidth(out *os.File) int {
	width, _, err := term.GetSize(int(out.Fd()))
	if err != nil || width == 0 { // unknown
		return 80
	}
	return min(width, 100)
}
