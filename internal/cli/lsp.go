package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"github.com/awserrlint/awserrlint/internal/lsp"
	"github.com/awserrlint/awserrlint/internal/program"
)

// registerServer adds the flags of a language server to flags.
func (inv *invocation) registerServer(flags *flag.FlagSet) {
	flags.Bool("stdio", true, "talk over standard input and output, as there is no other way")
	inv.registerShared(flags)
}

// serve talks to an editor until that ends the session.
func (inv *invocation) serve(args []string) (int, error) {
	inv.flags = program.NewFlagSet()
	inv.registerServer(inv.flags)
	if err := program.Parse(inv.flags, args); errors.Is(err, flag.ErrHelp) {
		fmt.Fprintf(inv.stdout, "usage: %s lsp [flags]\n\nTalks to an editor over standard input and output, see docs/editors.md.\n\n", program.Name)
		inv.flags.SetOutput(inv.stdout)
		inv.flags.PrintDefaults()
		return program.Clean, nil
	} else if err != nil {
		return program.Failed, err
	}
	if inv.flags.NArg() > 0 {
		return program.Failed, fmt.Errorf("lsp takes no arguments, not %s: the editor says which files are open", inv.flags.Arg(0))
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return lsp.Serve(ctx, os.Stdin, os.Stdout, lsp.Config{Rules: inv.Set, Flags: inv.flags, BuildTags: inv.tags, Cache: inv.results()}), nil
}
