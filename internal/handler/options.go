package handler

import (
	"golang.org/x/tools/go/analysis"

	"github.com/awserrlint/awserrlint/internal/option"
)

// options are the flags with a fixed set of values, of which the first is the default.
var options = []struct {
	name, usage string
	values      []string
}{
	{"lambda.handlers", "which functions are handlers: all of the `form` that handlers have (shape), or only those that are registered", []string{"shape", "registered"}},
	{"lambda.sdkstatus", "which `status` fixes respond with to an error of AWS: that of the error (pass), or 500", []string{"pass", "500"}},
	{"lambda.logger", "which `package` fixes log with: log or slog", []string{"log", "slog"}},
	{"lambda.integration", "which `kind` of integration of API Gateway calls handlers with types of their own: unknown (auto), proxy, or nonproxy", []string{"auto", "proxy", "nonproxy"}},
}

// choiceOf returns the value of the flag called name.
func choiceOf(pass *analysis.Pass, name string) string {
	return pass.Analyzer.Flags.Lookup(name).Value.String()
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

	Status200 bool // report responses that tell of an error and have the status 200
}

func optionsOf(pass *analysis.Pass) Options {
	fields := *pass.Analyzer.Flags.Lookup("lambda.fields").Value.(*option.Names)
	types := *pass.Analyzer.Flags.Lookup("lambda.types").Value.(*option.Names)
	return Options{
		Helper:     choiceOf(pass, "lambda.helper"),
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
	for _, name := range pass.Analyzer.Flags.Lookup("lambda.transparent").Value.(*option.List).Words {
		funcs[name] = true
	}
	return funcs
}
