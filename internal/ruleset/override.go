package ruleset

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/option"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// An Override is what a file of settings says of some files only: which rules run in them, and how severe
// their findings are.
type Override struct {
	Files    Setting // globs, as those of -exclude
	Settings []Setting
}

// An override is what an Override says of each rule. What it does not mention is as elsewhere.
type override struct {
	files    []Word // globs
	on       map[string]bool
	severity map[string]finding.Severity
}

// override adds o. The error has a line for each setting that is unknown or wrong.
func (s *Set) override(o Override) error {
	globs := option.NewList(option.Files)
	if err := o.Files.fits(globs.Takes()); err != nil {
		return wrong(o.Files.Origin, fmt.Errorf("setting %q: %w", o.Files.Name, err))
	}
	if err := globs.Set(o.Files.Value); err != nil {
		return wrong(o.Files.Origin, fmt.Errorf("setting %q: %w", o.Files.Name, err))
	}
	if len(globs.Words) == 0 {
		return wrong(o.Files.Origin, errors.New("an override needs files, such as [internal/legacy/**]"))
	}
	made := override{on: make(map[string]bool), severity: make(map[string]finding.Severity)}
	for _, glob := range globs.Words {
		made.files = append(made.files, Word{glob, o.Files.Origin})
	}
	var errs []error
	for _, setting := range s.spread(o.Settings) {
		if err := s.addTo(made, setting); err != nil {
			errs = append(errs, wrong(setting.Origin, err))
		}
	}
	s.overrides = append(s.overrides, made)
	return errors.Join(errs...)
}

// addTo adds the setting to o, unless the command line says otherwise.
func (s *Set) addTo(o override, setting Setting) error {
	name := setting.Name
	r, isSeverity := strings.CutSuffix(name, ".severity")
	var err error
	switch {
	case name == "rules":
		var only []*rule.Rule
		if err = setting.fits(option.Takes{List: true}); err == nil {
			only, err = s.listed(setting.Value)
		}
		if err == nil && len(s.chosen) == 0 {
			for _, r := range s.Rules {
				o.on[r.Name] = slices.Contains(only, r)
			}
		}
	case s.Rule(name) != nil:
		if err = setting.fits(option.Takes{Bool: true}); err == nil && len(s.chosen) == 0 {
			o.on[name] = setting.Value == "true"
		}
	case isSeverity && s.Rule(r) != nil:
		choice := severities(finding.Warning)
		if err = setting.fits(choice.Takes()); err == nil {
			err = choice.Set(setting.Value)
		}
		if err == nil && !s.given[name] {
			o.severity[r] = finding.Severity(choice.String())
		}
	case s.options[name] != nil:
		err = errors.New("an override sets rules and their severity only")
	default:
		return s.unknown(name)
	}
	if err != nil {
		return fmt.Errorf("setting %q: %w", name, err)
	}
	return nil
}

// Judge returns findings as the settings for their files have it: without those of rules that do not run
// there, and no more severe than they are there.
func (s *Set) Judge(findings []finding.Finding) []finding.Finding {
	if len(s.overrides) == 0 {
		return findings
	}
	var judged []finding.Finding
	for _, f := range findings {
		r := s.Rule(f.Rule)
		if r == nil { // a directive
			judged = append(judged, f)
			continue
		}
		on, severity := s.enabled(r), s.Severity(f.Rule)
		for _, o := range s.overrides {
			if !slices.ContainsFunc(o.files, func(glob Word) bool { return rule.MatchFile(glob.Value, f.Pos.Filename) }) {
				continue
			}
			if said, ok := o.on[f.Rule]; ok {
				on = said
			}
			if said, ok := o.severity[f.Rule]; ok {
				severity = said
			}
		}
		if on {
			f.Severity = finding.Lower(f.Severity, severity)
			judged = append(judged, f)
		}
	}
	return judged
}

// Overridden returns the globs of all overrides, with where they are.
func (s *Set) Overridden() []Word {
	var globs []Word
	for _, o := range s.overrides {
		globs = append(globs, o.files...)
	}
	return globs
}
