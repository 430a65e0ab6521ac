package ruleset

import (
	"fmt"
	"strings"

	"github.com/awserrlint/awserrlint/internal/nearest"
	"github.com/awserrlint/awserrlint/internal/option"
)

// choice is the value of the flag -rules.
type choice struct{ rules *Set }

func (c *choice) String() string { return "" }

func (c *choice) Set(list string) error {
	for name := range strings.SplitSeq(list, ",") {
		name = strings.Trim(name, " ")
		if c.rules.Rule(name) == nil {
			if meant, ok := nearest.Name(name, c.rules.ruleNames()); ok {
				return fmt.Errorf("there is no rule %q; did you mean %s?", name, meant)
			}
			return fmt.Errorf("there is no rule %q", name)
		}
		c.rules.set[name] = true
	}
	return nil
}

// Takes says that the flag takes names of rules.
func (c *choice) Takes() option.Takes {
	return option.Takes{List: true, Word: strings.Join(c.rules.ruleNames(), "|")}
}

func (s *Set) ruleNames() []string {
	var names []string
	for _, r := range s.Rules {
		names = append(names, r.Analyzer.Name)
	}
	return names
}
