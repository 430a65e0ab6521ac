package main

import (
	"fmt"
	"io"
	"sync"
	"text/tabwriter"
)

// invariants are what is checked, in the order of the documentation.
var invariants = []string{"sound", "variant", "cache", "vet", "diff", "compile", "gofmt", "comments", "converge", "new"}

// A tally counts how often each invariant was checked, and how often it did not hold.
type tally struct {
	mu             sync.Mutex
	out            io.Writer
	checked, broke map[string]int
}

func newTally(out io.Writer) *tally {
	return &tally{out: out, checked: make(map[string]int), broke: make(map[string]int)}
}

// check counts n checks of an invariant that held or are told of by fail.
func (t *tally) check(invariant string, n int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.checked[invariant] += n
}

// fail counts and prints a check that did not hold.
func (t *tally) fail(invariant, where, what string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.broke[invariant]++
	fmt.Fprintf(t.out, "%s: %s: %s\n", invariant, where, what)
}

func (t *tally) failed() bool {
	for _, n := range t.broke {
		if n > 0 {
			return true
		}
	}
	return false
}

// print prints a table of the counts.
func (t *tally) print() {
	w := tabwriter.NewWriter(t.out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "invariant\tchecked\tbroken\t")
	for _, name := range invariants {
		fmt.Fprintf(w, "%s\t%d\t%d\t\n", name, t.checked[name], t.broke[name])
	}
	w.Flush()
}
