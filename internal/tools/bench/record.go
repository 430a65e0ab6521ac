package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// A record is what is measured of one module in one mode.
type record struct {
	Module  subject
	Mode    string
	Setup   setup
	Flags   string    // of the command that has measured it
	Results []*result // awserrlint first
}

// A subject is the module that a record is about.
type subject struct {
	Name          string
	Source        string `json:",omitempty"` // URL of the repository, if known
	Commit        string `json:",omitempty"`
	Packages, AWS int    `json:",omitempty"` // of a generated module: how many, and how many use AWS
}

// Folder is the name of the folder that newSubject makes s of.
func (s subject) Folder() string {
	if s.Source == "" {
		return s.Name
	}
	return strings.Replace(strings.TrimPrefix(s.Source, github), "/", "+", 1)
}

const github = "https://github.com/"

// A setup is what measured.
type setup struct {
	Awserrlint string // commit
	Go         string
	Platform   string // GOOS/GOARCH
	Processors int
}

// newSetup returns the setup of this process, with awserrlint built from the module in root.
func newSetup(ctx context.Context, root string) setup {
	commit := gitOutput(ctx, root, "rev-parse", "--short=12", "HEAD")
	if gitOutput(ctx, root, "status", "--porcelain", "--untracked-files=no") != "" {
		commit += " with changes"
	}
	return setup{cmp.Or(commit, "unknown"), runtime.Version(), runtime.GOOS + "/" + runtime.GOARCH, runtime.NumCPU()}
}

// newSubject returns what is known of the module in dir. It is called as seen from root, the folder of
// awserrlint's module, if it is in there. As for the net, a folder owner+name is a checkout of
// github.com/owner/name.
func newSubject(ctx context.Context, root, dir string) subject {
	s := subject{Name: filepath.Base(dir), Commit: gitOutput(ctx, dir, "rev-parse", "--short=12", "HEAD")}
	if rel, err := filepath.Rel(root, dir); err == nil && filepath.IsLocal(rel) {
		s.Name = filepath.ToSlash(rel)
	}
	if _, name, ok := strings.Cut(s.Name, "+"); ok {
		s.Source = github + strings.Replace(s.Name, "+", "/", 1)
		s.Name = name
	}
	return s
}

// gitOutput returns what git prints, or "" if it fails, as outside a repository.
func gitOutput(ctx context.Context, dir string, args ...string) string {
	cmd := exec.CommandContext(ctx, "git", args...)
	cmd.Dir = dir
	out, err := cmd.Output()
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(out))
}

// merge returns records and those of old that they do not replace, by mode. A generated module
// replaces all generated modules, since they are measured against each other.
func merge(old, records []record) []record {
	old = slices.DeleteFunc(slices.Clone(old), func(o record) bool {
		return slices.ContainsFunc(records, func(r record) bool {
			return r.Mode == o.Mode && (r.Module.Name == o.Module.Name || r.Mode == generated)
		})
	})
	all := slices.Concat(old, records)
	position := func(r record) int { return slices.Index(names(modes), r.Mode) }
	slices.SortStableFunc(all, func(a, b record) int { return cmp.Compare(position(a), position(b)) })
	return all
}

// readRecords reads a file that writeRecords has written. There may be none.
func readRecords(file string) ([]record, error) {
	text, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	var records []record
	return records, json.Unmarshal(text, &records)
}

// writeRecords writes records to a file, one in each line.
func writeRecords(file string, records []record) error {
	var b strings.Builder
	for i, r := range records {
		line, err := json.Marshal(r)
		if err != nil {
			return err
		}
		b.WriteString(map[bool]string{true: "[\n", false: ",\n"}[i == 0])
		b.Write(line)
	}
	b.WriteString("\n]\n")
	return os.WriteFile(file, []byte(b.String()), 0o666)
}
