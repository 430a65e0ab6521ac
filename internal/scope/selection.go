package scope

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/config"
	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/relpath"
)

// A Selection is packages of a module, or of a workspace, that are loaded together.
type Selection struct {
	Dir      string // the folder that patterns are relative to
	patterns []pattern

	// Settings is a folder of a module. Its settings hold, and what is found in modules with
	// other settings is dropped if Shared is set: another selection finds that.
	Settings string
	Shared   bool
}

// String returns the folder of s as users see it.
func (s Selection) String() string {
	if s.Shared {
		return "workspace with the settings of " + relpath.File(s.Settings)
	}
	return "module " + relpath.File(s.Dir)
}

// Problem returns err, which kept s from being analyzed.
func (s Selection) Problem(err error) finding.Problem {
	return finding.Problem{Pos: filepath.Join(s.Settings, "go.mod"), Message: strings.ReplaceAll(err.Error(), "\n", "; ")}
}

// Patterns returns the patterns of s as the go command takes them.
func (s Selection) Patterns() []string {
	var texts []string
	for _, p := range s.patterns {
		texts = append(texts, p.text)
	}
	return texts
}

// DropShared returns what is left of findings and problems without those in modules with other settings than
// those of s.
func (s Selection) DropShared(findings []finding.Finding, problems []finding.Problem) ([]finding.Finding, []finding.Problem, error) {
	if !s.Shared {
		return findings, problems, nil
	}
	settings, err := config.Find(s.Settings)
	if err != nil {
		return nil, nil, err
	}
	same := make(map[string]bool) // by folder
	dropped := func(file string) bool {
		dir := filepath.Dir(file)
		if _, ok := same[dir]; !ok {
			var other string
			if other, err = config.Find(dir); err != nil {
				return false
			}
			same[dir] = other == settings
		}
		return !same[dir]
	}
	findings = slices.DeleteFunc(findings, func(f finding.Finding) bool { return dropped(f.Pos.Filename) })
	problems = slices.DeleteFunc(problems, func(p finding.Problem) bool { return p.Pos != "" && dropped(p.Pos) })
	return findings, problems, err
}

// Covers reports whether a file belongs, or did while it was there, to a package that s names by its folder.
func (s Selection) Covers(file string) bool {
	dir := filepath.Dir(file)
	return slices.ContainsFunc(s.patterns, func(p pattern) bool {
		folder, recursive, ok := splitPattern(p.text)
		abs := absolute(s.Dir, folder)
		if !ok || !isFolder(p.text) || dir != abs && !(recursive && isWithin(dir, abs)) {
			return false
		}
		module, err := config.ModuleRoot(abs)
		other, err2 := config.ModuleRoot(dir)
		return err == nil && err2 == nil && module == other // a module below is another matter
	})
}
