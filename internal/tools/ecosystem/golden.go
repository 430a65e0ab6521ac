package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
)

// A section holds the findings in a module at a commit.
type section struct {
	repository, commit, folder string
	incomplete                 bool // parts of the module could not be analyzed
	findings                   []finding
}

func (s section) name() string { return module{checkout{repository: s.repository}, s.folder}.name() }

// header returns the first line of the section.
func (s section) header() string {
	line := s.repository + "\t" + s.commit + "\t" + s.folder
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
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSuffix(line, "\n")
		if indented, ok := strings.CutPrefix(line, "\t"); ok && len(file) > 0 {
			f, err := parseFinding(indented)
			if err != nil {
				return nil, fmt.Errorf("%d: %w", n, err)
			}
			last := &file[len(file)-1]
			last.findings = append(last.findings, f)
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) == 3 {
			fields = append(fields, "")
		}
		if len(fields) != 4 || fields[0] == "" || fields[3] != "" && fields[3] != "incomplete" {
			return nil, fmt.Errorf("%d: want repository, commit and folder with tabs between them: %q", n, line)
		}
		file = append(file, section{fields[0], fields[1], fields[2], fields[3] != "", nil})
	}
	return file, nil
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
		return cmp.Or(cmp.Compare(x.repository, y.repository), cmp.Compare(x.folder, y.folder))
	})
	return os.WriteFile(name, file.format(messages), 0o666)
}
