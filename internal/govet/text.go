package govet

import (
	"bufio"
	"fmt"
	"os"

	"github.com/awserrlint/awserrlint/internal/output"
	"github.com/awserrlint/awserrlint/internal/program"
	"github.com/awserrlint/awserrlint/internal/runner"
)

// printText prints what was found as text, for a go command before Go 1.26, and returns the exit
// code. Later ones ask for JSON.
func printText(out *os.File, found runner.Result, context int) int {
	w := bufio.NewWriter(out)
	defer w.Flush()
	src := output.NewSources()
	for _, p := range found.Problems {
		fmt.Fprintln(w, p)
	}
	for _, f := range found.Findings {
		fmt.Fprintf(w, "%s: %s\n", f.Pos, f.Text())
		for n := f.Pos.Line - context; context >= 0 && n <= f.End.Line+context; n++ {
			fmt.Fprintf(w, "%d\t%s\n", n, src.Line(f.Pos.Filename, n))
		}
	}
	if len(found.Findings)+len(found.Problems) > 0 {
		return program.Findings
	}
	return program.Clean
}
