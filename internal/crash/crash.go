package crash

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
)

// A Panic is an error that was a panic.
type Panic struct {
	Value any    // what panic was called with
	Pos   string // of the panic, "folder/file.go:line"
}

func (p *Panic) Error() string {
	value := strings.Join(strings.Fields(fmt.Sprint(p.Value)), " ")
	return fmt.Sprintf("panic at %s: %s (this is a bug; GOTRACEBACK=all prints the stack for a report)", p.Pos, value)
}

// Guard calls f and returns its error, a *Panic if f panics. The stack of the panic is printed on
// standard error if GOTRACEBACK asks for more stacks than the Go runtime prints by default.
func Guard(f func() error) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = &Panic{Value: v, Pos: position()}
			switch os.Getenv("GOTRACEBACK") {
			case "", "none", "0", "single":
			default:
				fmt.Fprintf(os.Stderr, "%v\n%s\n", err, debug.Stack())
			}
		}
	}()
	return f()
}

// position returns where the panic that a deferred function has recovered began.
func position() string {
	pcs := make([]uintptr, 1000)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(0, pcs)])
	var pos string
	begins := false
	for {
		frame, more := frames.Next()
		switch {
		case frame.Function == "runtime.gopanic":
			begins = true // a panic may be passed on by another panic, and the first is the last here
		case begins && !strings.HasPrefix(frame.Function, "runtime."): // such as runtime.panicIndex
			dir, file := filepath.Split(frame.File)
			pos = fmt.Sprintf("%s/%s:%d", filepath.Base(dir), file, frame.Line)
			begins = false
		}
		if !more {
			return pos
		}
	}
}
