package cli

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// terminal is what a test writes progress to, with lines of 40 characters.
type terminal struct{ strings.Builder }

func (out *terminal) start() *progress {
	p := newProgress(out, false)
	p.width = func() int { return 40 }
	go p.run()
	return p
}

// line returns what stands in the last line when the progress has been updated.
func (out *terminal) line() string {
	time.Sleep(progressInterval)
	synctest.Wait()
	parts := strings.Split(out.String(), eraseLine)
	return parts[len(parts)-1]
}

// On a terminal, a short run shows nothing. A long one shows what it is doing or, if it waits, for
// what; then it erases its line.
func TestProgress(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		out := new(terminal)
		p := out.start()
		p.set("counted %d", 1)
		time.Sleep(patience - progressInterval/2)
		p.stop()
		if out.Len() > 0 {
			t.Errorf("a short run showed %q", out.String())
		}

		p = out.start()
		shows := func(want string) {
			t.Helper()
			if got := out.line(); got != want {
				t.Errorf("showed %q, want %q", got, want)
			}
		}
		p.set("counted %d", 2)
		time.Sleep(patience - progressInterval/2)
		shows("awserrlint: counted 2")
		end1 := p.Begin("download a", true)
		p.Begin("read b", false)
		shows("awserrlint: waiting 0s: download a")
		end2 := p.Begin("download the next thing", true)
		time.Sleep(2500 * time.Millisecond)
		shows("awserrlint: waiting 2s: download a and…")
		end1()
		shows("awserrlint: waiting 2s: download the n…")
		end2()
		shows("awserrlint: counted 2")
		p.stop()
		if parts := strings.Split(out.String(), eraseLine); parts[len(parts)-1] != "" {
			t.Errorf("left %q on the line", parts[len(parts)-1])
		}
	})
}
