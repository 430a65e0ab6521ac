// Package errorscmd is the command awserrlint errors: it tells what operations of
// AWS services can return in the SDK version that a module uses.
package errorscmd

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
)

const usage = `usage: awserrlint errors [-C dir] [-json] service[.Operation]

Prints the errors that an operation of an AWS service can return, or that a
service has, in the version of aws-sdk-go-v2 that the module in the current folder
requires:

	awserrlint errors s3.HeadObject
	awserrlint errors iam -json

`

// Run performs the command and returns its exit code: 0, or 2 where there is nothing
// to tell, with the reason on stderr.
func Run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("errors", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprint(flags.Output(), usage)
		flags.PrintDefaults()
	}
	dir := flags.String("C", ".", "look in the module of `dir`")
	asJSON := flags.Bool("json", false, "print JSON")

	// Flags may follow the name.
	var names []string
	for rest := args; ; {
		if err := flags.Parse(rest); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				return 0
			}
			return 2
		}
		if flags.NArg() == 0 {
			break
		}
		names, rest = append(names, flags.Arg(0)), flags.Args()[1:]
	}
	if len(names) != 1 {
		flags.Usage()
		return 2
	}

	name, operation, _ := strings.Cut(names[0], ".")
	service, err := findService(*dir, strings.ToLower(name))
	if err == nil {
		var answer *answer
		if answer, err = ask(service, operation); err == nil {
			if *asJSON {
				err = answer.writeJSON(stdout)
			} else {
				err = answer.writeTable(stdout)
			}
		}
	}
	if err != nil {
		fmt.Fprintf(stderr, "awserrlint errors: %v\n", err)
		return 2
	}
	return 0
}
