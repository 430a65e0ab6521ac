package scope

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/config"
	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/load/source"
)

// A Scope is what the arguments of an analysis name.
type Scope struct {
	args       []string // package patterns or files
	Selections []Selection
	leftOut    leftOut // files that are not analyzed

	matched   map[string]bool                 // arguments that name something
	unmatched map[string]*source.NoMatchError // arguments that name nothing, in part: why
}

// Select returns what args name, which are package patterns or Go files, relative to the folder dir.
func Select(ctx context.Context, dir, tags string, args []string) (*Scope, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(dir); err != nil {
		return nil, err
	}
	if len(args) == 0 {
		args = []string{"."}
	}
	sc := &Scope{args: args, matched: make(map[string]bool), unmatched: make(map[string]*source.NoMatchError)}
	if files := slices.ContainsFunc(args, isGoFile); hasDriver() {
		sc.selectByDriver(dir)
	} else if files {
		err = sc.selectFiles(dir, tags)
	} else {
		err = sc.selectPatterns(ctx, dir)
	}
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(sc.Selections, func(s, t Selection) int { return strings.Compare(s.Dir, t.Dir) })
	return sc, nil
}

// selectPatterns adds what the args name, which are package patterns.
func (sc *Scope) selectPatterns(ctx context.Context, dir string) error {
	work, err := WorkspaceAt(dir)
	if err != nil {
		return err
	}
	module, err := config.ModuleRoot(dir)
	if err != nil {
		return err
	}
	switch {
	case work != "":
		return sc.selectInWorkspace(dir, work)
	case module == "" && os.Getenv("GO111MODULE") != "off":
		return sc.selectModules(ctx, dir)
	}
	for _, arg := range sc.args {
		sc.add(dir, arg, arg)
	}
	return nil
}

// selectByDriver adds all args as they are. What they mean is for the driver in GOPACKAGESDRIVER to
// say, which stands for a build system that may know of no module.
func (sc *Scope) selectByDriver(dir string) {
	for _, arg := range sc.args {
		if !isGoFile(arg) {
			sc.add(dir, arg, arg)
			continue
		}
		sc.add(dir, "file="+absolute(dir, arg), arg)
	}
}

// hasDriver reports whether go/packages will ask a driver in place of the go command.
func hasDriver() bool {
	driver := os.Getenv("GOPACKAGESDRIVER")
	return driver != "" && driver != "off"
}

// add adds the pattern text, relative to dir, which stands for arg.
func (sc *Scope) add(dir, text, arg string) {
	i := slices.IndexFunc(sc.Selections, func(s Selection) bool { return s.Dir == dir })
	if i < 0 {
		i = len(sc.Selections)
		sc.Selections = append(sc.Selections, Selection{Dir: dir, Settings: dir})
	}
	s := &sc.Selections[i]
	j := slices.IndexFunc(s.patterns, func(p pattern) bool { return p.text == text })
	if j < 0 {
		j = len(s.patterns)
		s.patterns = append(s.patterns, pattern{text: text})
	}
	if p := &s.patterns[j]; !slices.Contains(p.args, arg) {
		p.args = append(p.args, arg)
	}
}

// noMatch adds that arg names nothing.
func (sc *Scope) noMatch(arg, reason string) {
	sc.unmatched[arg] = &source.NoMatchError{Pattern: arg, Reason: reason}
}

// Ran adds that s was analyzed, and which of its patterns match nothing.
func (sc *Scope) Ran(s Selection, unmatched []*source.NoMatchError) {
	for _, p := range s.patterns {
		i := slices.IndexFunc(unmatched, func(e *source.NoMatchError) bool { return e.Pattern == p.text })
		for _, arg := range p.args {
			switch {
			case i < 0:
				sc.matched[arg] = true
			case sc.unmatched[arg] != nil:
				sc.noMatch(arg, "there are no Go files for this build in any module")
			case p.text == arg:
				sc.unmatched[arg] = unmatched[i]
			default:
				sc.noMatch(arg, unmatched[i].Reason)
			}
		}
	}
}

// Problems returns a problem for each pattern that matches nothing, in no module. It leaves out
// files of packages that this build does not have.
func (sc *Scope) Problems() []finding.Problem {
	var problems []finding.Problem
	for _, arg := range sc.args {
		err := sc.unmatched[arg]
		if err == nil || sc.matched[arg] {
			continue
		}
		if isGoFile(arg) {
			sc.leftOut.add(notInBuild, arg)
		} else {
			problems = append(problems, finding.Problem{Message: err.Error()})
		}
	}
	return problems
}

// Note returns a line about the files that are left out, "" if none are. It is no problem, also if no
// others are named: a commit can be of nothing but files that no build has.
func (sc *Scope) Note() string {
	switch {
	case len(sc.leftOut) == 0:
		return ""
	case len(sc.matched) == 0:
		return "nothing to analyze: " + sc.leftOut.String()
	}
	return "left out: " + sc.leftOut.String()
}

// Unite makes one selection of those that differ in their settings only: the same hold for all.
func (sc *Scope) Unite() {
	sc.Selections = slices.CompactFunc(sc.Selections, func(s, t Selection) bool { return s.Shared && t.Shared && s.Dir == t.Dir })
	for i := range sc.Selections {
		sc.Selections[i].Shared = false
	}
}
