package main

import (
	"bytes"
	"context"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"testing"

	"github.com/awserrlint/awserrlint/internal/tools/checkout"
)

// tool is the program to attack.
var tool = os.Getenv(toolVar)

// toolVar is set in processes that a test starts, so that they do not build the program again.
const toolVar = "AWSERRLINT_TEST_TOOL"

func TestMain(m *testing.M) { os.Exit(testMain(m)) }

func testMain(m *testing.M) int {
	if tool == "" {
		dir, err := os.MkdirTemp("", "faults-")
		if err != nil {
			log.Fatal(err)
		}
		defer os.RemoveAll(dir)
		tool = filepath.Join(dir, "awserrlint.exe")
		if err := checkout.Build(context.Background(), tool, nil); err != nil {
			log.Print(err)
			return 1
		}
	}
	return m.Run()
}

// testLab returns a lab for a small module.
func testLab(t *testing.T, packages int) *lab {
	t.Helper()
	l, err := newLab(t.Context(), tool, t.TempDir(), filepath.Join("..", "..", "..", "testdata", "src"), packages, 1)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// TestAttacks makes each attack once.
func TestAttacks(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("has no signals to send, and does not replace files that are open")
	}
	l := testLab(t, 2)
	var out bytes.Buffer
	if err := l.attackAll(&out, regexp.MustCompile(""), 1); err != nil {
		t.Error(err)
	}
	t.Log("\n" + out.String())
}

// TestLook checks that what must not be left is seen.
func TestLook(t *testing.T) {
	l := &lab{module: t.TempDir(), old: map[string][]byte{"a.go": []byte("old"), "go.mod": []byte("m")}, fixed: map[string][]byte{"a.go": []byte("fixed"), "go.mod": []byte("m")}}
	for name, test := range map[string]struct {
		files map[string]string
		phase phase
		want  string // of the error
	}{
		"old":       {map[string]string{"a.go": "old", "go.mod": "m"}, before, ""},
		"fixed":     {map[string]string{"a.go": "fixed", "go.mod": "m"}, after, ""},
		"temporary": {map[string]string{"a.go": "old", "go.mod": "m", ".awserrlint-1": "fi"}, preparing, ""},
		"torn":      {map[string]string{"a.go": "fix", "go.mod": "m"}, 0, "a.go is torn"},
		"gone":      {map[string]string{"go.mod": "m"}, 0, "a.go is gone"},
		"changed":   {map[string]string{"a.go": "old", "go.mod": "n"}, 0, "go.mod is changed"},
		"more":      {map[string]string{"a.go": "old", "go.mod": "m", "b.go": "old"}, 0, "b.go was not there"},
	} {
		t.Run(name, func(t *testing.T) {
			l := *l
			l.module = t.TempDir()
			files := make(map[string][]byte)
			for name, text := range test.files {
				files[name] = []byte(text)
			}
			if err := checkout.WriteFiles(l.module, files); err != nil {
				t.Fatal(err)
			}
			s, err := l.look()
			switch {
			case test.want != "":
				if err == nil || !regexp.MustCompile("^"+test.want).MatchString(err.Error()) {
					t.Errorf("error is %v, want %s", err, test.want)
				}
			case err != nil:
				t.Error(err)
			case s.phase() != test.phase:
				t.Errorf("phase is %s", phaseNames[s.phase()])
			}
		})
	}
}
