package docs

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/ruleset"
)

// A Finding is what a rule reports in its example.
type Finding struct {
	Rule    string
	File    string // base name
	Line    int
	Message string
}

// rulesDir is the folder of the pages of rules, which are all generated.
const rulesDir = "docs/rules"

// TerminalCommand is the command in the picture of a terminal.
const TerminalCommand = "awserrlint ./store"

// Generate returns the files that are generated in whole or in part, by slash-separated name
// relative to root, the folder of this module. findings are the findings in
// testdata/src/<rule>/example, orders is what the command prints for examples/orders, and terminal what
// TerminalCommand prints there on a terminal.
func Generate(root string, rules []*rule.Rule, findings []Finding, orders, terminal string) (files map[string][]byte, err error) {
	files = map[string][]byte{"examples/orders/findings.txt": []byte(orders)}
	if files["docs/terminal.svg"], err = terminalSVG(TerminalCommand, terminal); err != nil {
		return nil, err
	}
	if files["docs/awserrlint.schema.json"], err = schema(rules); err != nil {
		return nil, err
	}
	table, err := rulePages(files, root, rules, findings)
	if err != nil {
		return nil, err
	}
	readme := func(text []byte) ([]byte, error) {
		sections, err := readmeSections(root, orders)
		if err != nil {
			return nil, err
		}
		sections["rules"] = table
		for name, section := range sections {
			if text, err = ReplaceSection(text, name, section); err != nil {
				return nil, err
			}
		}
		return text, nil
	}
	boto3 := func(text []byte) ([]byte, error) {
		return showFunctions(text, filepath.Join(root, "examples", "boto3"))
	}
	for name, generate := range map[string]func([]byte) ([]byte, error){"README.md": readme, "docs/from-boto3.md": boto3} {
		text, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
		if err != nil {
			return nil, err
		}
		if files[name], err = generate(text); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return files, nil
}

// rulePages adds the pages of rules to files, and returns a table of the rules.
func rulePages(files map[string][]byte, root string, rules []*rule.Rule, findings []Finding) (string, error) {
	byRule := make(map[string][]Finding)
	for _, f := range findings {
		byRule[f.Rule] = append(byRule[f.Rule], f)
	}
	set := ruleset.New(rules)
	set.Register(flag.NewFlagSet("", flag.ContinueOnError))
	var table strings.Builder
	table.WriteString("| group | rule | finds | severity | fixes |\n| --- | --- | --- | --- | --- |\n")
	group := ""
	for _, rule := range set.Pages() {
		name := rule.Name
		r := newRulePage(rule, byRule[name])
		r.Options = pageOptions(set, rule)
		if rule.Group != "" {
			if err := r.readExample(filepath.Join(root, "testdata", "src", name, "example")); err != nil {
				return "", err
			}
		}
		page, err := r.page()
		if err != nil {
			return "", err
		}
		files[path.Join(rulesDir, name+".md")] = page
		first := ""
		if rule.Group != group {
			first, group = rule.Group, rule.Group
		}
		fmt.Fprintf(&table, "| %s | [%s](%s/%s.md) | %s | %s | %s |\n", first, name, rulesDir, name, r.TitleMarkdown, r.Severity, yes(rule.Fixes))
	}
	return table.String(), nil
}

// ReplaceSection returns text with everything between the comments "generated: name" and
// "end of name" replaced by section.
func ReplaceSection(text []byte, name, section string) ([]byte, error) {
	start, end := "<!-- generated: "+name+" -->\n", "<!-- end of "+name+" -->"
	before, rest, ok := bytes.Cut(text, []byte(start))
	_, after, ok2 := bytes.Cut(rest, []byte(end))
	if !ok || !ok2 {
		return nil, fmt.Errorf("no section %q", name)
	}
	return bytes.Join([][]byte{before, []byte(start), []byte(section), []byte(end), after}, nil), nil
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return ""
}
