package errflow

import (
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// Lost reports whether no path of the program reads the error of the call: it is not taken,
// assigned to the blank identifier, or overwritten before any read.
func (s *Site) Lost() bool { return s.Err == nil || !isRead(s.Err) }

// isRead reports whether anything reads v, or could: a variable that stays in memory is one that a
// closure sees, or whose address is taken.
func isRead(v ssa.Value) bool {
	w := ssaflow.Forward{Follow: ssaflow.Phis | ssaflow.Locals, Use: func(ssa.Instruction, ssa.Value) bool { return true }}
	return w.Any(v)
}
