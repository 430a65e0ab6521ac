package ruleset

import (
	"errors"
	"flag"
	"slices"
	"strconv"

	"golang.org/x/tools/go/analysis"

	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/option"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// A Set is all rules, and what flags and settings say about them.
type Set struct {
	Rules      []*rule.Rule
	Directives *rule.Rule // reports directives that do not work; it always runs

	set      map[string]bool           // rules that a flag turns on or off
	options  map[string]*flag.Flag     // all other flags, by their names on the command line
	severity map[string]*option.Choice // by rule
	all      bool                      // findings of severity info are shown
	failOn   *option.Choice            // the severity from which on findings decide the exit code

	given     map[string]bool   // flags on the command line
	chosen    map[string]bool   // set as the command line has it
	origins   map[string]string // by setting, where it is set
	overrides []override        // for some files
}

// New returns a set of rules without any flag set.
func New(rules []*rule.Rule) *Set {
	s := &Set{
		Rules:      rules,
		Directives: rule.Directives(nil, nil),
		set:        make(map[string]bool),
		options:    make(map[string]*flag.Flag),
		severity:   make(map[string]*option.Choice),
		failOn:     severities(finding.Warning, never),
	}
	for _, r := range rules {
		s.severity[r.Analyzer.Name] = severities(finding.SeverityOf(r.Doc.Severity))
	}
	return s
}

// Register adds to flags the flags that choose rules, the flags of rules, and the flags of the
// analyzers that rules require.
func (s *Set) Register(flags *flag.FlagSet) {
	option := func(name string, f *flag.Flag) {
		s.options[name] = f
		flags.Var(f.Value, name, f.Usage)
	}
	own := flag.NewFlagSet("", flag.ContinueOnError)
	own.BoolVar(&s.all, "all", false, "also report findings of severity info")
	own.Var(s.failOn, "fail-on", "exit with 1 for findings of this `severity` or a worse one: error, warning, info or never")
	flags.Var(&choice{s}, "rules", "run only these rules: `names` separated by commas, of rules or groups, or globs")
	for _, group := range s.groups() {
		flags.BoolFunc(group, "run only this group of rules, or with =false all but these", s.choose(group))
		flags.Var(&severityOf{s, group}, group+".severity", "report what these rules find as `severity`: error, warning or info")
	}
	for _, r := range s.Rules {
		name := r.Analyzer.Name
		flags.BoolFunc(name, "run only this rule, or with =false all but this one", s.choose(name))
		r.Analyzer.Flags.VisitAll(func(f *flag.Flag) { option(name+"."+f.Name, f) })
		own.Var(s.severity[name], name+".severity", "report what the rule finds as `severity`: error, warning or info")
	}
	own.VisitAll(func(f *flag.Flag) { option(f.Name, f) })
	for _, a := range append(s.required(), s.Directives.Analyzer) {
		a.Flags.VisitAll(func(f *flag.Flag) { option(f.Name, f) })
	}
}

// choose returns the function that sets the flag called name, of a rule or a group.
func (s *Set) choose(name string) func(value string) error {
	return func(value string) error {
		on, err := strconv.ParseBool(value)
		if err != nil {
			return errors.New("want true or false")
		}
		for _, r := range s.named(name) {
			s.set[r.Name] = on
		}
		return nil
	}
}

// Rule returns the rule called name, or nil.
func (s *Set) Rule(name string) *rule.Rule {
	for _, r := range s.Rules {
		if r.Analyzer.Name == name {
			return r
		}
	}
	return nil
}

// Pages returns the rules and the one on directives.
func (s *Set) Pages() []*rule.Rule { return append(slices.Clip(s.Rules), s.Directives) }

// Options returns the flags for the rule r, with the names that they have on the command line: those of
// its own, and those that it shares with other rules.
func (s *Set) Options(r *rule.Rule) []*flag.Flag {
	var options []*flag.Flag
	add := func(name string) {
		f := *s.options[name]
		f.Name = name
		options = append(options, &f)
	}
	if r == s.Directives {
		r.Flags.VisitAll(func(f *flag.Flag) { add(f.Name) })
		return options
	}
	r.Flags.VisitAll(func(f *flag.Flag) { add(r.Name + "." + f.Name) })
	add(r.Name + ".severity")
	for _, shared := range r.Options {
		if s.options[shared] != nil {
			add(shared)
		}
	}
	return options
}

// Tests reports whether the flag -tests is set, so that test files must be loaded.
func (s *Set) Tests() bool {
	f, ok := s.options["tests"]
	return ok && f.Value.(flag.Getter).Get().(bool)
}

// Words returns the words of the option called name, none if no rule has it.
func (s *Set) Words(name string) []string {
	f, ok := s.options[name]
	if !ok {
		return nil
	}
	return f.Value.(*option.List).Words
}

// required returns the analyzers that rules require, directly or not, and that are no rules.
func (s *Set) required() []*analysis.Analyzer {
	var required []*analysis.Analyzer
	seen := make(map[*analysis.Analyzer]bool)
	for _, r := range s.Rules {
		seen[r.Analyzer] = true
	}
	var visit func(*analysis.Analyzer)
	visit = func(a *analysis.Analyzer) {
		for _, req := range a.Requires {
			if !seen[req] {
				seen[req] = true
				required = append(required, req)
				visit(req)
			}
		}
	}
	for _, r := range s.Rules {
		visit(r.Analyzer)
	}
	return required
}

// enabled reports whether r runs: whether flags turn it on or, if they turn on none, it runs by default
// and is not turned off.
func (s *Set) enabled(r *rule.Rule) bool {
	only := slices.ContainsFunc(s.Rules, func(r *rule.Rule) bool { return s.set[r.Name] })
	on, said := s.set[r.Name]
	return on || !only && !said && !r.Doc.NonDefault
}

// Enabled returns the analyzers to run: the rules that are enabled, in some files at least. The analyzer
// of directives is the last.
func (s *Set) Enabled() (chosen []*analysis.Analyzer, err error) {
	for _, r := range s.Rules {
		if s.enabled(r) || slices.ContainsFunc(s.overrides, func(o override) bool { return o.on[r.Name] }) {
			chosen = append(chosen, r.Analyzer)
		}
	}
	if len(chosen) == 0 {
		return nil, errors.New("no rule is enabled")
	}
	directives := rule.Directives(chosen, s.Rules).Analyzer
	s.Directives.Flags.VisitAll(func(f *flag.Flag) { err = errors.Join(err, directives.Flags.Set(f.Name, f.Value.String())) })
	chosen = append(chosen, directives)
	return chosen, errors.Join(err, analysis.Validate(chosen))
}
