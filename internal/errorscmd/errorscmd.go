package errorscmd

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"github.com/awserrlint/awserrlint/internal/program"
)

const usage = `usage: awserrlint errors [-C dir] [-json] service[.Operation]

Prints the errors that an operation of an AWS service can return, or that a
service has, in the version of aws-sdk-go-v2 that the module in the current folder
requires:

	awserrlint errors s3.HeadObject
	awserrlint errors iam -json

`

// Options are the values of the flags of the command.
type Options struct {
	Dir  string
	JSON bool
}

// Register adds the flags of the command to flags.
func (o *Options) Register(flags *flag.FlagSet) {
	flags.StringVar(&o.Dir, "C", ".", "look in the module of `dir`")
	flags.BoolVar(&o.JSON, "json", false, "print JSON")
}

// Run runs the command and returns its exit code: 0, or 2 if there is nothing to print, with the
// reason on stderr.
func Run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("errors", flag.ContinueOnError)
	var opts Options
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprint(flags.Output(), usage)
		flags.PrintDefaults()
	}
	opts.Register(flags)

	// Flags may follow the name.
	var names []string
	for rest := args; ; {
		if err := flags.Parse(rest); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				return program.Clean
			}
			return program.Failed
		}
		if flags.NArg() == 0 {
			break
		}
		names, rest = append(names, flags.Arg(0)), flags.Args()[1:]
	}
	if len(names) != 1 {
		flags.Usage()
		return program.Failed
	}

	name, operation, _ := strings.Cut(names[0], ".")
	service, err := findService(opts.Dir, strings.ToLower(name))
	if err == nil {
		var r *report
		if r, err = newReport(service, operation); err == nil {
			if opts.JSON {
				err = r.writeJSON(stdout)
			} else {
				err = r.writeTable(stdout)
			}
		}
	}
	if err != nil {
		fmt.Fprintf(stderr, "%s errors: %v\n", program.Name, err)
		return program.Failed
	}
	return program.Clean
}
