//go:build !race

package lsp_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"
)

// TestLeak makes 1,000 edits, and looks whether the heap and the number of goroutines grow.
func TestLeak(t *testing.T) {
	c := startHere(t, newModule(t, txtar.Parse([]byte(carts))), time.Microsecond)
	c.initialize()
	low := read(t, c.dir+"/low/low.go")
	c.open("mid/mid.go", read(t, c.dir+"/mid/mid.go"))
	measure := func() (heap uint64, goroutines int) {
		var hover struct{ Contents struct{ Value string } }
		c.call("textDocument/hover", map[string]any{"textDocument": map[string]any{"uri": c.uri("low/low.go")}, "position": map[string]int{"line": 12, "character": 27}}, &hover)
		if !strings.Contains(hover.Contents.Value, "PutItem") { // so that a package is loaded for requests
			t.Fatalf("hover is %q", hover.Contents.Value)
		}
		time.Sleep(time.Second) // for what runs
		runtime.GC()
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc, runtime.NumGoroutine()
	}
	var heap uint64
	var goroutines int
	for i := range 1000 {
		// Each text is another one, and every other one has other facts, so that mid is analyzed again.
		text := strings.Replace(low, "create cart", fmt.Sprint("create cart ", i), 1)
		if i%2 == 1 {
			text = strings.Replace(text, "%w", "%v", 1)
		}
		c.open("low/low.go", text)
		c.published("low/low.go")
		if i%10 == 0 {
			time.Sleep(50 * time.Millisecond) // for the rest of the module
		}
		if i == 99 {
			heap, goroutines = measure()
		}
	}
	after, goroutinesAfter := measure()
	t.Logf("live heap after 100 edits %.1f MB, after 1,000 edits %.1f MB; goroutines %d, %d", float64(heap)/1e6, float64(after)/1e6, goroutines, goroutinesAfter)
	const most = 4 << 20
	if after > heap+most {
		t.Errorf("the heap has grown from %d to %d bytes", heap, after)
	}
	if goroutinesAfter > goroutines+2 {
		t.Errorf("there are %d goroutines, before %d", goroutinesAfter, goroutines)
	}
}
