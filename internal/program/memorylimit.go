package program

import (
	"fmt"
	"math"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

// mostMemory is how much memory the program takes at most, unless GOMEMLIMIT allows more.
const mostMemory = 6 << 30

// LimitMemory ends the process with an error once it takes more than it should. Source can be written so that
// the type checker, the SSA form, or the value of a constant takes all memory that there is, and then the
// system may end other processes.
func LimitMemory() {
	most := uint64(mostMemory)
	if allowed := debug.SetMemoryLimit(-1); allowed != math.MaxInt64 { // which it is if nobody sets one
		most = max(most, uint64(allowed))
	}
	go func() {
		sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}, {Name: "/memory/classes/heap/stacks:bytes"}}
		for {
			time.Sleep(50 * time.Millisecond)
			metrics.Read(sample)
			if sample[0].Value.Uint64()+sample[1].Value.Uint64() > most {
				os.Exit(Fail(fmt.Errorf("takes more than %d GB of memory, nothing is reported; GOMEMLIMIT raises the limit", most>>30)))
			}
		}
	}()
}
