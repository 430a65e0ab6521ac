package main

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// watchMemory samples the sum of the resident memory of the process pid and its descendants until
// the returned function is called, which returns the largest sum. Pages that processes share
// count for each of them.
func watchMemory(pid int) (stop func() int64) {
	done, peak := make(chan struct{}), make(chan int64)
	go func() {
		var largest int64
		tick := time.NewTicker(10 * time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-done:
				peak <- largest
				return
			case <-tick.C:
				largest = max(largest, treeRSS(pid))
			}
		}
	}()
	return func() int64 { close(done); return <-peak }
}

// treeRSS returns the resident memory of the process root and its descendants now.
func treeRSS(root int) int64 {
	files, _ := filepath.Glob("/proc/[0-9]*/stat") // fails only for bad patterns
	rss := make(map[int]int64)
	children := make(map[int][]int)
	for _, file := range files {
		stat, err := os.ReadFile(file)
		if err != nil {
			continue // it has ended
		}
		// The name, in parentheses, may have spaces. The parent and the pages follow it.
		_, rest, _ := strings.Cut(string(stat[strings.LastIndexByte(string(stat), ')')+1:]), " ")
		fields := strings.Fields(rest)
		pid, err := strconv.Atoi(filepath.Base(filepath.Dir(file)))
		if err != nil || len(fields) < 22 {
			continue
		}
		parent, err1 := strconv.Atoi(fields[1])
		pages, err2 := strconv.ParseInt(fields[21], 10, 64)
		if err1 != nil || err2 != nil {
			continue
		}
		rss[pid] = pages * int64(os.Getpagesize())
		children[parent] = append(children[parent], pid)
	}
	var sum int64
	for todo := []int{root}; len(todo) > 0; {
		pid := todo[0]
		sum += rss[pid]
		todo = append(todo[1:], children[pid]...)
	}
	return sum
}

// maxRSS returns the peak of the largest of p and its descendants. It is exact even for a process
// that ended before watchMemory saw it.
func maxRSS(p *os.ProcessState) int64 {
	return p.SysUsage().(*syscall.Rusage).Maxrss * 1024
}
