//go:build !linux

package main

import "os"

// Memory of a process tree is only known on Linux.
func watchMemory(int) (stop func() int64) { return func() int64 { return 0 } }

func maxRSS(*os.ProcessState) int64 { return 0 }
