package ruleset

import (
	"fmt"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/nearest"
	"github.com/awserrlint/awserrlint/internal/option"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// choice is the value of the flag -rules.
type choice struct{ rules *Set }

func (c *choice) String() string { return "" }

func (c *choice) Set(list string) error {
	named, err := c.rules.listed(list)
	for _, r := range named {
		c.rules.set[r.Name] = true
	}
	return err
}

// listed returns the rules that go by one of the names in list, separated by commas. The error is for
// the first name that none goes by.
func (s *Set) listed(list string) ([]*rule.Rule, error) {
	var all []*rule.Rule
	for name := range strings.SplitSeq(list, ",") {
		name = strings.Trim(name, " ")
		named := s.named(name)
		if len(named) == 0 {
			return all, s.noRule(name)
		}
		all = append(all, named...)
	}
	return all, nil
}

// Glob is a regular expression for globs of names of rules.
const Glob = `[a-z*?]*[*?][a-z*?]*`

// Takes says that the flag takes names of rules and groups, and globs.
func (c *choice) Takes() option.Takes {
	return option.Takes{List: true, Word: strings.Join(append(c.rules.RuleNames(), Glob), "|")}
}

// named returns the rules that go by name: one, a group, or those that a glob matches.
func (s *Set) named(name string) []*rule.Rule {
	var named []*rule.Rule
	for _, r := range s.Rules {
		if r.Goes(name) {
			named = append(named, r)
		}
	}
	return named
}

// noRule returns the error for the name of a rule, or a glob, that no rule goes by.
func (s *Set) noRule(name string) error {
	if meant, ok := nearest.Name(name, s.RuleNames()); ok {
		return fmt.Errorf("there is no rule %q; did you mean %s?", name, meant)
	}
	return fmt.Errorf("there is no rule %q", name)
}

// groups returns the groups that have rules.
func (s *Set) groups() []string {
	return slices.DeleteFunc(rule.Groups(), func(group string) bool { return len(s.named(group)) == 0 })
}

// RuleNames returns the names that a choice of rules can have: those of groups and rules.
func (s *Set) RuleNames() []string { return append(s.groups(), s.ruleNames()...) }

func (s *Set) ruleNames() []string {
	var names []string
	for _, r := range s.Rules {
		names = append(names, r.Analyzer.Name)
	}
	return names
}
