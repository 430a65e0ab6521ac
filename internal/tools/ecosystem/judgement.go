package main

import (
	"fmt"
	"strings"
)

// A member is a repository of the judged corpus.
type member struct {
	repository, commit, kind string
	new                      bool // no rule was ever tried on it before its findings were first read
}

// A judgement is all that is known of how right awserrlint is.
type judgement struct {
	corpus   []member
	verdicts []verdictSection
	places   []placeSection
	classes  []class
}

// A class is what real code taught, and where it is held.
type class struct {
	lesson string
	file   string // relative to the root of awserrlint's module
	text   string // what stands in the file
}

// parseRows parses lines of n fields with tabs between them. Errors begin with the line number.
func parseRows(text string, n int) ([][]string, error) {
	var rows [][]string
	for line := range strings.Lines(text) {
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(fields) != n {
			return nil, fmt.Errorf("%d: want %d fields with tabs between them: %q", len(rows)+1, n, line)
		}
		rows = append(rows, fields)
	}
	return rows, nil
}

func parseCorpus(text string) ([]member, error) {
	rows, err := parseRows(text, 4)
	var all []member
	for i, r := range rows {
		if r[3] != "new" && r[3] != "used" {
			return nil, fmt.Errorf("%d: want new or used: %q", i+1, r[3])
		}
		all = append(all, member{r[0], r[1], r[2], r[3] == "new"})
	}
	return all, err
}

func parseClasses(text string) ([]class, error) {
	rows, err := parseRows(text, 3)
	var all []class
	for _, r := range rows {
		all = append(all, class{r[0], r[1], r[2]})
	}
	return all, err
}

// all yields every verdict with its section.
func (j judgement) all() func(yield func(verdictSection, verdict) bool) {
	return func(yield func(verdictSection, verdict) bool) {
		for _, s := range j.verdicts {
			for _, v := range s.verdicts {
				if !yield(s, v) {
					return
				}
			}
		}
	}
}

// in returns the verdicts in the module of places.
func (j judgement) in(places placeSection) []verdict {
	for _, s := range j.verdicts {
		if s.repository == places.repository && s.folder == places.folder {
			return s.verdicts
		}
	}
	return nil
}
