package source

import (
	"errors"
	"strings"
)

// goflags are the flags in GOFLAGS that decide which files are part of a build.
type goflags struct {
	tags string
	mod  string
}

// harmless are flags that change how a program is built, but not from which files.
var harmless = map[string]bool{
	"buildvcs": true, "trimpath": true, "modcacherw": true, "ldflags": true, "asmflags": true,
	"v": true, "x": true, "p": true, "work": true, "a": true, "n": true, "json": true, "count": true,
}

func parseFlags(s string) (goflags, error) {
	var flags goflags
	for _, field := range strings.Fields(s) {
		name, value, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(field, "-"), "-"), "=")
		switch {
		case strings.ContainsAny(field, `'"`):
			return flags, errors.New("GOFLAGS has quotes")
		case name == "tags":
			flags.tags = value
		case name == "mod" && (value == "mod" || value == "vendor" || value == "readonly"):
			flags.mod = value
		case !harmless[name]:
			return flags, errors.New("GOFLAGS has -" + name)
		}
	}
	return flags, nil
}
