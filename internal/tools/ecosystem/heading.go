package main

import (
	"cmp"
	"fmt"
	"path"
	"strings"

	"github.com/awserrlint/awserrlint/internal/tools/checkout"
)

// A heading says which module at which commit the lines below it are about.
type heading struct{ repository, commit, folder string }

// headingOf returns the heading of what is found in m.
func headingOf(m checkout.Module) heading { return heading{m.Repository, m.Commit, m.Folder} }

// name returns owner/name/folder.
func (h heading) name() string {
	return path.Join(h.repository, h.folder)
}

func (h heading) format() string { return h.repository + "\t" + h.commit + "\t" + h.folder }

// compare orders headings by module.
func (h heading) compare(other heading) int {
	return cmp.Or(cmp.Compare(h.repository, other.repository), cmp.Compare(h.folder, other.folder))
}

// parseSections parses headings, after which a mark may stand that section accepts or not, with
// indented lines below each. Errors begin with the line number.
func parseSections(text string, section func(h heading, mark string) bool, indented func(line string) error) error {
	n, inSection := 0, false
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSuffix(line, "\n")
		if rest, ok := strings.CutPrefix(line, "\t"); ok && inSection {
			if err := indented(rest); err != nil {
				return fmt.Errorf("%d: %w", n, err)
			}
			continue
		}
		fields := strings.Split(line, "\t")
		mark := ""
		if len(fields) == 4 && fields[3] != "" {
			mark, fields = fields[3], fields[:3]
		}
		if len(fields) != 3 || fields[0] == "" || !section(heading{fields[0], fields[1], fields[2]}, mark) {
			return fmt.Errorf("%d: want repository, commit and folder with tabs between them: %q", n, line)
		}
		inSection = true
	}
	return nil
}
