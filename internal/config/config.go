package config

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"

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

// RootOf returns the folder of the module that a file belongs to, that of the file if there is none.
func RootOf(file string) (string, error) {
	dir := filepath.Dir(file)
	root, err := ModuleRoot(dir)
	return cmp.Or(root, dir), err
}

// wrongNames are names that the file does not have, but might.
var wrongNames = []string{".awserrlint.yaml", "awserrlint.yml", "awserrlint.yaml"}

// Find returns the settings file for the module of the folder dir: the nearest one in the
// module's folder or above. It returns "" if there is none. It returns an error for a file in
// these folders whose name is nearly that of a settings file, since it would have no effect.
func Find(dir string) (string, error) {
	root, err := ModuleRoot(dir)
	if err != nil {
		return "", err
	}
	root = cmp.Or(root, dir)
	file, err := Above(root, Name)
	if err != nil {
		return "", err
	}
	for _, name := range wrongNames {
		switch other, err := Above(root, name); {
		case err != nil:
			return "", err
		case other != "" && (file == "" || len(filepath.Dir(other)) >= len(filepath.Dir(file))):
			return "", fmt.Errorf("%s:1: this file has no effect; settings are in %s, so rename it or remove it", other, Name)
		}
	}
	return file, nil
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
func Load(dir string) (ruleset.Settings, error) {
	file, err := Find(dir)
	if file == "" || err != nil {
		return ruleset.Settings{}, err
	}
	return read(file)
}

// Apply applies the settings for the module of the folder dir to rules. Flags on the command line
// take precedence.
func Apply(rules *ruleset.Set, flags *flag.FlagSet, dir string) error {
	settings, err := Load(dir)
	return errors.Join(err, rules.Apply(flags, settings)) // all that is wrong
}

// ApplyFile applies the settings in file to rules, whatever it is called.
func ApplyFile(rules *ruleset.Set, flags *flag.FlagSet, file string) error {
	settings, err := read(file)
	return errors.Join(err, rules.Apply(flags, settings))
}
