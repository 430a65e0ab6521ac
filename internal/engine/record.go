package engine

import (
	"bytes"
	"encoding/gob"
	"strings"
	"sync/atomic"
	"time"

	"github.com/awserrlint/awserrlint/internal/load/source"
)

// A record is what a run has read, and what it found: the entry of a run. Both are encoded one
// after the other, since the second is of no use if something has changed.
type record struct {
	Names  string // of files and folders, each with a zero at its end
	Stamps []stamp
}

// newRecord returns the record of what was read in a run that began at start. It is not ok if a
// file or folder changed so shortly before, or since, that the next run might not notice.
func newRecord(reads []source.Read, start time.Time) (r record, ok bool) {
	var names strings.Builder
	for _, read := range reads {
		if !settled(read.Info, start) {
			return record{}, false
		}
		names.WriteString(read.Name + "\x00")
		r.Stamps = append(r.Stamps, stampOf(read.Info))
	}
	r.Names = names.String()
	return r, true
}

// changed returns the name of a file or folder that is not as it was, "" if there is none.
func (r record) changed() string {
	names := splitNames(r.Names)
	var found atomic.Pointer[string]
	parallel(len(names), 64, func(i int) {
		if found.Load() == nil && stampAt(names[i]) != r.Stamps[i] {
			found.Store(&names[i])
		}
	})
	if name := found.Load(); name != nil {
		return *name
	}
	return ""
}

// splitNames returns the names in a text that has a zero after each.
func splitNames(text string) []string {
	names := strings.Split(text, "\x00")
	return names[:len(names)-1]
}

// decodeRun returns the result of a run, encoded after its record, nil if something has changed
// since. changed names it.
func decodeRun(data []byte) (res *Result, changed string) {
	dec := gob.NewDecoder(bytes.NewReader(data))
	var r record
	if err := dec.Decode(&r); err != nil || len(splitNames(r.Names)) != len(r.Stamps) {
		return nil, "the form of results"
	}
	if changed := r.changed(); changed != "" {
		return nil, changed
	}
	res = new(Result)
	if err := dec.Decode(res); err != nil {
		return nil, "the form of results"
	}
	return res, ""
}
