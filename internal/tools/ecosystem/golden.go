package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
)

// A section holds the findings in a module at a commit.
type section struct {
	heading
	incomplete bool // parts of the module could not be analyzed
	findings   []finding
}

// header returns the first line of the section.
func (s section) header() string {
	line := s.heading.format()
	if s.incomplete {
		line += "\tincomplete"
	}
	return line
}

// format returns the lines of s. Lines of findings are indented.
func (s section) format(messages bool) []byte {
	var b bytes.Buffer
	fmt.Fprintln(&b, s.header())
	for _, f := range s.findings {
		fmt.Fprintf(&b, "\t%s\n", f.format(messages))
	}
	return b.Bytes()
}

// A findingsFile is the content of a golden file.
type findingsFile []section

func (file findingsFile) format(messages bool) []byte {
	var b bytes.Buffer
	for _, s := range file {
		b.Write(s.format(messages))
	}
	return b.Bytes()
}

// readGolden reads the golden file, if -golden is given. With -update it may be missing.
func (o *options) readGolden() (findingsFile, error) {
	if o.golden == "" {
		return nil, nil
	}
	text, err := os.ReadFile(o.golden)
	if o.update && errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	file, err := parseFindings(string(text))
	if err != nil {
		return nil, fmt.Errorf("%s:%w", o.golden, err)
	}
	if o.messages && !o.update && !file.hasMessages() {
		return nil, fmt.Errorf("%s has no messages to compare: write them with -update -messages", o.golden)
	}
	return file, nil
}

// parseFindings parses the lines that format returns. Errors begin with the line number.
func parseFindings(text string) (findingsFile, error) {
	var file findingsFile
	err := parseSections(text, func(h heading, mark string) bool {
		file = append(file, section{h, mark != "", nil})
		return mark == "" || mark == "incomplete"
	}, func(line string) error {
		f, err := parseFinding(line)
		last := &file[len(file)-1]
		last.findings = append(last.findings, f)
		return err
	})
	return file, err
}

func (file findingsFile) hasMessages() bool {
	return slices.ContainsFunc(file, func(s section) bool {
		return slices.ContainsFunc(s.findings, func(f finding) bool { return f.message != "" })
	})
}

// selected returns the sections of modules in this run. selects tells by repository and name of the
// module.
func (file findingsFile) selected(selects func(repository, name string) bool) findingsFile {
	return slices.DeleteFunc(slices.Clone(file), func(s section) bool { return !selects(s.repository, s.name()) })
}

// replace returns file with the sections of modules in this run replaced by those in found.
func (file findingsFile) replace(found findingsFile, selects func(repository, name string) bool) findingsFile {
	kept := slices.DeleteFunc(slices.Clone(file), func(s section) bool { return selects(s.repository, s.name()) })
	return append(kept, found...)
}

// write writes file with its sections sorted, whatever the order of checkouts.
func (file findingsFile) write(name string, messages bool) error {
	slices.SortFunc(file, func(x, y section) int {
		return x.heading.compare(y.heading)
	})
	return os.WriteFile(name, file.format(messages), 0o666)
}
