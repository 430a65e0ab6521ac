package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/awserrlint/awserrlint/internal/tools/checkout"
	"github.com/awserrlint/awserrlint/internal/tools/fuzz/program"
	"github.com/awserrlint/awserrlint/internal/tools/fuzz/variant"
)

const fixtures = "../../../testdata/src"

// TestPrograms attacks with some programs. The command takes more.
func TestPrograms(t *testing.T) {
	var out bytes.Buffer
	if code := run([]string{"-n", "500", "-batch", "72", "-share", "400", "-requires", fixtures}, &out, &out); code != 0 {
		t.Errorf("exit code is %d\n%s", code, out.Bytes())
	}
	t.Log(out.String())
}

// TestFound attacks with what earlier attacks have found.
func TestFound(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("testdata/found")); err != nil {
		t.Fatal(err)
	}
	files, err := checkout.Requires(fixtures, modulePath)
	if err == nil {
		err = checkout.WriteFiles(dir, files)
	}
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if code := run([]string{"-module", dir, "-share", "1000000"}, &out, &out); code != 0 {
		t.Errorf("exit code is %d\n%s", code, out.Bytes())
	}
}

// TestUsage checks that bad arguments are told.
func TestUsage(t *testing.T) {
	for _, args := range [][]string{{"x"}, {"-n", "0"}, {"-none"}, {"-module", "none"}} {
		var out bytes.Buffer
		if code := run(args, &out, &out); code != 2 || out.Len() == 0 {
			t.Errorf("%q: exit code is %d\n%s", args, code, out.Bytes())
		}
	}
}

var binary = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "fuzz")
	if err != nil {
		return "", err
	}
	name := filepath.Join(dir, "awserrlint")
	return name, checkout.Build(context.Background(), name, nil)
})

// FuzzPrograms attacks with programs that are made of bytes.
func FuzzPrograms(f *testing.F) {
	for _, seed := range []string{"", "AWS", "an error that is lost", "\xff\x80\x40\x20\x10\x08\x04\x02\x01"} {
		f.Add(byte(0), []byte(seed))
	}
	name, err := binary()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, which byte, data []byte) {
		src, err := program.Generate(program.Draws(data))
		if err != nil {
			t.Fatalf("%v\n%s", err, src)
		}
		var out bytes.Buffer
		tally := newTally(&out)
		temp := t.TempDir()
		b := &batch{tool: tool{name, filepath.Join(temp, "cache")}, tally: tally, temp: temp, share: 1 << 30, files: map[string][]byte{"p/p.go": src}}
		if b.other, err = checkout.Requires(fixtures, modulePath); err != nil {
			t.Fatal(err)
		}
		i := int(which) % len(variant.All)
		if err := b.attack(variant.All[i : i+1]); err != nil {
			t.Fatal(err)
		}
		if tally.failed() {
			t.Errorf("%s\n%s", out.Bytes(), src)
		}
	})
}
