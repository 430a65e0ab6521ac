package driver

import (
	"bufio"
	"fmt"
	"os"
)

// printVetText prints what was found for a go command that does not ask for JSON, as
// those before Go 1.26, and returns the exit code.
func printVetText(out *os.File, res *result, context int) int {
	w := bufio.NewWriter(out)
	defer w.Flush()
	src := newSources()
	for _, p := range res.problems {
		fmt.Fprintln(w, problemText(p))
	}
	for _, f := range res.findings {
		fmt.Fprintf(w, "%s: %s\n", f.Pos, f.vetMessage())
		for n := f.Pos.Line - context; context >= 0 && n <= f.End.Line+context; n++ {
			fmt.Fprintf(w, "%d\t%s\n", n, src.line(f.Pos.Filename, n))
		}
	}
	if len(res.findings)+len(res.problems) > 0 {
		return exitFindings
	}
	return exitClean
}
