package cli

import (
	"fmt"

	"github.com/awserrlint/awserrlint/internal/cache"
	"github.com/awserrlint/awserrlint/internal/program"
)

// manageCache prints how much the user's cache holds, or removes it.
func (inv *invocation) manageCache(args []string) error {
	if len(args) != 1 || args[0] != "clean" && args[0] != "info" {
		return fmt.Errorf("want %[1]s cache clean or %[1]s cache info", program.Name)
	}
	dir, err := cache.Dir()
	if err != nil {
		return err
	}
	kept := cache.Open(dir)
	if args[0] == "clean" {
		return kept.Clean()
	}
	usage, err := kept.Usage()
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(inv.stdout, "folder:  %s\nentries: %d\nsize:    %.1f MB\n", dir, usage.Entries, float64(usage.Size)/1e6)
	return err
}

// results returns the cache of results, nil if none is to be used or there is no home for it.
func (inv *invocation) results() *cache.Cache {
	dir, err := cache.Dir()
	if inv.noCache || err != nil {
		return nil
	}
	return cache.Open(dir)
}
