package ruleset

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/nearest"
	"github.com/awserrlint/awserrlint/internal/option"
)

// A Setting is the value of a flag that is not on the command line.
type Setting struct {
	Name, Value string
	Kind        Kind
	Words       []Word // that Value has, separated by commas, if it is a List
	Origin      string // where it is set, such as "file:line"
}

// Settings are what a file sets.
type Settings struct {
	All       []Setting
	Overrides []Override // for some files; a later one counts more
}

// A Word is one of a list.
type Word struct{ Value, Origin string }

// A Kind is what a value is in a file of settings.
type Kind int

// The kinds of values.
const (
	Other Kind = iota // such as a number
	Bool
	Text
	List
	Nothing
)

// Apply sets the flags that Register has added to flags to settings, in place of those of an
// earlier Apply. Flags on the command line take precedence. If the command line chooses
// rules, settings do not. The error has a line for each setting that is unknown or wrong.
func (s *Set) Apply(flags *flag.FlagSet, settings Settings) error {
	if s.given == nil {
		s.given, s.chosen = make(map[string]bool), maps.Clone(s.set)
		flags.Visit(func(f *flag.Flag) {
			s.given[f.Name] = true
			if group, ok := strings.CutSuffix(f.Name, ".severity"); ok {
				for _, r := range s.named(group) {
					s.given[r.Name+".severity"] = true
				}
			}
		})
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
	for _, setting := range s.spread(settings.All) {
		name := setting.Name
		_, known := s.options[name]
		chooses := name == "rules" || s.Rule(name) != nil
		switch {
		case !known && !chooses:
			errs = append(errs, wrong(setting.Origin, s.unknown(name)))
			continue
		case s.given[name] || chooses && len(s.chosen) > 0:
			continue
		}
		f := flags.Lookup(name)
		err := setting.fits(option.Of(f))
		origin := setting.Origin
		if err == nil {
			err = f.Value.Set(setting.Value)
			origin = setting.faulty(f, err)
		}
		if err != nil {
			errs = append(errs, wrong(origin, fmt.Errorf("setting %q: %w", name, err)))
		}
		s.origins[name] = setting.Origin
	}
	s.overrides = nil
	for _, o := range settings.Overrides {
		errs = append(errs, s.override(o))
	}
	return errors.Join(errs...)
}

// spread returns settings with those of a group, or of a glob of rules, replaced by settings of these rules.
// They come first: what is said of a rule by its name counts more.
func (s *Set) spread(settings []Setting) []Setting {
	var general, special []Setting
	for _, setting := range settings {
		name, option, _ := strings.Cut(setting.Name, ".")
		if s.options[setting.Name] != nil || s.Rule(name) != nil || option != "" && option != "severity" {
			special = append(special, setting)
			continue
		}
		named := s.named(name)
		if len(named) == 0 {
			special = append(special, setting) // which does not exist
		}
		for _, r := range named {
			setting.Name = r.Name
			if option != "" {
				setting.Name += "." + option
			}
			general = append(general, setting)
		}
	}
	return append(general, special...)
}

// unknown returns the error for a setting that does not exist.
func (s *Set) unknown(name string) error {
	names := append(s.Names(), s.groups()...)
	meant, ok := nearest.Name(name, names)
	if i := slices.IndexFunc(names, func(n string) bool { return strings.HasSuffix(n, "."+name) }); !ok && i >= 0 {
		meant, ok = names[i], true // such as fields, for lambda.fields
	}
	if ok {
		return fmt.Errorf("unknown setting %q; did you mean %q?", name, meant)
	}
	return fmt.Errorf("unknown setting %q; %q lists all", name, "awserrlint config")
}

// fits returns an error if the value of the setting is of another kind than the flag takes.
func (setting Setting) fits(takes option.Takes) error {
	switch {
	case setting.Kind == Nothing:
		return errors.New("there is no value")
	case takes.Bool && setting.Kind != Bool:
		return errors.New("want true or false")
	case takes.Choices != nil && setting.Kind != Text:
		return errors.New("want " + option.OneOf(takes.Choices))
	case takes.List && setting.Kind != Text && setting.Kind != List:
		return errors.New("want a list of words")
	case !takes.Bool && !takes.List && setting.Kind != Text:
		return errors.New("want a word")
	}
	for _, word := range setting.Words {
		switch {
		case strings.Contains(word.Value, ","):
			return fmt.Errorf("%q has a comma; write an element for each word", word.Value)
		case word.Value == "" && takes.Count == 0:
			return errors.New("a word is empty")
		}
	}
	return nil
}

// faulty returns where the value of the setting, for which f returns err, is wrong.
func (setting Setting) faulty(f *flag.Flag, err error) (origin string) {
	if err != nil {
		for _, word := range setting.Words {
			if f.Value.Set(word.Value) != nil {
				return word.Origin
			}
		}
	}
	return setting.Origin
}

// wrong returns err with where it is.
func wrong(origin string, err error) error {
	if origin == "" {
		return err
	}
	return fmt.Errorf("%s: %w", origin, err)
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
	names := append([]string{"rules"}, s.ruleNames()...)
	return append(names, slices.Sorted(maps.Keys(s.options))...)
}
