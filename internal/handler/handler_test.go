package handler

import (
	"go/ast"
	"go/types"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/awserrlint/awserrlint/internal/ruletest"
)

var sourceNames = map[Source]string{
	Unknown: "unknown", REST: "REST", HTTP: "HTTP", URL: "URL", ALB: "ALB", WebSocket: "WebSocket", Proxy: "Proxy",
	RESTAuthorizer: "RESTAuthorizer", HTTPAuthorizer: "HTTPAuthorizer", SQS: "SQS", Kinesis: "Kinesis", DynamoDB: "DynamoDB",
	Batch: "Batch", Other: "other", Direct: "own", NonProxy: "NonProxy", StepFunctions: "StepFunctions", Async: "async",
}

// probe reports every handler that Analyzer finds.
var probe = &analysis.Analyzer{
	Name:     "handler",
	Doc:      "report handlers",
	Requires: []*analysis.Analyzer{Analyzer},
	Run: func(pass *analysis.Pass) (any, error) {
		for _, h := range pass.ResultOf[Analyzer].(*Set).All {
			report(pass, h.Type, describe(pass.TypesInfo, h))
		}
		return nil, nil
	},
}

func report(pass *analysis.Pass, at ast.Node, message string) {
	pass.Report(analysis.Diagnostic{Pos: at.Pos(), End: at.End(), Message: message, URL: "-"})
}

func describe(info *types.Info, h *Handler) string {
	words := []string{"shaped"}
	switch {
	case h.Registered:
		words[0] = "registered"
	case h.Tail:
		words[0] = "tail"
	}
	words = append(words, sourceNames[h.Source])
	if t := h.Response(); t != nil && IsHTTPResponse(t) {
		words = append(words, "response")
	}
	text := strings.Join(words, " ")
	if h.Declared {
		text += ", declared"
	}
	if h.Intercepted {
		text += ", intercepted"
	}
	if h.DefersResults(info) {
		text += ", defers results"
	}
	return text
}

func TestHandlers(t *testing.T) {
	set(t, "lambda.transparent", "example.com/fixtures/handler/wrap.Traced")
	ruletest.Run(t, probe)
}

// set sets a flag of Analyzer for the time of the test.
func set(t *testing.T, name, value string) {
	t.Helper()
	f := Analyzer.Flags.Lookup(name)
	old := f.Value.String()
	if err := f.Value.Set(value); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Value.Set(old) }) //nolint:errcheck // it was valid before
}

func TestOptions(t *testing.T) {
	count := func(keep func(*Handler) bool) int {
		n := 0
		counting := *probe
		counting.Run = func(pass *analysis.Pass) (any, error) {
			for _, h := range pass.ResultOf[Analyzer].(*Set).All {
				if keep(h) {
					n++
				}
			}
			return nil, nil
		}
		ruletest.Analyze(t, ruletest.Fixtures(t), []*analysis.Analyzer{&counting}, "./handler/types")
		return n
	}
	isSource := func(s Source) func(*Handler) bool { return func(h *Handler) bool { return h.Source == s } }
	unregistered := func(h *Handler) bool { return !h.Registered && !h.Declared }

	if count(isSource(Direct)) != 2 || count(isSource(NonProxy)) != 1 || count(unregistered) != 1 {
		t.Error("the fixture has changed")
	}
	t.Run("nonproxy", func(t *testing.T) {
		set(t, "lambda.integration", "nonproxy")
		if got := count(isSource(NonProxy)); got != 3 {
			t.Errorf("got %d handlers, want those with own types, too", got)
		}
	})
	t.Run("proxy", func(t *testing.T) {
		set(t, "lambda.integration", "proxy")
		if own, nonProxy := count(isSource(Direct)), count(isSource(NonProxy)); own != 0 || nonProxy != 1 {
			t.Errorf("got %d with own types and %d, want the declared one alone", own, nonProxy)
		}
	})
	t.Run("registered", func(t *testing.T) {
		set(t, "lambda.handlers", "registered")
		if got := count(unregistered); got != 0 {
			t.Errorf("got %d handlers that are not registered", got)
		}
	})
	t.Run("wrong", func(t *testing.T) {
		if err := Analyzer.Flags.Set("lambda.integration", "both"); err == nil || !strings.Contains(err.Error(), "want auto, proxy or nonproxy") {
			t.Errorf("got %v", err)
		}
	})
}

// TestNames demands that the names of fields and types in JSON errors are as many as there are, and not all empty.
func TestNames(t *testing.T) {
	for value, want := range map[string][3]string{
		"a,b,c":   {"a", "b", "c"},
		" a ,,c ": {"a", "", "c"},
	} {
		set(t, "lambda.fields", value)
		if got := optionsOf(&analysis.Pass{Analyzer: Analyzer}).Fields; got != want {
			t.Errorf("%q: %q, want %q", value, got, want)
		}
	}
	for _, value := range []string{"", "a", "a,b", "a,b,c,d", ",,", " , , "} {
		if err := Analyzer.Flags.Set("lambda.fields", value); err == nil || err.Error() != "want 3 names, such as a,,c" && err.Error() != "want 3 names, such as a,b,c" {
			t.Errorf("%q: %v", value, err)
		}
	}
}

func TestOptionsOf(t *testing.T) {
	if got, want := optionsOf(&analysis.Pass{Analyzer: Analyzer}), (Options{
		Fields: [3]string{"isError", "type", "message"}, Types: [2]string{"ClientException", "ServerException"},
	}); got != want {
		t.Errorf("by default they are %+v, want %+v", got, want)
	}
	for flag, value := range map[string]string{
		"lambda.helper": "example.com/p.F", "lambda.status200": "true", "lambda.logger": "slog", "lambda.sdkstatus": "500",
		"lambda.types": "C,S",
	} {
		set(t, flag, value)
	}
	if got, want := optionsOf(&analysis.Pass{Analyzer: Analyzer}), (Options{
		Fields: [3]string{"isError", "type", "message"}, Types: [2]string{"C", "S"}, Helper: "example.com/p.F", Slog: true, HideStatus: true, Status200: true,
	}); got != want {
		t.Errorf("they are %+v, want %+v", got, want)
	}
}

// TestSources says what is made of the errors of each source.
func TestSources(t *testing.T) {
	for s, want := range map[Source]struct {
		http, batch bool
		caller      string
		status      int
	}{
		REST: {true, false, "API Gateway", 502}, HTTP: {true, false, "API Gateway", 500}, URL: {true, false, "the function URL", 502},
		ALB: {true, false, "the load balancer", 502}, WebSocket: {true, false, "API Gateway", 502}, Proxy: {true, false, "API Gateway", 502},
		SQS: {false, true, "API Gateway", 502}, Batch: {false, true, "API Gateway", 502}, RESTAuthorizer: {false, false, "API Gateway", 502},
	} {
		if s.IsHTTP() != want.http || s.IsBatch() != want.batch || s.Caller() != want.caller || s.ErrorStatus() != want.status {
			t.Errorf("%s: %t %t %s %d", sourceNames[s], s.IsHTTP(), s.IsBatch(), s.Caller(), s.ErrorStatus())
		}
	}
}
