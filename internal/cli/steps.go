package cli

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/awserrlint/awserrlint/internal/program"
)

// A step is one that waits for something outside, the network or the compiler.
type step struct {
	what  string
	begun time.Time
}

// Begin implements source.Steps.
func (p *progress) Begin(what string, waits bool) (end func()) {
	s := &step{what: what, begun: time.Now()}
	if waits {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.waits = append(p.waits, s)
	}
	return func() {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.waits = slices.DeleteFunc(p.waits, func(w *step) bool { return w == s })
		if p.x {
			p.println(fmt.Sprintf("%8s  %s", timeText(time.Since(s.begun)), s.what))
		}
	}
}

// timeText returns d without digits that nobody reads: 1.3s, 12.3ms, 300µs, and nothing for the time
// that it takes to say something.
func timeText(d time.Duration) string {
	const nothing = 20 * time.Microsecond
	switch {
	case d < nothing:
		return ""
	case d < time.Millisecond:
		return d.Round(10 * time.Microsecond).String()
	case d < time.Second:
		return d.Round(time.Millisecond / 10).String()
	}
	return d.Round(time.Second / 10).String()
}

// tellWaits says what the run waits for, each step once, if the run has waited long. Many short
// steps count as a long one. It is called in each progressInterval.
func (p *progress) tellWaits() {
	var untold []string
	for _, s := range p.waits {
		if !slices.Contains(p.told, s.what) {
			untold = append(untold, s.what)
		}
	}
	if len(untold) == 0 {
		return
	}
	if p.waited += progressInterval; p.waited < patience {
		return
	}
	p.waited = 0
	p.told = append(p.told, untold...)
	p.println("waiting: " + program.Listed(untold, ", "))
}

// fellBack says that the last resort was needed, and why, unless a line about the wait or -x has said
// that.
func (p *progress) fellBack(reason string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.x && !slices.ContainsFunc(p.told, func(what string) bool { return strings.HasSuffix(what, reason) }) {
		p.println("compiled with go list -export, since " + reason)
	}
}

// waitText returns for how long the run has waited, and for what, "" if it does not wait.
func (p *progress) waitText() string {
	if len(p.waits) == 0 {
		return ""
	}
	text := fmt.Sprintf("waiting %s: %s", time.Since(p.waits[0].begun).Truncate(time.Second), p.waits[0].what)
	if more := len(p.waits) - 1; more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}
