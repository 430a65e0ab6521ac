package cli

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/config"
	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/relpath"
)

// A selection is packages of a module, or of a workspace, that are loaded together.
type selection struct {
	dir      string // the folder that patterns are relative to
	patterns []pattern

	// settings is a folder of a module. Its settings hold, and what is found in modules with
	// other settings is dropped if shared is set: another selection finds that.
	settings string
	shared   bool
}

// String returns the folder of s as users see it.
func (s selection) String() string {
	if s.shared {
		return "workspace with the settings of " + relpath.File(s.settings)
	}
	return "module " + relpath.File(s.dir)
}

// problem returns err, which kept s from being analyzed.
func (s selection) problem(err error) finding.Problem {
	return finding.Problem{Pos: filepath.Join(s.settings, "go.mod"), Message: strings.ReplaceAll(err.Error(), "\n", "; ")}
}

// texts returns the patterns of s as the go command takes them.
func (s selection) texts() []string {
	var texts []string
	for _, p := range s.patterns {
		texts = append(texts, p.text)
	}
	return texts
}

// dropShared removes from res what is found in modules with other settings than those of s.
func (s selection) dropShared(res *result) error {
	if !s.shared {
		return nil
	}
	settings, err := config.Find(s.settings)
	if err != nil {
		return err
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
	res.Findings = slices.DeleteFunc(res.Findings, func(f finding.Finding) bool { return dropped(f.Pos.Filename) })
	res.Problems = slices.DeleteFunc(res.Problems, func(p finding.Problem) bool { return p.Pos != "" && dropped(p.Pos) })
	return err
}
