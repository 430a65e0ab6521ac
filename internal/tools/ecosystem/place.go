package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// A place is a fault that somebody found by reading, without awserrlint.
type place struct {
	file   string // relative to the folder of the module, with slashes
	line   int
	rule   string // that should report it
	why    string
	missed string // why it is not reported, "" if it is
}

// A placeSection holds the places in a module at a commit.
type placeSection struct {
	heading
	places []place
}

// parsePlaces parses a file of places: for each module a line with repository, commit and folder, and
// below it an indented line for each place, with tabs between file:line, rule, what is wrong there and,
// if it is not reported, the reason. Errors begin with the line number.
func parsePlaces(text string) ([]placeSection, error) {
	var file []placeSection
	err := parseSections(text, func(h heading, mark string) bool {
		file = append(file, placeSection{h, nil})
		return mark == ""
	}, func(line string) error {
		p, err := parsePlace(line)
		last := &file[len(file)-1]
		last.places = append(last.places, p)
		return err
	})
	return file, err
}

func parsePlace(line string) (place, error) {
	fields := strings.Split(line, "\t")
	if len(fields) == 3 {
		fields = append(fields, "")
	}
	if len(fields) != 4 {
		return place{}, fmt.Errorf("want file:line, rule, what is wrong and, if it is missed, why, with tabs between them: %q", line)
	}
	i := strings.LastIndex(fields[0], ":")
	if i < 0 {
		return place{}, fmt.Errorf("want file:line: %q", fields[0])
	}
	n, err := strconv.Atoi(fields[0][i+1:])
	if fields[2] == "" {
		err = errors.Join(err, fmt.Errorf("want what is wrong: %q", line))
	}
	return place{fields[0][:i], n, fields[1], fields[2], fields[3]}, err
}

// near is how many lines a finding may stand from where somebody else says that the fault is: they
// may mean different lines of one statement.
const near = 3

// reports returns whether v reports p.
func (v verdict) reports(p place) bool {
	return v.rule == p.rule && v.file == p.file && v.line-near <= p.line && p.line <= v.line+near
}
