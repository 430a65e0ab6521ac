package driver

import (
	"os"
	"strings"
)

// An outputFormat is a way to print what was found.
type outputFormat struct {
	name  string
	print func(out *os.File, s *suite, res *result) error
}

// formats are all there are; the first is the default.
var formats = []outputFormat{
	{"text", printText},
	{"json", printJSON},
	{"sarif", printSARIF},
	{"github", printGitHub},
}

func formatNames() string {
	var names []string
	for _, f := range formats {
		names = append(names, f.name)
	}
	return strings.Join(names, ", ")
}
