package model

import (
	"strings"

	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// statusOfCode returns the HTTP status that a code was made from, or 0.
func statusOfCode(code string) int {
	for status := 300; status < 600; status++ {
		if made := knowledge.CodeOfStatus(status); made != "" && strings.EqualFold(made, code) {
			return status
		}
	}
	return 0
}
