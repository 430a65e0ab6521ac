package cli

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/edit"
	"github.com/awserrlint/awserrlint/internal/option"
	"github.com/awserrlint/awserrlint/internal/output"
	"github.com/awserrlint/awserrlint/internal/printable"
	"github.com/awserrlint/awserrlint/internal/program"
)

// outputs are the values of -format: in which formats a report is printed, and where.
type outputs []target

// A target is a format with the place that it goes to.
type target struct {
	output.Format
	file string // "" is standard output
}

// register adds the flag -format.
func (o *outputs) register(flags *flag.FlagSet) {
	flags.Var(o, "format", "print findings as `form`: "+output.FormatNames(", ")+", or to a file as form:file; may be given several times (default text)")
}

// String returns the names of the formats.
func (o *outputs) String() string {
	var names []string
	for _, t := range *o {
		names = append(names, t.Name)
	}
	return strings.Join(names, ", ")
}

// Set adds "name" or "name:file". What follows the first colon is the file, so its name may have
// more of them, as on Windows. The file "-" is standard output.
func (o *outputs) Set(value string) error {
	name, file, named := strings.Cut(value, ":")
	format, ok := output.FormatOf(name)
	switch {
	case !ok:
		return errors.New("want one of " + output.FormatNames(", ") + ", or with a file, as in sarif:findings.sarif")
	case named && file == "":
		return fmt.Errorf("no file is named after the colon")
	case file == "-":
		file = ""
	}
	for _, t := range *o {
		switch {
		case t.file != file:
		case file == "":
			return fmt.Errorf("%s goes to standard output already; write one of the two to a file, as in %[2]s:findings.%[2]s", t.Name, name)
		default:
			return fmt.Errorf("%s goes to that file already", t.Name)
		}
	}
	*o = append(*o, target{format, file})
	return nil
}

// Takes says what completes the flag in a shell.
func (o *outputs) Takes() option.Takes {
	return option.Takes{Choices: strings.Fields(output.FormatNames(" "))}
}

// all returns the targets: text on standard output if the user has named none.
func (o outputs) all() []target {
	if len(o) == 0 {
		return []target{{Format: output.Formats[0]}}
	}
	return o
}

// stdout returns what goes to standard output, if anything does.
func (o outputs) stdout() (t target, ok bool) {
	all := o.all()
	i := slices.IndexFunc(all, func(t target) bool { return t.file == "" })
	if i < 0 {
		return t, false
	}
	return all[i], true
}

// printReports prints res in all formats, and reports whether it could. A file that cannot be written
// keeps no other format from being printed.
func (inv *invocation) printReports(res *result) bool {
	ok := true
	for _, t := range inv.outputs.all() {
		report := inv.report(res, t.Info)
		if t.Operations {
			report.Operations = describe(report.Findings)
		}
		if err := inv.printReport(t, report); err != nil {
			fmt.Fprintf(inv.stderr, "%s: no %s is written: %v\n", program.Name, t.Name, printable.Line(err.Error()))
			ok = false
		}
	}
	return ok
}

func (inv *invocation) printReport(t target, report *output.Report) error {
	if t.file == "" {
		return t.Print(output.File(inv.stdout, inv.colors()), report)
	}
	var content bytes.Buffer
	if err := t.Print(output.Output{Writer: &content}, report); err != nil {
		return err
	}
	file, err := inv.abs(t.file)
	if err != nil {
		return err
	}
	return edit.Create(file, content.Bytes())
}

// colors reports whether standard output has colors. Files never have.
func (inv *invocation) colors() bool {
	switch force := os.Getenv("FORCE_COLOR"); {
	case inv.color.String() != "auto":
		return inv.color.String() == "always"
	case os.Getenv("NO_COLOR") != "":
		return false
	case force != "":
		return force != "0" && force != "false"
	}
	return output.IsTerminal(inv.stdout) && os.Getenv("TERM") != "dumb"
}
