package cli

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"github.com/mattn/go-colorable"

	"github.com/awserrlint/awserrlint/internal/output"
	"github.com/awserrlint/awserrlint/internal/program"
)

const (
	progressDelay    = time.Second            // most runs end earlier and show nothing
	progressInterval = 200 * time.Millisecond // between two updates
	eraseLine        = "\r\x1b[K"
)

// A progress shows on a terminal what a long run is doing, in one line that is erased at the
// end.
type progress struct {
	mu    sync.Mutex
	state string
	quit  chan struct{} // closed by stop
	done  chan struct{} // closed when nothing more is written
}

// startProgress returns a progress on out. It shows nothing if out is not a terminal.
func startProgress(out *os.File) *progress {
	p := newProgress()
	if output.IsTerminal(out) {
		go p.show(colorable.NewColorable(out), progressDelay)
	} else {
		close(p.done)
	}
	return p
}

func newProgress() *progress {
	return &progress{quit: make(chan struct{}), done: make(chan struct{})}
}

// set sets what the line shows from now on.
func (p *progress) set(format string, args ...any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.state = fmt.Sprintf(format, args...)
}

// stop erases the line.
func (p *progress) stop() {
	close(p.quit)
	<-p.done
}

// show writes the state to w repeatedly until stop, beginning after delay.
func (p *progress) show(w io.Writer, delay time.Duration) {
	defer close(p.done)
	wait := delay
	for {
		select {
		case <-time.After(wait):
			p.mu.Lock()
			fmt.Fprintf(w, "%s%s: %s", eraseLine, program.Name, p.state)
			p.mu.Unlock()
			wait = progressInterval
		case <-p.quit:
			if wait != delay {
				io.WriteString(w, eraseLine)
			}
			return
		}
	}
}
