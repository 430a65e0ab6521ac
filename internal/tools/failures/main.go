package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awssdk"
)

func main() {
	modules := os.Args[1:]
	for i, m := range modules {
		if !strings.Contains(m, "@") {
			modules[i] = m + "@latest"
		}
	}
	if err := run(os.Stdout, "", modules); err != nil {
		fmt.Fprintln(os.Stderr, "failures:", err)
		os.Exit(1)
	}
}

// run writes the list for modules. A module without a version has the version that the module of
// dir requires.
func run(w io.Writer, dir string, modules []string) error {
	sources, err := fetch(dir, modules)
	if err != nil {
		return err
	}
	for _, src := range sources {
		service := path.Base(src.Path)
		outputs, err := awssdk.Outputs(service, src.Dir, "*")
		if err != nil {
			return err
		}
		for _, out := range outputs {
			var members []string
			for _, f := range out.Failures {
				members = append(members, f.String())
			}
			if members != nil {
				fmt.Fprintf(w, "%s.%s: %s\n", service, out.Operation, strings.Join(members, ", "))
			}
		}
	}
	return nil
}

// A source is what the go command prints about a module that it has fetched.
type source struct {
	Path, Dir, Error string
}

// fetch fetches modules, see run, and returns them in the same order.
func fetch(dir string, modules []string) ([]source, error) {
	if len(modules) == 0 {
		return nil, errors.New("no service package named")
	}
	cmd := exec.Command("go", append([]string{"mod", "download", "-json"}, modules...)...)
	cmd.Dir = dir
	out, err := cmd.Output()
	var sources []source
	for d := json.NewDecoder(strings.NewReader(string(out))); d.More(); {
		var src source
		if err := d.Decode(&src); err != nil {
			return nil, err
		}
		if src.Error != "" {
			return nil, errors.New(src.Error)
		}
		sources = append(sources, src)
	}
	if err != nil {
		return nil, fmt.Errorf("go mod download: %w", err)
	}
	return sources, nil
}
