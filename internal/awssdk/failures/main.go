// Command failures lists the operations of AWS services whose output can tell of
// failures although the error is nil, and the members that tell it. Its arguments are
// import paths, such as github.com/aws/aws-sdk-go-v2/service/kinesis, of modules that
// the module in the current folder requires.
package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
)

func main() {
	if err := run(os.Stdout, "", os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "failures:", err)
		os.Exit(1)
	}
}

// run writes the list for the packages at paths, as the module that holds dir
// requires them.
func run(w io.Writer, dir string, paths []string) error {
	dirs, err := moduleDirs(dir, paths)
	if err != nil {
		return err
	}
	for i, path := range paths {
		ops, err := operations(path, dirs[i])
		if err != nil {
			return err
		}
		for _, op := range ops {
			fmt.Fprintln(w, op)
		}
	}
	return nil
}

// moduleDirs returns the folders of the modules at paths.
func moduleDirs(dir string, paths []string) ([]string, error) {
	cmd := exec.Command("go", append([]string{"list", "-m", "-f", "{{.Dir}}"}, paths...)...)
	cmd.Dir = dir
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%w: %s", err, stderr.Bytes())
	}
	dirs := strings.Split(strings.TrimSpace(string(out)), "\n")
	if len(dirs) != len(paths) {
		return nil, fmt.Errorf("the go command found %d of %d modules", len(dirs), len(paths))
	}
	return dirs, nil
}
