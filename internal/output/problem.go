package output

import (
	"go/token"
	"iter"

	"github.com/awserrlint/awserrlint/internal/finding"
)

// problemName stands where a format names the rule of a finding, in formats that have nothing of their own for what
// could not be analyzed. Without it, the findings of a package that does not compile would count as resolved there.
const problemName = "problem"

// problemsInFiles returns the problems that have a file, with their positions. Such formats have no place for others,
// which are on standard error only.
func problemsInFiles(r *Report) iter.Seq2[token.Position, finding.Problem] {
	return func(yield func(token.Position, finding.Problem) bool) {
		for _, p := range r.Problems {
			if at := finding.ParsePosition(p.Pos); at.Filename != "" && !yield(at, p) {
				return
			}
		}
	}
}
