package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"syscall"

	"github.com/creack/pty"
)

// onTerminal runs a command with a terminal as its standard output, and as /dev/tty, and prints what is written there. Its
// standard error is that of the command. It returns the exit code. The command ttyin of testscript may lose the last that is written: it
// does not wait for its reader.
func onTerminal() int {
	cmd := exec.Command(os.Args[1], os.Args[2:]...)
	cmd.Stderr = os.Stderr
	terminal, err := pty.Start(cmd)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 125
	}
	defer terminal.Close()
	_, err = io.Copy(os.Stdout, terminal)
	if err != nil && !errors.Is(err, syscall.EIO) { // which is the end, where nothing has the terminal open any more
		fmt.Fprintln(os.Stderr, err)
		return 125
	}
	cmd.Wait()
	return cmd.ProcessState.ExitCode()
}
