// Package driver runs rules: on package patterns as a command of its own, and on
// one package at a time as the tool of go vet -vettool and go fix -fixtool.
//
// Both ways share the unit of analysis (see unit), the finding it yields, and the
// edits that fixes come down to; they differ in who loads packages and who writes
// files.
package driver

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"github.com/awserrlint/awserrlint/internal/errorscmd"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// program is how the command names itself.
const program = "awserrlint"

// The exit codes of the command.
const (
	exitClean    = 0 // nothing was found, or -fix fixed all of it
	exitFindings = 1
	exitFailed   = 2 // it could not run, or a package could not be analyzed
)

// Main runs the command on the arguments of the process and returns its exit
// code. Flags choose among rules; the name of a subcommand as the first argument asks for
// something else than findings.
func Main(rules []*rule.Rule) int {
	args := os.Args[1:]
	if code, ok := vetMain(rules, args); ok {
		return code
	}
	cmd := &command{suite: newSuite(rules), stdout: os.Stdout, stderr: os.Stderr}
	if len(args) > 0 {
		switch args[0] {
		case "errors":
			return errorscmd.Run(args[1:], os.Stdout, os.Stderr)
		case "rules":
			return done(cmd.runRules(args[1:]))
		case "completion":
			return done(cmd.runCompletion(args[1:]))
		}
	}
	err := cmd.parse(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		cmd.usage(os.Stdout)
		return exitClean
	case err != nil:
		return fail(err)
	}

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the process
	code, err := cmd.run(ctx)
	if err != nil && ctx.Err() != nil {
		err = errors.New("interrupted") // whatever it looks like from inside
	}
	if err != nil {
		return fail(err)
	}
	return code
}

// done returns the exit code of a command that ends with err.
func done(err error) int {
	if err != nil {
		return fail(err)
	}
	return exitClean
}

// fail says on standard error why the command ends, in one line.
func fail(err error) int {
	fmt.Fprintf(os.Stderr, "%s: %v\n", program, err)
	return exitFailed
}
