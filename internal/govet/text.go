package govet

import (
	"bufio"
	"fmt"
	"os"

	"github.com/awserrlint/awserrlint/internal/output"
	"github.com/awserrlint/awserrlint/internal/printable"
	"github.com/awserrlint/awserrlint/internal/program"
	"github.com/awserrlint/awserrlint/internal/runner"
)

// printText prints what was found as text, with problems, and returns the exit code.
func printText(out *os.File, found runner.Result, context int) int {
	w := bufio.NewWriter(out)
	defer w.Flush()
	src := output.NewSources()
	for _, p := range found.Problems {
		fmt.Fprintln(w, p)
	}
	for _, f := range found.Findings {
		fmt.Fprintf(w, "%s: %s\n", printable.File(f.Pos.String()), f.Text())
		for n := f.Pos.Line - context; context >= 0 && n <= f.End.Line+context; n++ {
			fmt.Fprintf(w, "%d\t%s\n", n, printable.Line(src.Line(f.Pos.Filename, n)))
		}
	}
	switch {
	case len(found.Problems) > 0:
		return program.Failed
	case len(found.Findings) > 0:
		return program.Findings
	}
	return program.Clean
}
