package analyzers_test

import (
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/awserrlint/awserrlint/"

// mayImport says which packages of the module others may import, by patterns of
// paths below the module's. What is not listed may import anything: tools for
// development, and commands that nothing but main imports.
var mayImport = []struct {
	importers, imports []string
}{
	{[]string{"analyzers"}, []string{"analyzers/*", "internal/rule"}},
	{[]string{"analyzers/*"}, append([]string{"internal/rule"}, ruleParts...)},
	{[]string{"internal/rule"}, []string{"internal/knowledge", "internal/errflow", "internal/fix", "internal/handler"}},
	{ruleParts, slices.Concat(ruleParts, []string{"internal/edit"})},
	{[]string{"internal/awspath"}, nil},
	{[]string{"internal/knowledge"}, []string{"internal/awspath", "internal/httpstatus", "internal/lazyregexp"}},
	{[]string{"internal/errorscmd"}, []string{"internal/awspath", "internal/awssdk/*", "internal/lazyregexp", "internal/program"}},
	{[]string{"internal/load", "internal/load/*"}, []string{"internal/awspath", "internal/knowledge", "internal/load/*"}},
	{[]string{"internal/ruleset"}, []string{"internal/finding", "internal/rule"}},
	{[]string{"internal/config"}, []string{"internal/ruleset"}},
	{[]string{"internal/program"}, nil},
	{[]string{"internal/relpath"}, nil},
	{[]string{"internal/edit"}, []string{"internal/lazyregexp", "internal/relpath"}},
	{[]string{"internal/finding"}, []string{"internal/edit", "internal/relpath"}},
	{[]string{"internal/output"}, []string{"internal/finding", "internal/program", "internal/relpath"}},
	{[]string{"internal/runner"}, []string{"internal/finding", "internal/rule"}},
	{[]string{"internal/govet"}, []string{
		"internal/awspath", "internal/config", "internal/edit", "internal/finding", "internal/knowledge", "internal/load", "internal/output", "internal/program",
		"internal/rule", "internal/ruleset", "internal/runner",
	}},
	{[]string{"internal/cli"}, []string{
		"internal/config", "internal/edit", "internal/errorscmd", "internal/finding", "internal/govet", "internal/load", "internal/output", "internal/program",
		"internal/relpath", "internal/rule", "internal/ruleset", "internal/runner",
	}},
	{[]string{"cmd/awserrlint"}, []string{"analyzers", "internal/cli"}},
	{[]string{"plugin"}, []string{"analyzers", "internal/ruleset"}},
}

// ruleParts are what rules are made of.
var ruleParts = []string{
	"internal/awspath", "internal/knowledge", "internal/awssdk", "internal/awssdk/*", "internal/errflow", "internal/handler", "internal/fix", "internal/lambdafix",
	"internal/httpstatus", "internal/lazyregexp",
}

func TestImports(t *testing.T) {
	cmd := exec.Command("go", "list", "-e", "-f", "{{.ImportPath}} {{join .Imports \" \"}}", "./...")
	cmd.Dir = ".."
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	seen := make(map[string]bool)
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		importer, ok := strings.CutPrefix(fields[0], module)
		if !ok {
			continue
		}
		for _, rule := range mayImport {
			if !matches(rule.importers, importer) {
				continue
			}
			seen[rule.importers[0]] = true
			for _, imported := range fields[1:] {
				if imported, ok := strings.CutPrefix(imported, module); ok && !matches(rule.imports, imported) {
					t.Errorf("%s must not import %s", importer, imported)
				}
			}
		}
	}
	for _, rule := range mayImport {
		if !seen[rule.importers[0]] {
			t.Errorf("there is no %s any more", rule.importers[0])
		}
	}
}

func matches(patterns []string, name string) bool {
	return slices.ContainsFunc(patterns, func(pattern string) bool {
		ok, _ := path.Match(pattern, name)
		return ok
	})
}
