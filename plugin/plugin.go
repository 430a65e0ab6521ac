package plugin

import (
	"flag"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"github.com/awserrlint/awserrlint/analyzers"
	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/ruleset"
)

func init() {
	register.Plugin("awserrlint", New)
}

// off are flags that are always off under golangci-lint, and why.
var off = map[string]string{
	"nolint":  "golangci-lint itself honours //nolint", // and reports unused ones
	"related": "golangci-lint would take each place for an issue",
}

// reserved returns why the setting called name cannot be set under golangci-lint, "" if it can.
func reserved(name string) string {
	switch {
	case name == "fail-on":
		return "golangci-lint decides the exit code, see its flag --issues-exit-code"
	case strings.HasSuffix(name, ".severity"):
		return "golangci-lint sets severities, see severity in its configuration"
	}
	return off[name]
}

type plugin struct{ rules *ruleset.Set }

// New returns the plugin with settings from the configuration of golangci-lint: nil or a map. The
// error names the settings that are wrong.
func New(settings any) (register.LinterPlugin, error) {
	rules := ruleset.New(analyzers.All())
	flags := flag.NewFlagSet("awserrlint", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	rules.Register(flags)
	for name := range off {
		if err := flags.Set(name, "false"); err != nil {
			return nil, err
		}
	}

	values := make(map[string]string)
	if err := flatten(values, "", settings); err != nil {
		return nil, fmt.Errorf("awserrlint: %w", err)
	}
	var list []ruleset.Setting
	for _, name := range slices.Sorted(maps.Keys(values)) {
		if why := reserved(name); why != "" {
			return nil, fmt.Errorf("awserrlint: setting %q: %s", name, why)
		}
		list = append(list, ruleset.Setting{Name: name, Value: values[name]})
	}
	if err := rules.Apply(flags, list); err != nil {
		return nil, fmt.Errorf("awserrlint: %w", err)
	}
	return &plugin{rules}, nil
}

// flatten adds the settings in v to values, with names that begin with prefix, as flags have them:
// lists are joined with commas, and the keys of maps follow a dot.
func flatten(values map[string]string, prefix string, v any) error {
	switch v := v.(type) {
	case nil:
		return nil
	case map[string]any:
		for name, elem := range v {
			if prefix != "" {
				name = prefix + "." + name
			}
			if err := flatten(values, name, elem); err != nil {
				return err
			}
		}
		return nil
	}
	if prefix == "" {
		return fmt.Errorf("settings are a %T, want a map", v)
	}
	switch v := v.(type) {
	case []any:
		var list []string
		for _, elem := range v {
			list = append(list, fmt.Sprint(elem))
		}
		values[prefix] = strings.Join(list, ",")
	default:
		values[prefix] = fmt.Sprint(v)
	}
	return nil
}

// BuildAnalyzers returns the rules that run.
func (p *plugin) BuildAnalyzers() ([]*analysis.Analyzer, error) {
	enabled, err := p.rules.Enabled()
	if err != nil {
		return nil, err
	}
	return analyzers.ForPlugin(enabled, func(a *analysis.Analyzer, category string) bool {
		return p.rules.Shown(finding.Lower(p.rules.Severity(a.Name), finding.Severity(category)))
	}), nil
}

// GetLoadMode says that the rules need types.
func (p *plugin) GetLoadMode() string { return register.LoadModeTypesInfo }
