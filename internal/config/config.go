package config

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/awserrlint/awserrlint/internal/ruleset"
)

// Name is the name of the file.
const Name = ".awserrlint.yml"

// ModuleRoot returns the folder of the module that dir belongs to, "" if there is none.
func ModuleRoot(dir string) (string, error) {
	file, err := Above(dir, "go.mod")
	if file == "" || err != nil {
		return "", err
	}
	return filepath.Dir(file), nil
}

// Find returns the settings file for the module of the folder dir: the nearest one in the
// module's folder or above. It returns "" if there is none.
func Find(dir string) (string, error) {
	root, err := ModuleRoot(dir)
	if err != nil {
		return "", err
	}
	return Above(cmp.Or(root, dir), Name)
}

// Above returns the nearest file called name in dir or above, "" if there is none.
func Above(dir, name string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for {
		file := filepath.Join(dir, name)
		if _, err := os.Stat(file); err == nil {
			return file, nil
		} else if !os.IsNotExist(err) {
			return "", err
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", nil
		}
		dir = parent
	}
}

// Load returns the settings for the module of the folder dir. Their origins are "file:line".
func Load(dir string) ([]ruleset.Setting, error) {
	file, err := Find(dir)
	if file == "" || err != nil {
		return nil, err
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	r := &reader{file: file}
	for _, root := range doc.Content { // one, or none in an empty file
		if err := r.read("", root); err != nil {
			return nil, err
		}
	}
	return r.settings, nil
}

// Apply applies the settings for the module of the folder dir to rules. Flags on the command line
// take precedence.
func Apply(rules *ruleset.Set, flags *flag.FlagSet, dir string) error {
	settings, err := Load(dir)
	if err != nil {
		return err
	}
	return rules.Apply(flags, settings)
}

// A reader collects the settings in a file.
type reader struct {
	file     string
	settings []ruleset.Setting
}

// read adds the settings in node. If node is a map, its keys follow name: "severity" in the map of
// "discarded" is the setting discarded.severity. Otherwise node is the value of the setting name.
func (r *reader) read(name string, node *yaml.Node) error {
	origin := fmt.Sprintf("%s:%d", r.file, node.Line)
	switch {
	case node.Kind == yaml.AliasNode:
		return r.read(name, node.Alias)
	case node.Kind == yaml.MappingNode:
		for i := 0; i < len(node.Content); i += 2 {
			key := node.Content[i].Value
			if name != "" {
				key = name + "." + key
			}
			if err := r.read(key, node.Content[i+1]); err != nil {
				return err
			}
		}
	case name == "":
		if node.Tag != "!!null" {
			return fmt.Errorf("%s: want settings, as in \"tests: true\"", origin)
		}
	case node.Kind == yaml.ScalarNode:
		r.settings = append(r.settings, ruleset.Setting{Name: name, Value: node.Value, Origin: origin})
	default:
		var list []string
		if err := node.Decode(&list); err != nil {
			return fmt.Errorf("%s: setting %q: want a list of words", origin, name)
		}
		r.settings = append(r.settings, ruleset.Setting{Name: name, Value: strings.Join(list, ","), Origin: origin})
	}
	return nil
}
