package program

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"
)

// Name is how the program names itself.
const Name = "awserrlint"

// The exit codes.
const (
	Clean    = 0 // nothing was found, or -fix fixed all of it
	Findings = 1
	Failed   = 2 // it could not run, or a package could not be analyzed
)

// Version returns the version of the program as the go command has recorded it.
func Version() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		return info.Main.Version
	}
	return "unknown" // not built by the go command
}

// Fail says on standard error why the program ends, in one line, and returns the exit
// code for that.
func Fail(err error) int {
	fmt.Fprintf(os.Stderr, "%s: %v\n", Name, err)
	return Failed
}

// NewFlagSet returns flags that print nothing themselves, for Parse.
func NewFlagSet() *flag.FlagSet {
	flags := flag.NewFlagSet(Name, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	return flags
}

// Parse parses args. The error is flag.ErrHelp where they ask for help, or says in one
// line what is wrong with them.
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
