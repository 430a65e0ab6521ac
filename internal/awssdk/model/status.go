package model

import (
	"strings"

	"github.com/awserrlint/awserrlint/internal/httpstatus"
)

// codeOfStatus returns the code that the S3 client makes from an HTTP status where the
// answer holds none: its text without spaces.
func codeOfStatus(status int) string {
	return strings.ReplaceAll(httpstatus.Text(status), " ", "")
}

// statusOfCode returns the HTTP status that a code was made from, or 0.
func statusOfCode(code string) int {
	for status := 300; status < 600; status++ {
		if made := codeOfStatus(status); made != "" && strings.EqualFold(made, code) {
			return status
		}
	}
	return 0
}
