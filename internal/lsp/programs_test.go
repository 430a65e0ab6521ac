package lsp_test

import (
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/tools/txtar"

	"github.com/awserrlint/awserrlint/internal/tools/checkout"
	"github.com/awserrlint/awserrlint/internal/tools/fuzz/program"
)

// TestPrograms checks that the server publishes what the command finds, of programs that nobody would write.
func TestPrograms(t *testing.T) {
	programs, err := program.Files(2, 0, 150)
	if err != nil {
		t.Fatal(err)
	}
	archive := &txtar.Archive{Files: []txtar.File{{Name: "go.mod", Data: []byte("module example.com/programs\n")}}}
	for name, src := range programs {
		archive.Files = append(archive.Files, txtar.File{Name: name, Data: src})
	}
	dir := newModule(t, archive)
	want := commandFinds(t, dir)
	if len(want) < 50 {
		t.Fatalf("%d findings are too few to say anything", len(want))
	}

	c := start(t, dir)
	c.initialize()
	have := make(map[string][]string) // by file
	for _, name := range slices.Sorted(maps.Keys(programs)) {
		c.open(name, string(programs[name]))
		have[name] = c.published(name).lines(name)
	}
	for _, name := range slices.Sorted(maps.Keys(programs)) {
		if wanted := want[name]; !slices.Equal(have[name], wanted) {
			t.Errorf("the command finds\n%s\nand the server publishes\n%s", strings.Join(wanted, "\n"), strings.Join(have[name], "\n"))
		}
	}
	if code := c.end(); code != 0 {
		t.Errorf("exit code %d", code)
	}
}

// commandFinds returns a line for each finding of the command in dir, by file.
func commandFinds(t *testing.T, dir string) map[string][]string {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program, "-cache=off", "-all", "-format", "json", "./...")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), asProgram+"=1", "GOWORK=", "GOFLAGS=-mod=mod")
	cmd.Stderr = t.Output()
	out, _ := cmd.Output() // fails where there are findings
	report, err := checkout.DecodeJSON(out)
	if err != nil {
		t.Fatal(err)
	}
	lines := make(map[string][]string)
	for _, f := range report.Findings {
		text := read(t, filepath.Join(dir, f.File))
		start := strings.LastIndexByte(text[:f.Position.Offset], '\n') + 1
		column := len(utf16.Encode([]rune(text[start:f.Position.Offset])))
		lines[f.File] = append(lines[f.File], fmt.Sprintf("%s:%d:%d: %s: %s", f.File, f.Position.Line-1, column, f.Rule, f.Message))
	}
	for _, l := range lines {
		slices.Sort(l)
	}
	return lines
}

// lines returns a sorted line for each of the diagnostics of the file called name, with positions as LSP counts them.
func (d diagnostics) lines(name string) []string {
	var lines []string
	for _, d := range d.Diagnostics {
		at := d.Range.Start
		lines = append(lines, fmt.Sprintf("%s:%d:%d: %s: %s", name, at.Line, at.Character, d.Code, d.Message))
	}
	slices.Sort(lines)
	return lines
}
