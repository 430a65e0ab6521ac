package baseline

import (
	"encoding/json"
	"slices"
	"testing"
)

// FuzzParse checks that what is read from a baseline is the same after it is written, and that each entry has a line
// of the file.
func FuzzParse(f *testing.F) {
	f.Add([]byte(`{"version": 1, "findings": [
    {"file":"a.go","rule":"discarded","in":"func f() {","line":"x()","near":"01020304"},
    {"file":"a.go","rule":"discarded","line":"x()","near":""}
  ]}`))
	f.Add([]byte(`{"version": 2}`))
	f.Add([]byte(`{"version": 1, "findings": [{"file":"../../x","rule":"\u001b[2J"},{"file":"../../x","rule":"\u001b[2J"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		entries, err := parse(data)
		if err != nil {
			return
		}
		last, lines := 1, 1
		for _, c := range data {
			if c == '\n' {
				lines++
			}
		}
		for _, e := range entries {
			if e.At < last || e.At > lines {
				t.Fatalf("entry %+v in a file of %d lines", e, lines)
			}
			last = e.At
		}
		again, err := json.Marshal(map[string]any{"version": version, "findings": entries})
		if err != nil {
			t.Fatal(err)
		}
		read, err := parse(again)
		for i := range read {
			read[i].At = entries[i].At
		}
		if err != nil || !slices.Equal(read, entries) {
			t.Fatalf("%+v becomes %+v, %v", entries, read, err)
		}
	})
}
