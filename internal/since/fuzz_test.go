package since

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/edit"
)

// FuzzParse checks that a patch is read or refused, whatever it holds, and that no more lines are new than it has.
func FuzzParse(f *testing.F) {
	for _, patch := range []string{
		"diff --git a/a.go b/a.go\n--- a/a.go\n+++ b/a.go\n@@ -4 +4,2 @@ const q = `\n--- name: x\n+++ b/other.go\n+\r\n@@ -9,2 +9,0 @@\n-b\n-c\n\\ No newline at end of file\n",
		"diff --git \"a/\\303\\274\\\".go\" \"b/\\303\\274\\\".go\"\nnew file mode 100644\n--- /dev/null\n+++ \"b/\\303\\274\\\".go\"\n@@ -0,0 +1 @@\n+x\n",
		"--- a/a b.go\t\n+++ b/a b.go\t\n@@ -0,0 +1 @@\n+x\n", "--- a/a.go\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n",
		"@@ -1 +1 @@\n-x\n+y\n", "+++ b/a.go\n@@ -1,1073741824 +1 @@\n", "+++ b/a.go\n@@ -1 +1 @@\n x\n", "+++ b/\n@@ -,1 +1 @@\n", "* Unmerged path a.go\n",
	} {
		f.Add([]byte(patch))
	}
	f.Fuzz(func(t *testing.T, patch []byte) {
		files, err := parse(patch)
		if err != nil {
			if len(files) > 0 || strings.Contains(err.Error(), "\n") {
				t.Fatalf("%v, %q", files, err)
			}
			return
		}
		total := 0
		for name, hunks := range files {
			if name == "" {
				t.Fatal("a file has no name")
			}
			for _, hunk := range hunks {
				body := edit.LinesOf(hunk)
				total += len(body)
				if len(body) != int(hunk.OrigLines+hunk.NewLines) {
					t.Fatalf("%+v has %d lines", hunk, len(body))
				}
			}
			for line := range changedLines(hunks, nil) {
				if line < 0 {
					t.Fatalf("line %d is new", line)
				}
			}
		}
		if n := bytes.Count(patch, []byte("\n")) + 1; total > n {
			t.Fatalf("%d lines in a patch of %d", total, n)
		}
	})
}

// FuzzChange checks, for a file before and after a change, that the patch of git is read as what it is, and that what [edit] makes of the
// change agrees: each new line that the file did not have is found, by its number, and what is not new moves to where it is the same line.
func FuzzChange(f *testing.F) {
	f.Add("a\n-- x\nb\nc\n", "a\n++ b/other.go\nb\nd\n")
	f.Add("a\nb", "a\nb\nc")
	f.Add("a\r\nb\r\n", "\r\na\r\n")
	f.Add("", "x")
	f.Add("x\n\n\nx\n", "\n")
	f.Add("\\ No newline at end of file\n--- a\n+++ b\n@@ -1 +1 @@\n", "@@ -1 +1 @@\n+++ b\n--- a\n\\ No newline at end of file")
	f.Fuzz(func(t *testing.T, before, after string) {
		hunks, err := edit.Change{Old: []byte(before), Fixed: []byte(after)}.Hunks()
		if err != nil {
			t.Fatal(err)
		}
		old, now := linesOf(before), linesOf(after)
		changed := changedLines(hunks, nil)
		had := make(map[string]bool)
		for i, line := range old {
			had[line] = true
			to, ok := moved(hunks, i+1)
			if ok && (to < 1 || to > len(now) || now[to-1] != line) {
				t.Fatalf("line %d, %q, moves to %d", i+1, line, to)
			}
		}
		for i, line := range now {
			if !had[line] && !changed[i+1] {
				t.Fatalf("line %d, %q, is not new", i+1, line)
			}
		}
		for line := range changed {
			if line < 0 || line > len(now)+1 {
				t.Fatalf("line %d of %d is new", line, len(now))
			}
		}

		patch, want := patchOf(old, now)
		files, err := parse([]byte(patch))
		if err != nil {
			t.Fatalf("%v in %s", err, patch)
		}
		if got := changedLines(files["a.go"], nil); !maps.Equal(got, want) || len(files) > 1 {
			t.Fatalf("%v are new, want %v: %s", got, want, patch)
		}
	})
}

// patchOf returns a patch as git prints it without context, and which lines it changes. It pairs lines by their numbers: those that
// are equal stay, others are replaced.
func patchOf(old, now []string) (patch string, want lines) {
	var b strings.Builder
	b.WriteString("diff --git a/a.go b/a.go\nindex 1..2 100644\n--- a/a.go\n+++ b/a.go\n")
	want = make(lines)
	var removed, added []string
	end := func(i int) { // of a hunk, before the lines with the index i
		if len(removed)+len(added) == 0 {
			return
		}
		from, to := min(i, len(old))-len(removed)+1, min(i, len(now))-len(added)+1
		for line := range len(added) {
			want[to+line] = true
		}
		if len(added) == 0 {
			want[to-1], want[to] = true, true
			to--
		}
		if len(removed) == 0 {
			from--
		}
		fmt.Fprintf(&b, "@@ -%s +%s @@ @@ -1 +1 @@\n", counted(from, len(removed)), counted(to, len(added)))
		for _, line := range slices.Concat(removed, added) {
			b.WriteString(line)
			if !strings.HasSuffix(line, "\n") {
				b.WriteString("\n\\ No newline at end of file\n")
			}
		}
		removed, added = nil, nil
	}
	n := max(len(old), len(now))
	for i := range n {
		if i < len(old) && i < len(now) && old[i] == now[i] {
			end(i)
			continue
		}
		if i < len(old) {
			removed = append(removed, "-"+old[i])
		}
		if i < len(now) {
			added = append(added, "+"+now[i])
		}
	}
	end(n)
	return b.String(), want
}

// counted returns a range of lines as the head of a hunk has it.
func counted(start, n int) string {
	if n == 1 {
		return strconv.Itoa(start)
	}
	return fmt.Sprintf("%d,%d", start, n)
}

// linesOf returns the lines of a text, each with its end.
func linesOf(text string) []string { return slices.Collect(strings.Lines(text)) }
