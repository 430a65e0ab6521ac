package docs

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"

	"github.com/awserrlint/awserrlint/analyzers"
	"github.com/awserrlint/awserrlint/internal/config"
	"github.com/awserrlint/awserrlint/internal/ruleset"
)

// TestSchema demands that the tool and the schema accept and refuse the same documents. What a
// schema cannot see are duplicate keys, other documents, and the name of the file.
func TestSchema(t *testing.T) {
	text, err := schema(analyzers.All())
	if err != nil {
		t.Fatal(err)
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("settings.json", document); err != nil {
		t.Fatal(err)
	}
	compiled, err := compiler.Compile("settings.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		text string
		want bool // it is accepted
	}{
		{"", true},
		{"# nothing", true},
		{"{}", true},
		{"null", true},
		{"[]", false},
		{"words", false},

		{"tests: true", true},
		{"tests: True", true},
		{"tests: false\nunused: true\nall: true\nnolint: false\nrelated: false", true},
		{`tests: "true"`, false},
		{"tests: yes", false},
		{"tests: 1", false},
		{"tests:", false},
		{"tests: [true]", false},
		{"tests: {a: true}", false},
		{"test: true", false},
		{"severity: error", false},

		{"rules: [discarded, errstring]", true},
		{"rules: discarded", true},
		{"rules: discarded, errstring", true},
		{`rules: [" discarded "]`, true},
		{"rules: []", false},
		{`rules: ""`, false},
		{"rules: [discarded, nope]", false},
		{"rules: nope", false},
		{"rules: discarded,,errstring", false},
		{`rules: ["discarded,errstring"]`, false},
		{"rules: true", false},
		{"rules: [true]", false},
		{"rules: {discarded: true}", false},

		{"discarded: true", true},
		{"discarded: false", true},
		{"discarded: {}", true},
		{"discarded: {severity: info}", true},
		{"discarded.severity: warning", true},
		{"discarded: {severity: loud}", false},
		{"discarded: {severity: [info]}", false},
		{"discarded: {severity: true}", false},
		{"discarded: {severity: ''}", false},
		{"discarded: {severity:}", false},
		{"discarded: {loud: true}", false},
		{"discarded: 1", false},
		{"discarded:", false},
		{"discarded: info", false},
		{"disarded: true", false},
		{"discarded.loud: true", false},

		{"fail-on: error", true},
		{"fail-on: never", true},
		{"fail-on: always", false},
		{"fail-on: [error]", false},
		{"fail-on: true", false},

		{"exclude: internal/legacy/**", true},
		{"exclude: [internal/legacy/**, '*.pb.go', a.go]", true},
		{"exclude: a/**, b/**", true},
		{"exclude: []", true},
		{`exclude: ""`, true},
		{"exclude: wide", false},
		{"exclude: [wide]", false},
		{"exclude: [./wide/**]", false},
		{"exclude: /src/**", false},
		{"exclude: ['a\\b\\**']", false},
		{"exclude: ['']", false},
		{"exclude: ['a/**,b/**']", false},
		{"exclude: 'a/**,'", false},
		{"exclude: [5]", false},
		{"exclude: 5", false},
		{"exclude: true", false},
		{"exclude:", false},
		{"exclude: {a: b}", false},
		{"exclude: [[a.go]]", false},

		{"may-lose: [s3.DeleteObject, xray.*, '*']", true},
		{"may-lose: S3.DeleteObject", false},
		{"may-lose: [s3.deleteObject]", false},
		{"may-lose: DeleteObject", false},
		{"may-lose: ['s3:DeleteObject']", false},

		{"calls: [example.com/shop/queue.Publish, shop.Client.Send]", true},
		{"calls: [foo]", false},
		{"calls: example.com/shop/queue", false},

		{"lambda: {status200: true, logger: slog, handlers: registered, integration: proxy, sdkstatus: '500'}", true},
		{"lambda.logger: slog", true},
		{"lambda: {sdkstatus: 500}", false},
		{"lambda: {logger: zap}", false},
		{"lambda: {logger: true}", false},
		{"lambda: {helper: example.com/shop/web.Fail}", true},
		{"lambda: {helper: ''}", true},
		{"lambda: {helper: Fail}", false},
		{"lambda: {helper: [a/b.C]}", false},
		{"lambda: {helper: 'a/b.C,a/b.D'}", false},
		{"lambda: {transparent: [example.com/shop/web.Wrap]}", true},
		{"lambda: {transparent: Wrap}", false},
		{"lambda: {fields: [error, type, message]}", true},
		{"lambda: {fields: 'error,,message'}", true},
		{"lambda: {fields: [error, '', '']}", true},
		{"lambda: {fields: [error, type]}", false},
		{"lambda: {fields: [error, type, message, more]}", false},
		{"lambda: {fields: ',,'}", false},
		{"lambda: {fields: ['', '', ' ']}", false},
		{"lambda: {fields: ['a,b', c]}", false},
		{"lambda: {fields: []}", false},
		{"lambda: {types: [Client, Server]}", true},
		{"lambda: {types: Client}", false},
		{"lambda: {types: [Client, 5]}", false},
		{"lambda: true", true},
		{"lambda: {severity: info, logger: slog}", true},
		{"lambda.severity: loud", false},
		{"lost: false", true},
		{"lost: {severity: info}", true},
		{"matched.severity: error", true},
		{"lost: {depth: 1}", false},
		{"lost:", false},
		{"losst: true", false},
		{"rules: [lost, 'lambda*', errstring]", true},
		{"rules: lost,'*err*'", false},
		{"rules: lost,*err*", true},
		{"rules: [losst]", false},
		{"'lambda*': false", true},
		{"'*err*': {severity: info}", true},
		{"'*.severity': warning", true},
		{"'lambda*': loud", false},
		{"'lambda*': {fields: [a, b, c]}", false},

		{"overrides: [{files: internal/legacy/**, discarded: false, lost: {severity: info}, 'lambda*.severity': error}]", true},
		{"overrides: [{files: [a.go, b/**], rules: [lost]}, {files: c/**}]", true},
		{"overrides: []", true},
		{"overrides: {files: a.go}", false},
		{"overrides:", false},
		{"overrides: [{discarded: false}]", false},
		{"overrides: [{files: legacy}]", false},
		{"overrides: [{files: []}]", false},
		{"overrides: [{files: ''}]", false},
		{"overrides: [{files: a.go, tests: true}]", false},
		{"overrides: [{files: a.go, lambda: {logger: slog}}]", false},
		{"overrides: [{files: a.go, rules: []}]", false},
		{"overrides: [{files: a.go, nope: true}]", false},
		{"overrides: [{files: a.go, overrides: []}]", false},
		{"overrides: [a.go]", false},
		{"lambda: {}", true},
		{"lambda:", false},
		{"lambda: {nope: true}", false},
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, config.Name), []byte(test.text), 0o666); err != nil {
			t.Fatal(err)
		}
		set, flags := ruleset.New(analyzers.All()), flag.NewFlagSet("", flag.ContinueOnError)
		set.Register(flags)
		err := config.Apply(set, flags, dir)
		if (err == nil) != test.want {
			t.Errorf("%q: accepted should be %t, the tool says %v", test.text, test.want, err)
		}
		if err := set.Apply(flags, ruleset.Settings{}); err != nil { // the rules are shared by all sets
			t.Fatal(err)
		}
		var value any
		if err := yaml.Unmarshal([]byte(test.text), &value); err != nil {
			t.Fatal(err)
		}
		if err := compiled.Validate(value); (err == nil) != test.want {
			t.Errorf("%q: accepted should be %t, the schema says %v", test.text, test.want, err)
		}
	}
}
