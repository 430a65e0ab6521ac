package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/awserrlint/awserrlint/internal/readfile"
	"github.com/awserrlint/awserrlint/internal/ruleset"
)

// read returns the settings in file. Their origins are "file:line". The error has a line for each
// thing that is wrong.
func read(file string) (ruleset.Settings, error) {
	data, err := readfile.All(file)
	if err != nil {
		return ruleset.Settings{}, err
	}
	var doc, second yaml.Node
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	if err := decoder.Decode(&doc); err != nil && !errors.Is(err, io.EOF) {
		return ruleset.Settings{}, fmt.Errorf("%s: %w", file, err)
	}
	r := &reader{file: file, lines: make(map[string]int)}
	switch err := decoder.Decode(&second); {
	case err == nil && !isNull(second.Content[0]):
		r.fail(second.Content[0], "a second document has no effect; put all settings into the first")
	case err != nil && !errors.Is(err, io.EOF):
		return ruleset.Settings{}, fmt.Errorf("%s: %w", file, err)
	}
	for _, root := range doc.Content { // one, or none in an empty file
		r.root(root)
	}
	return r.settings, errors.Join(r.errs...)
}

// A reader collects the settings in a file.
type reader struct {
	file     string
	some     bool // the settings are for some files
	settings ruleset.Settings
	lines    map[string]int // by name: where a key stands
	errs     []error
}

// fail adds that something is wrong at node.
func (r *reader) fail(node *yaml.Node, format string, args ...any) {
	r.errs = append(r.errs, fmt.Errorf("%s: %s", r.origin(node), fmt.Sprintf(format, args...)))
}

func (r *reader) origin(node *yaml.Node) string { return fmt.Sprintf("%s:%d", r.file, node.Line) }

func isNull(node *yaml.Node) bool { return node.Kind == yaml.ScalarNode && node.Tag == "!!null" }

func (r *reader) root(node *yaml.Node) {
	switch {
	case node.Kind == yaml.MappingNode:
		r.mapping("", node)
	case !isNull(node):
		r.fail(node, "want settings, as in \"tests: true\"")
	}
}

// mapping adds the settings in node, whose keys follow prefix: "severity" in the map of "discarded"
// is the setting discarded.severity.
func (r *reader) mapping(prefix string, node *yaml.Node) {
	for i := 0; i < len(node.Content); i += 2 {
		key := node.Content[i]
		name := prefix + key.Value
		if r.lines[name] > 0 {
			r.fail(key, "setting %q is in line %d already", name, r.lines[name])
			continue
		}
		r.lines[name] = key.Line
		if name == overrides && !r.some {
			r.overrides(node.Content[i+1])
			continue
		}
		r.value(name, node.Content[i+1])
	}
}

// overrides is the key of settings for some files.
const overrides = "overrides"

// overrides adds the settings for some files in node, a list of maps with the key files.
func (r *reader) overrides(node *yaml.Node) {
	node = resolved(node)
	if node.Kind != yaml.SequenceNode {
		r.fail(node, `setting %q: want a list, as in "- files: [internal/legacy/**]"`, overrides)
		return
	}
	for _, elem := range node.Content {
		elem = resolved(elem)
		part := &reader{file: r.file, some: true, lines: make(map[string]int)}
		if elem.Kind != yaml.MappingNode {
			r.fail(elem, `setting %q: want the key files and settings in each element`, overrides)
			continue
		}
		part.mapping("", elem)
		r.errs = append(r.errs, part.errs...)
		all := part.settings.All
		i := slices.IndexFunc(all, func(s ruleset.Setting) bool { return s.Name == "files" })
		if i < 0 {
			r.fail(elem, `setting %q: want the key files in each element, as in "files: [internal/legacy/**]"`, overrides)
			continue
		}
		files := all[i]
		r.settings.Overrides = append(r.settings.Overrides, ruleset.Override{Files: files, Settings: slices.Delete(all, i, i+1)})
	}
}

// resolved returns the node that node is an alias of, or node.
func resolved(node *yaml.Node) *yaml.Node {
	for node.Kind == yaml.AliasNode {
		node = node.Alias
	}
	return node
}

// value adds the setting called name, or those below it.
func (r *reader) value(name string, node *yaml.Node) {
	node = resolved(node)
	setting := ruleset.Setting{Name: name, Value: node.Value, Origin: r.origin(node)}
	switch {
	case node.Kind == yaml.MappingNode:
		r.mapping(name+".", node)
		return
	case node.Kind == yaml.SequenceNode:
		var words []string
		for _, elem := range node.Content {
			if elem.Kind != yaml.ScalarNode || elem.Tag != "!!str" {
				r.fail(elem, "setting %q: want a list of words", name)
				return
			}
			words = append(words, elem.Value)
			setting.Words = append(setting.Words, ruleset.Word{Value: elem.Value, Origin: r.origin(elem)})
		}
		setting.Kind, setting.Value = ruleset.List, strings.Join(words, ",")
	default:
		setting.Kind = map[string]ruleset.Kind{"!!bool": ruleset.Bool, "!!str": ruleset.Text, "!!null": ruleset.Nothing}[node.Tag]
	}
	r.settings.All = append(r.settings.All, setting)
}
