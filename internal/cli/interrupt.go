package cli

import (
	"context"
	"time"

	"github.com/awserrlint/awserrlint/internal/crash"
)

// grace is how long f of unlessInterrupted may take to end by itself, with the programs that it started and the files that it made.
const grace = time.Second

// unlessInterrupted calls f and returns its error, or a moment after the end of ctx the error of ctx: f may be checking the types of a
// function of 100,000 lines, which nothing ends before it is done. Then f goes on, and the process must end.
func unlessInterrupted(ctx context.Context, f func() error) error {
	done := make(chan error, 1)
	go func() { done <- crash.Guard(f) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	select {
	case err := <-done:
		return err
	case <-time.After(grace):
		return ctx.Err()
	}
}
