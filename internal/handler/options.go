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
	{"lambda.sdkstatus", "answer errors of AWS with their own status (`pass`) or with 500", []string{"pass", "500"}},
	{"lambda.logger", "log with package `log` or slog", []string{"log", "slog"}},
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

// names is a flag.Value of some names, separated by commas. Names may be empty, but not all of them.
type names []string

func (n *names) String() string { return strings.Join(*n, ",") }

func (n *names) Set(value string) error {
	parts := strings.Split(value, ",")
	if len(parts) != len(*n) || strings.Trim(value, ", ") == "" {
		return fmt.Errorf("want %d names, such as %s", len(*n), n)
	}
	for i, part := range parts {
		parts[i] = strings.TrimSpace(part)
	}
	*n = parts
	return nil
}

// Options are what users choose of the code that fixes write.
type Options struct {
	// Fields are the names of the fields of a JSON error that tell that it is one, its type, and its
	// message. Those that are "" are left out.
	Fields [3]string

	// Types are the types of errors that the client and the server are to blame for.
	Types [2]string

	// Helper is the function, as import/path.Name, that makes a response of an error, "" for one that
	// fixes add to the package.
	Helper string

	Slog       bool // log with log/slog
	HideStatus bool // do not pass on the status of an error of AWS

	// Text says to report bodies of text that are labelled so, too, and Status200 responses that
	// tell of an error and have the status 200.
	Text, Status200 bool
}

func optionsOf(pass *analysis.Pass) Options {
	fields := *pass.Analyzer.Flags.Lookup("lambda.fields").Value.(*names)
	types := *pass.Analyzer.Flags.Lookup("lambda.types").Value.(*names)
	return Options{
		Helper:     choiceOf(pass, "lambda.helper"),
		Text:       choiceOf(pass, "lambda.text") == "true",
		Status200:  choiceOf(pass, "lambda.status200") == "true",
		Fields:     [3]string(fields),
		Types:      [2]string(types),
		Slog:       choiceOf(pass, "lambda.logger") == "slog",
		HideStatus: choiceOf(pass, "lambda.sdkstatus") == "500",
	}
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
