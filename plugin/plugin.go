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

	list, err := settingsIn("", settings)
	if err != nil {
		return nil, fmt.Errorf("awserrlint: %w", err)
	}
	for _, setting := range list {
		if why := reserved(setting.Name); why != "" {
			return nil, fmt.Errorf("awserrlint: setting %q: %s", setting.Name, why)
		}
	}
	if err := rules.Apply(flags, ruleset.Settings{All: list}); err != nil {
		return nil, fmt.Errorf("awserrlint: %w", err)
	}
	return &plugin{rules}, nil
}

// settingsIn returns the settings in v, the value below prefix. The keys of maps follow a dot, as
// flags have it.
func settingsIn(prefix string, v any) ([]ruleset.Setting, error) {
	settings, ok := v.(map[string]any)
	switch {
	case ok:
		var list []ruleset.Setting
		for _, name := range slices.Sorted(maps.Keys(settings)) {
			path := name
			if prefix != "" {
				path = prefix + "." + name
			}
			below, err := settingsIn(path, settings[name])
			if err != nil {
				return nil, err
			}
			list = append(list, below...)
		}
		return list, nil
	case prefix == "" && v != nil:
		return nil, fmt.Errorf("settings are a %T, want a map", v)
	case prefix == "":
		return nil, nil
	}
	setting := ruleset.Setting{Name: prefix, Value: fmt.Sprint(v)}
	switch v := v.(type) {
	case nil:
		setting.Kind = ruleset.Nothing
	case bool:
		setting.Kind = ruleset.Bool
	case string:
		setting.Kind = ruleset.Text
	case []any:
		setting.Kind = ruleset.List
		var words []string
		for _, elem := range v {
			word := fmt.Sprint(elem)
			words = append(words, word)
			setting.Words = append(setting.Words, ruleset.Word{Value: word})
		}
		setting.Value = strings.Join(words, ",")
	}
	return []ruleset.Setting{setting}, nil
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
