package cli

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// runSteps runs f with a new progress, not on a terminal, and returns what is written.
func runSteps(t *testing.T, x bool, f func(p *progress)) string {
	t.Helper()
	var out strings.Builder
	synctest.Test(t, func(t *testing.T) {
		p := newProgress(&out, x)
		go p.run()
		f(p)
		p.stop()
	})
	return out.String()
}

func TestSteps(t *testing.T) {
	step := func(p *progress, what string, waits bool, d time.Duration) {
		end := p.Begin(what, waits)
		time.Sleep(d)
		end()
	}
	const short = patience - 2*progressInterval
	for _, test := range []struct {
		name string
		x    bool
		run  func(p *progress)
		want string
	}{
		{"a short wait", false, func(p *progress) { step(p, "a", true, short) }, ""},
		{"a long wait", false, func(p *progress) { step(p, "a", true, time.Minute) }, "awserrlint: waiting: a\n"},
		{"no wait", false, func(p *progress) { step(p, "a", false, time.Minute) }, ""},
		{"many short waits", false, func(p *progress) {
			for _, what := range []string{"a", "b", "c"} {
				step(p, what, true, short)
			}
		}, "awserrlint: waiting: b\n"},
		{"waits at once", false, func(p *progress) {
			for _, what := range []string{"a", "b", "c", "d", "e"} {
				p.Begin(what, true)
			}
			time.Sleep(time.Second)
			step(p, "f", true, time.Second)
		}, "awserrlint: waiting: a, b, c and 2 more\nawserrlint: waiting: f\n"},
		{"each step with its time", true, func(p *progress) {
			end := p.Begin("a", true)
			step(p, "b", false, 1260*time.Microsecond)
			time.Sleep(time.Second)
			end()
			step(p, "c", false, 0)
		}, "awserrlint:    1.3ms  b\nawserrlint: waiting: a\nawserrlint:       1s  a\nawserrlint:           c\n"},
	} {
		if got := runSteps(t, test.x, test.run); got != test.want {
			t.Errorf("%s: printed\n%swant\n%s", test.name, got, test.want)
		}
	}
}

// A wait is told before a second is over, wherever it begins between two looks.
func TestWaitIsToldWithinASecond(t *testing.T) {
	for begin := time.Duration(0); begin < 2*progressInterval; begin += progressInterval / 4 {
		said := runSteps(t, false, func(p *progress) {
			time.Sleep(begin)
			p.Begin("a", true)
			time.Sleep(900 * time.Millisecond)
		})
		if said == "" {
			t.Errorf("nothing is told of a wait that begins after %s", begin)
		}
	}
}
