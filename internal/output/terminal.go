package output

import (
	"os"

	"github.com/mattn/go-colorable"
	"github.com/mattn/go-isatty"
)

// IsTerminal reports whether f is a terminal.
func IsTerminal(f *os.File) bool { return isatty.IsTerminal(f.Fd()) || isatty.IsCygwinTerminal(f.Fd()) }

// File returns f as an Output, with colors or without.
func File(f *os.File, colors bool) Output {
	return Output{Writer: colorable.NewColorable(f), Terminal: IsTerminal(f), Colors: colors}
}
