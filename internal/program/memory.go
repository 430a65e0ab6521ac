package program

import (
	"os"
	"runtime"
	"runtime/debug"
)

// less is the GOGC of CollectLess.
const less = 200

// CollectLess makes the garbage collector run less often, unless the user has set GOGC, since the
// process is short. With 300, three large modules took 4 to 11 % less CPU and 7 to 11 % more memory.
func CollectLess() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(less)
	}
}

// CollectLate is CollectLess for a process that looks at one package: it needs so little memory that
// collecting any is seldom worth the time. The first collection comes when the heap has 128 MB.
func CollectLate() {
	if os.Getenv("GOGC") != "" {
		return
	}
	const smallest = 4 << 20 // the heap size for a first collection with a GOGC of 100
	debug.SetGCPercent(128 << 20 / smallest * 100)
	runtime.AddCleanup(new([16]byte), func(percent int) { debug.SetGCPercent(percent) }, less) // in the first collection
}
