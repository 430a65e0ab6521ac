package lambdatest

import (
	"strings"
	"testing"
	"time"
)

// testStreams shows responses that are streamed.
func testStreams(t *testing.T, fn *Function) {
	t.Run("read error", func(t *testing.T) {
		inv := run(t, fn, "reader broken")
		if string(inv.Response) != "half" || inv.Truncated || inv.Error != nil || inv.ExitCode != Running {
			t.Errorf("got %+v, want the response up to the error", inv)
		}
		if failure := inv.Failure(); failure == nil || failure != inv.StreamError || failure.Type != "errorString" || failure.Message != "disk on fire" {
			t.Errorf("got failure %+v, want the one in the trailers", failure)
		}
	})
	t.Run("hang", func(t *testing.T) {
		hasty := *fn
		hasty.Timeout = 500 * time.Millisecond
		inv := run(t, &hasty, "reader hanging")
		if !inv.TimedOut || !inv.Truncated {
			t.Errorf("got %+v, want half a response", inv)
		}
	})
	t.Run("lambdaurl", func(t *testing.T) {
		view := FunctionURL(run(t, fn, "lambdaurl"))
		if view.Status != 404 || view.Body != "no such order\n" || view.Header.Get("Content-Type") != textType || view.Truncated {
			t.Errorf("got %+v", view)
		}
	})
	t.Run("lambdaurl panic", func(t *testing.T) {
		inv := run(t, fn, "lambdaurl panic")
		if inv.ExitCode != 2 || inv.Error != nil || !strings.Contains(inv.Log, "panic: boom") {
			t.Errorf("got %+v, want a process that ends without a word", inv)
		}
		// Whether an empty 200 is sent before the process ends is a race.
		if view := FunctionURL(inv); view.Body != "" && view.Status == 200 || view.Status != 200 && view.Status != 502 {
			t.Errorf("got %+v", view)
		}
	})
}
