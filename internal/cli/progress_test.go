package cli

import (
	"bytes"
	"testing"
	"time"
)

// A progress that is stopped before its first line writes nothing. Otherwise it erases its line.
func TestProgress(t *testing.T) {
	var out bytes.Buffer
	p := newProgress()
	go p.show(&out, time.Hour)
	p.stop()
	if out.Len() > 0 {
		t.Errorf("a short run showed %q", out.String())
	}

	written := make(chan string, 8)
	p = newProgress()
	p.set("counted %d", 1)
	go p.show(writerFunc(func(text []byte) (int, error) {
		written <- string(text)
		return len(text), nil
	}), 0)
	if got, want := <-written, "\r\x1b[Kawserrlint: counted 1"; got != want {
		t.Errorf("showed %q, want %q", got, want)
	}
	p.stop()
	close(written)
	last := ""
	for last = range written {
	}
	if last != eraseLine {
		t.Errorf("left %q on the line", last)
	}
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(text []byte) (int, error) { return f(text) }
