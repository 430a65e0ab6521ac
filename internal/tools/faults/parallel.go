package main

import (
	"bytes"
	"fmt"
	"strings"
	"time"
)

// fixAtOnce runs -fix n times at once, each a little later than the one before.
func fixAtOnce(n int) attack {
	return func(l *lab) (phase, error) {
		var runs []*run
		for i := range n {
			r, err := l.start("-fix", "./...")
			if err != nil {
				return 0, err
			}
			runs = append(runs, r)
			if i < n-1 && l.rand.IntN(2) == 0 {
				time.Sleep(time.Duration(l.rand.Int64N(int64(l.fixTime / 4))))
			}
		}
		for _, r := range runs {
			r.wait()
		}
		for _, r := range runs {
			// A run that reads files while another one replaces them may find what is not there any more.
			if said := r.stderr.String(); r.code() != l.fixedCode && r.code() != 1 && !(r.code() == 2 && refused(said)) {
				return 0, fmt.Errorf("one of %d runs ended with %d: %q", n, r.code(), said)
			}
		}
		if err := l.isFixed(); err != nil {
			return 0, err
		}
		s, err := l.look()
		if err != nil {
			return 0, err
		}
		return after, l.findsTheSame(s)
	}
}

// refused reports whether a run said that files were changed while it ran.
func refused(said string) bool {
	lines := strings.Split(strings.TrimSpace(said), "\n")
	return strings.Contains(lines[len(lines)-1], ": changed while it was ")
}

// fixBeside runs -fix while others with these args run, again and again.
func fixBeside(args ...string) attack {
	return func(l *lab) (phase, error) {
		r, err := l.start("-fix", "./...")
		if err != nil {
			return 0, err
		}
		for !r.ended() {
			other, err := l.run(args...)
			if err != nil {
				return 0, err
			}
			if other.code() > 1 {
				return 0, fmt.Errorf("beside -fix, a run with %s ended with %d: %q", args, other.code(), other.stderr.String())
			}
		}
		if r.code() != l.fixedCode {
			return 0, fmt.Errorf("beside runs with %s, -fix ended with %d: %q", args, r.code(), r.stderr.String())
		}
		if err := l.isFixed(); err != nil {
			return 0, err
		}
		s, err := l.look()
		if err != nil {
			return 0, err
		}
		return after, l.findsTheSame(s)
	}
}

// shareEmptyCache runs twice at once with an empty cache.
func shareEmptyCache(l *lab) (phase, error) {
	if r, err := l.run("cache", "clean"); err != nil || r.code() != 0 {
		return 0, fmt.Errorf("cache clean: %v, %s", err, &r.stderr)
	}
	var runs []*run
	for range 2 {
		r, err := l.start("-format", "json", "./...")
		if err != nil {
			return 0, err
		}
		runs = append(runs, r)
	}
	for _, r := range runs {
		r.wait()
	}
	if !bytes.Equal(runs[0].stdout.Bytes(), runs[1].stdout.Bytes()) {
		return 0, fmt.Errorf("two runs with one cache find\n%s\nand\n%s", &runs[0].stdout, &runs[1].stdout)
	}
	s, err := l.look()
	if err != nil {
		return 0, err
	}
	return before, l.findsTheSame(s)
}
