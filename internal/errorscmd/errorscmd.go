package errorscmd

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"github.com/awserrlint/awserrlint/internal/option"
	"github.com/awserrlint/awserrlint/internal/printable"
	"github.com/awserrlint/awserrlint/internal/program"
)

const usage = `usage: awserrlint errors [flags] service[.Operation]
       awserrlint errors [flags] -code CODE
       awserrlint errors [flags] diff OLD NEW
       awserrlint errors [flags] handle service.Operation

Prints the errors that an operation of an AWS service can return, or that a
service has, in the version of aws-sdk-go-v2 that the module in the current folder
requires:

	awserrlint errors s3.HeadObject
	awserrlint errors iam -json
	awserrlint errors -what notfound dynamodb.DeleteTable   # which error means it?
	awserrlint errors -code AccessDeniedException           # which services send it?
	awserrlint errors diff dynamodb@v1.54.0 v1.73.1         # what does an upgrade change?
	awserrlint errors handle s3.GetObject                   # Go code that handles what matters

`

// Options are the values of the flags of the command.
type Options struct {
	Dir  string
	JSON bool
	What *option.Choice
	Code string
}

// Register adds the flags of the command to flags.
func (o *Options) Register(flags *flag.FlagSet) {
	flags.StringVar(&o.Dir, "C", ".", "look in the module of `dir`")
	flags.BoolVar(&o.JSON, "json", false, "print JSON")
	o.What = option.NewChoice(whatWords()...)
	flags.Var(o.What, "what", "print only the errors that mean `what`: "+option.OneOf(whatWords()))
	flags.StringVar(&o.Code, "code", "", "print which services of the module have or send the `code`")
}

// A printer is what the command prints.
type printer interface {
	// writeText prints it for people. JSON comes of the fields.
	writeText(w io.Writer) error
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
	p, err := opts.printer(names)
	if errors.Is(err, errUsage) {
		flags.Usage()
		return program.Failed
	}
	if err == nil && opts.JSON {
		enc := json.NewEncoder(stdout)
		enc.SetIndent("", "  ")
		err = enc.Encode(p)
	} else if err == nil {
		err = p.writeText(stdout)
	}
	if err != nil {
		fmt.Fprintf(stderr, "%s errors: %s\n", program.Name, printable.Lines(err.Error()))
		return program.Failed
	}
	return program.Clean
}

// errUsage says that the arguments are none of the forms in the usage.
var errUsage = errors.New("usage")

// printer returns what the arguments ask for.
func (o *Options) printer(names []string) (printer, error) {
	what := o.What.String()
	switch {
	case o.Code != "" && (len(names) > 0 || what != all):
		return nil, errUsage
	case o.Code != "":
		return newSearch(o.Dir, o.Code)
	case len(names) == 3 && names[0] == "diff" && what == all:
		return newDiff(o.Dir, names[1], names[2])
	case len(names) == 2 && names[0] == "handle" && what == all:
		service, operation, err := findNamed(o.Dir, names[1])
		if err != nil {
			return nil, err
		}
		return newSnippet(service, operation, hasAsType(o.Dir))
	case len(names) != 1:
		return nil, errUsage
	}
	service, operation, err := findNamed(o.Dir, names[0])
	if err != nil {
		return nil, err
	}
	if what != all {
		return newSigns(service, operation, what)
	}
	return newReport(service, operation)
}

// findNamed reads the service that name, such as s3 or s3.GetObject, is of.
func findNamed(dir, name string) (s *service, operation string, err error) {
	name, operation, _ = strings.Cut(name, ".")
	s, err = findService(dir, strings.ToLower(name))
	return s, operation, err
}
