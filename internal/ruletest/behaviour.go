package ruletest

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Fixed returns the folder of a copy of the fixtures of the rule called name, after all fixes:
// the golden files, which Run compares with the fixes, replace their files. The folder is a
// module like that of Fixtures.
func Fixed(t *testing.T, name string) string {
	t.Helper()
	dir := copyModule(t, Fixtures(t), name)
	err := filepath.WalkDir(filepath.Join(dir, name), func(path string, d os.DirEntry, err error) error {
		if file, ok := strings.CutSuffix(path, ".golden"); ok {
			return os.Rename(path, file)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// Output runs the main package pkg, such as "./discarded/behaviour", of the module in dir, with env
// added to the environment, and returns what it prints. If the program fails, so does the test.
func Output(t *testing.T, dir, pkg string, env ...string) string {
	t.Helper()
	cmd := exec.Command("go", "run", pkg)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), env...)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("go run %s: %v\n%s", pkg, err, out)
	}
	return string(out)
}
