package engine

import (
	"cmp"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/awserrlint/awserrlint/internal/cache"
)

// addRules adds to d the analyzers with their options and severities.
func (e *engine) addRules(d digest) {
	seen := make(map[*analysis.Analyzer]bool)
	var add func(analyzers []*analysis.Analyzer)
	add = func(analyzers []*analysis.Analyzer) {
		for _, a := range analyzers {
			if seen[a] {
				continue
			}
			seen[a] = true
			d.add("analyzer", a.Name, string(e.Severity(a.Name)))
			a.Flags.VisitAll(func(f *flag.Flag) { d.add("flag", f.Name, f.Value.String()) })
			add(a.Requires)
		}
	}
	add(e.Analyzers)
}

// runKey returns the key of the run: who analyzes what, where, and how. What is in the files that
// it reads is not part of it.
func (e *engine) runKey() (cache.Key, error) {
	dir, err := filepath.Abs(e.Load.Dir)
	if err != nil {
		return cache.Key{}, err
	}
	d := newDigest("run")
	d.add(e.tool, dir, e.Load.BuildTags)
	if e.Load.Tests {
		d.add("with tests")
	}
	d.list(e.Load.Patterns)
	d.list(environment(e.Load.Env))
	e.addRules(d)
	return d.key(), nil
}

// environment returns the variables in env, that of this process if it is nil, that can change what
// is loaded: the settings of the go command, and those that tell where it, its settings and a C
// compiler are. They are sorted.
func environment(env []string) []string {
	if env == nil {
		env = os.Environ()
	}
	last := make(map[string]string)
	for _, kv := range env {
		if name, value, ok := strings.Cut(kv, "="); ok && mayMatter(name) {
			last[name] = value
		}
	}
	var list []string
	for name, value := range last {
		list = append(list, name+"="+value)
	}
	slices.SortFunc(list, cmp.Compare)
	return list
}

// mayMatter reports whether the go command or a load looks at the environment variable called name.
func mayMatter(name string) bool {
	switch upper := strings.ToUpper(name); upper { // names on Windows differ in case
	case "PATH", "HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME", "CC", "CXX", "AR", "FC", "PKG_CONFIG":
		return true
	default:
		return strings.HasPrefix(upper, "GO") || strings.HasPrefix(upper, "CGO_")
	}
}
