package load

import "github.com/awserrlint/awserrlint/internal/readfile"

// Read returns the content of a file, from overlay if that has it.
func Read(overlay map[string][]byte, name string) ([]byte, error) {
	if content, ok := overlay[name]; ok {
		return content, nil
	}
	return readfile.Source(name)
}
