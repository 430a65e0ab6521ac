package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"syscall"
	"time"
)

// A moment chooses when a run that has just started is hit.
type moment func(l *lab, r *run)

// anyTime waits for any time that an undisturbed -fix takes.
func anyTime(l *lab, r *run) { r.sleep(time.Duration(l.rand.Int64N(int64(l.fixTime)))) }

// whileWriting waits until the run writes, and then for any time that this takes.
func whileWriting(l *lab, r *run) {
	wait := time.Duration(l.rand.Int64N(int64(l.writeTime)))
	r.waitForWriting()
	for start := time.Now(); time.Since(start) < wait && !r.ended(); { // a timer is not as exact
	}
}

// whileRenaming waits until the run has replaced a file, and then for a part of the time that the others take.
func whileRenaming(l *lab, r *run) {
	wait := time.Duration(l.rand.Int64N(int64(time.Millisecond)))
	r.waitForRenaming()
	for start := time.Now(); time.Since(start) < wait && !r.ended(); {
	}
}

// sleep waits for d, or until the run has ended.
func (r *run) sleep(d time.Duration) {
	select {
	case <-r.done:
	case <-time.After(d):
	}
}

// killFix kills a run of -fix at the moment, and checks what is left.
func killFix(when moment) attack {
	return func(l *lab) (phase, error) {
		r, err := l.start("-fix", "./...")
		if err != nil {
			return 0, err
		}
		when(l, r)
		r.cmd.Process.Kill() // fails if it has ended
		r.wait()
		s, err := l.look()
		if err == nil {
			err = l.compile(s)
		}
		if err == nil {
			err = l.findsTheSame(s)
		}
		if err == nil {
			err = l.converges()
		}
		if s == nil {
			s = new(state)
		}
		return s.phase(), err
	}
}

// killEmptyCache kills a run that begins with no cache, and so writes all of it.
func killEmptyCache(l *lab) (phase, error) {
	if err := os.RemoveAll(l.cache); err != nil {
		return 0, err
	}
	r, err := l.start("-format", "json", "./...")
	if err != nil {
		return 0, err
	}
	anyTime(l, r)
	r.cmd.Process.Kill()
	r.wait()
	s, err := l.look()
	if err != nil {
		return 0, err
	}
	return s.phase(), errors.Join(l.findsTheSame(s), l.findsTheSame(s)) // the second time with what the first one kept
}

// interrupt sends the signal to a run of -fix at the moment, and checks how it ends.
func interrupt(sig syscall.Signal, when moment) attack {
	return func(l *lab) (phase, error) {
		r, err := l.start("-fix", "./...")
		if err != nil {
			return 0, err
		}
		when(l, r)
		r.cmd.Process.Signal(sig) // fails if it has ended
		r.wait()
		s, err := l.look()
		if err != nil {
			return 0, err
		}
		p, said := s.phase(), r.stderr.String()
		switch status := r.cmd.ProcessState.Sys().(syscall.WaitStatus); {
		case p == preparing || p == renaming || len(s.temporary) > 0:
			return p, fmt.Errorf("%s leaves %s and temporary files %s; it said %q", sig, s.key(""), s.temporary, said)
		case status.Signaled() && p == before && said == "" && r.stdout.Len() == 0: // it did not know of signals yet
		case r.code() == 2 && p == before && strings.Count(said, "\n") == 1 && strings.HasPrefix(said, "awserrlint: interrupted"):
		case r.code() == l.fixedCode && p == after: // too late
		default:
			return p, fmt.Errorf("after %s, the run ended with %s in phase %q: %q", sig, r.cmd.ProcessState, phaseNames[p], said)
		}
		return p, l.converges()
	}
}
