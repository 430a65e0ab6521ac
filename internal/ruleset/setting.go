package ruleset

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// A Setting is the value of a flag that is not on the command line.
type Setting struct {
	Name, Value string
	Origin      string // where it is set, such as "file:line"
}

// Apply sets the flags that Register has added to flags to settings, in place of those of an
// earlier Apply. Flags on the command line take precedence. If the command line chooses
// rules, settings do not. The error has a line for each setting that is unknown or wrong.
func (s *Set) Apply(flags *flag.FlagSet, settings []Setting) error {
	if s.given == nil {
		s.given, s.chosen = make(map[string]bool), maps.Clone(s.set)
		flags.Visit(func(f *flag.Flag) { s.given[f.Name] = true })
	}
	s.set, s.origins = maps.Clone(s.chosen), make(map[string]string)
	for name, f := range s.options {
		if !s.given[name] {
			if err := f.Value.Set(f.DefValue); err != nil {
				return err
			}
		}
	}

	var errs []error
	for _, setting := range settings {
		name := setting.Name
		_, option := s.options[name]
		chooses := name == "rules" || s.Rule(name) != nil
		switch {
		case !option && !chooses:
			errs = append(errs, setting.wrong(fmt.Errorf("unknown setting %q: want one of %s", name, strings.Join(s.Names(), ", "))))
			continue
		case s.given[name] || chooses && len(s.chosen) > 0:
			continue
		}
		if err := flags.Set(name, setting.Value); err != nil {
			errs = append(errs, setting.wrong(fmt.Errorf("setting %q: %w", name, err)))
		}
		s.origins[name] = setting.Origin
	}
	return errors.Join(errs...)
}

// wrong returns err with the origin of the setting.
func (setting Setting) wrong(err error) error {
	if setting.Origin == "" {
		return err
	}
	return fmt.Errorf("%s: %w", setting.Origin, err)
}

// Origin returns where the value of the flag called name comes from: the origin of a
// setting, "command line", or "default".
func (s *Set) Origin(name string) string {
	if s.given[name] {
		return "command line"
	}
	origin := s.origins[name]
	if s.Rule(name) != nil {
		if len(s.chosen) > 0 {
			return "command line"
		}
		origin = cmp.Or(origin, s.origins["rules"])
	}
	return cmp.Or(origin, "default")
}

// Names returns the names of all settings: "rules", the rules, and the options.
func (s *Set) Names() []string {
	names := []string{"rules"}
	for _, r := range s.Rules {
		names = append(names, r.Analyzer.Name)
	}
	return append(names, slices.Sorted(maps.Keys(s.options))...)
}
