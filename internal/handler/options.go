package handler

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// options are the flags with a fixed set of values, of which the first is the default.
var options = []struct {
	name, usage string
	values      []string
}{
	{"lambda.handlers", "take for a handler what has its form (`shape`) or only what is registered", []string{"shape", "registered"}},
	{"lambda.integration", "how API Gateway calls handlers with types of their own: not said (`auto`), proxy, or nonproxy", []string{"auto", "proxy", "nonproxy"}},
}

// choice is a flag.Value that takes one of some values.
type choice struct {
	value  string
	values []string
}

func (c *choice) String() string { return c.value }

func (c *choice) Set(value string) error {
	if !slices.Contains(c.values, value) {
		return fmt.Errorf("want one of %s", strings.Join(c.values, ", "))
	}
	c.value = value
	return nil
}

func choiceOf(pass *analysis.Pass, name string) string {
	return pass.Analyzer.Flags.Lookup(name).Value.String()
}

// parseTransparent returns the functions that return a handler's results unchanged.
func parseTransparent(pass *analysis.Pass) map[string]bool {
	funcs := make(map[string]bool)
	for _, name := range transparent {
		funcs[name] = true
	}
	for name := range strings.SplitSeq(choiceOf(pass, "lambda.transparent"), ",") {
		if name = strings.TrimSpace(name); name != "" {
			funcs[name] = true
		}
	}
	return funcs
}
