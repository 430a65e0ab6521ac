package program

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"

	"github.com/awserrlint/awserrlint/internal/printable"
)

// Name is the name of the program.
const Name = "awserrlint"

// The exit codes.
const (
	Clean    = 0 // no findings, or -fix fixed all of them
	Findings = 1
	Failed   = 2 // the program could not run, or could not analyze a package
)

// Version returns the version of the program that the go command recorded.
func Version() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		return info.Main.Version
	}
	return "unknown" // not built by the go command
}

// Fail prints err on standard error, and returns the exit code Failed.
func Fail(err error) int {
	fmt.Fprintf(os.Stderr, "%s: %s\n", Name, printable.Lines(err.Error()))
	return Failed
}

// NewFlagSet returns a flag set for Parse. It prints nothing itself.
func NewFlagSet() *flag.FlagSet {
	flags := flag.NewFlagSet(Name, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	return flags
}

// Parse parses args. It returns flag.ErrHelp for -h, and otherwise errors of one line.
func Parse(flags *flag.FlagSet, args []string) error {
	err := flags.Parse(args)
	if err == nil || errors.Is(err, flag.ErrHelp) {
		return err
	}
	if name, ok := strings.CutPrefix(err.Error(), "flag provided but not defined: "); ok {
		return fmt.Errorf("unknown flag %s: %s -h lists the flags", name, Name)
	}
	return err
}

// Listed joins the first of many words, and says how many are left: "a, b, c and 4 more".
func Listed(words []string, sep string) string {
	const most = 3
	if more := len(words) - most; more > 0 {
		return fmt.Sprintf("%s and %d more", strings.Join(words[:most], sep), more)
	}
	return strings.Join(words, sep)
}
