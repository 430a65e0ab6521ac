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
	patience         = 700 * time.Millisecond // what takes longer is shown, within a second on a busy machine as well
	progressInterval = 100 * time.Millisecond // between two looks at the run
	eraseLine        = "\r\x1b[K"
)

// A progress tells on standard error what a run is doing. It says what the run waits for when
// that takes long, and with -x prints each step when it has ended. On a terminal, one line shows
// what a long run is doing right now; it is erased at the end. A progress is a source.Steps.
type progress struct {
	out   io.Writer
	width func() int // the number of characters in a line of the terminal; nil if out is none
	x     bool       // -x

	mu     sync.Mutex
	state  string
	shown  bool          // the line is on the terminal
	waits  []*step       // those that have begun and not ended, oldest first
	told   []string      // what the run has said that it waits for
	waited time.Duration // for what is not told

	quit chan struct{} // closed by stop
	done chan struct{} // closed when nothing more is written
}

// startProgress returns a progress on out that has begun.
func startProgress(out *os.File, x bool) *progress {
	p := newProgress(out, x)
	if output.IsTerminal(out) {
		p.out, p.width = colorable.NewColorable(out), func() int { return terminalWidth(out) }
	}
	go p.run()
	return p
}

func newProgress(out io.Writer, x bool) *progress {
	return &progress{out: out, x: x, quit: make(chan struct{}), done: make(chan struct{})}
}

// set sets what the line of the terminal shows from now on, unless the run waits for something.
func (p *progress) set(format string, args ...any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.state = fmt.Sprintf(format, args...)
}

// print prints a line that stays, with -x only.
func (p *progress) print(format string, args ...any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.x {
		p.println(fmt.Sprintf(format, args...))
	}
}

// stop erases the line.
func (p *progress) stop() {
	close(p.quit)
	<-p.done
}

// run looks at the run until stop.
func (p *progress) run() {
	defer close(p.done)
	ticker := time.NewTicker(progressInterval)
	defer ticker.Stop()
	start := time.Now()
	for {
		select {
		case <-ticker.C:
			p.mu.Lock()
			if p.width == nil {
				p.tellWaits()
			} else if time.Since(start) >= patience {
				p.show()
			}
			p.mu.Unlock()
		case <-p.quit:
			p.mu.Lock()
			p.erase()
			p.mu.Unlock()
			return
		}
	}
}

// show writes the line of the terminal, in place of the line before.
func (p *progress) show() {
	p.erase()
	line := []rune(program.Name + ": " + p.state)
	if text := p.waitText(); text != "" {
		line = []rune(program.Name + ": " + text)
	}
	if width := p.width() - 1; len(line) > width { // a line that wraps could not be erased
		line = append(line[:width-1], '…')
	}
	io.WriteString(p.out, string(line))
	p.shown = true
}

func (p *progress) erase() {
	if p.shown {
		io.WriteString(p.out, eraseLine)
		p.shown = false
	}
}

// println prints text in a line that stays.
func (p *progress) println(text string) {
	p.erase()
	fmt.Fprintf(p.out, "%s: %s\n", program.Name, text)
}
