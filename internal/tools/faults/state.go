package main

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// A phase is how far a run came.
type phase int

const (
	before    phase = iota // nothing was written
	preparing              // there are temporary files, but all others are old
	renaming               // some files are fixed
	after                  // all files are fixed
	phases
)

var phaseNames = [phases]string{"before", "preparing", "renaming", "after"}

// A state is which files of the module are fixed.
type state struct {
	fixed     map[string]bool // of the files that a fix changes
	temporary []string
}

// changed returns the names of the files that a fix changes.
func (l *lab) changed() []string {
	var names []string
	for _, name := range slices.Sorted(maps.Keys(l.old)) {
		if !bytes.Equal(l.old[name], l.fixed[name]) {
			names = append(names, name)
		}
	}
	return names
}

// look returns the state of the module, an error if a file is neither old nor fixed, or is not there, or
// should not be there.
func (l *lab) look() (*state, error) {
	now, err := l.files()
	if err != nil {
		return nil, err
	}
	s := &state{fixed: make(map[string]bool)}
	for _, name := range slices.Sorted(maps.Keys(now)) {
		old, fixed, text := l.old[name], l.fixed[name], now[name]
		switch {
		case old == nil && isTemporary(name):
			s.temporary = append(s.temporary, name)
		case old == nil:
			return nil, fmt.Errorf("%s was not there before", name)
		case bytes.Equal(old, fixed) && !bytes.Equal(text, old):
			return nil, fmt.Errorf("%s is changed, though it has nothing to fix", name)
		case bytes.Equal(old, fixed):
		case bytes.Equal(text, fixed):
			s.fixed[name] = true
		case bytes.Equal(text, old):
			s.fixed[name] = false
		default:
			return nil, fmt.Errorf("%s is torn: it has %d bytes, had %d, and %d when it is fixed", name, len(text), len(old), len(fixed))
		}
	}
	for name := range l.old {
		if now[name] == nil {
			return nil, fmt.Errorf("%s is gone", name)
		}
	}
	return s, nil
}

func (s *state) phase() phase {
	n := 0
	for _, fixed := range s.fixed {
		if fixed {
			n++
		}
	}
	switch {
	case n == len(s.fixed):
		return after
	case n > 0:
		return renaming
	case len(s.temporary) > 0:
		return preparing
	}
	return before
}

// key names the state of the files in the folder dir, "" for all.
func (s *state) key(dir string) string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(s.fixed)) {
		if dir == "" || filepath.Dir(name) == dir {
			fmt.Fprintf(&b, "%s=%t ", name, s.fixed[name])
		}
	}
	return b.String()
}

// compile checks that all packages compile, in the state s of the module.
func (l *lab) compile(s *state) error {
	for _, dir := range l.folders {
		key := s.key(dir)
		if l.compiles[key] {
			continue
		}
		cmd := exec.CommandContext(l.ctx, "go", "build", "-o", os.DevNull, "./"+dir)
		cmd.Dir = l.module
		if out, err := cmd.CombinedOutput(); err != nil {
			return fmt.Errorf("%s does not compile with %s: %s", dir, key, out)
		}
		l.compiles[key] = true
	}
	return nil
}

// findsTheSame checks that a run with the cache finds what one without it finds, in the state s of the module.
func (l *lab) findsTheSame(s *state) error {
	key := s.key("")
	if _, known := l.findings[key]; !known {
		r, err := l.run("-cache=off", "-format", "json", "./...")
		if err != nil {
			return err
		}
		l.findings[key] = r.stdout.String()
	}
	r, err := l.run("-format", "json", "./...")
	if err != nil {
		return err
	}
	if got := r.stdout.String(); got != l.findings[key] {
		return fmt.Errorf("with the cache, a run finds\n%s\nnot\n%s\n%s", got, l.findings[key], r.stderr.String())
	}
	return nil
}

// converges checks that the next -fix ends where an undisturbed one ends, and leaves no temporary file.
func (l *lab) converges() error {
	r, err := l.run("-fix", "./...")
	if err != nil {
		return err
	}
	if r.code() != l.fixedCode {
		return fmt.Errorf("the next -fix ends with %d: %s", r.code(), r.stderr.String())
	}
	return l.isFixed()
}

// isFixed checks that the module is as an undisturbed -fix leaves it.
func (l *lab) isFixed() error {
	s, err := l.look()
	switch {
	case err != nil:
		return err
	case s.phase() != after:
		return fmt.Errorf("not all files are fixed: %s", s.key(""))
	case len(s.temporary) > 0:
		return fmt.Errorf("temporary files are left: %s", s.temporary)
	}
	return nil
}
