package output

import (
	"bufio"
	"fmt"
	"os"

	"github.com/mattn/go-colorable"

	"github.com/awserrlint/awserrlint/internal/finding"
)

// printText prints a line for each finding and, on a terminal, also its source.
func printText(out *os.File, r *Report) error {
	w := bufio.NewWriter(colorable.NewColorable(out))
	print := func(f finding.Finding) { fmt.Fprintln(w, f.String()) }
	if IsTerminal(out) {
		src := NewSources()
		print = func(f finding.Finding) { printPretty(w, src, f) }
	}
	for _, f := range r.Findings {
		print(f)
	}
	return w.Flush()
}
