package source

import (
	"errors"
	"strings"
)

// goflags are the flags in GOFLAGS that decide which files are part of a build. All others only
// change how it is built.
type goflags struct {
	tags       string
	mod        string // "mod", "vendor", "readonly" or ""
	modfile    string
	instrument []string // "race", "msan", "asan", each also a build tag
	modcacherw bool     // downloaded modules are writable
}

func parseFlags(s string) (goflags, error) {
	var flags goflags
	fields, err := splitQuoted(s)
	if err != nil {
		return flags, err
	}
	for _, field := range fields {
		name, value, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(field, "-"), "-"), "=")
		switch name {
		case "tags":
			flags.tags = value
		case "mod":
			switch value {
			case "mod", "vendor", "readonly":
				flags.mod = value
			default:
				return flags, errors.New("GOFLAGS has " + field)
			}
		case "modfile":
			flags.modfile = value
		case "race", "msan", "asan":
			if value != "false" {
				flags.instrument = append(flags.instrument, name)
			}
		case "modcacherw":
			flags.modcacherw = value != "false"
		case "overlay":
			return flags, errors.New("GOFLAGS has -overlay")
		case "compiler":
			if value != "gc" {
				return flags, errors.New("GOFLAGS has " + field)
			}
		}
	}
	return flags, nil
}

// splitQuoted splits s at spaces. As in the go command, a field may be in quotes, in which nothing
// has a special meaning.
func splitQuoted(s string) ([]string, error) {
	var fields []string
	for s = strings.TrimSpace(s); s != ""; s = strings.TrimSpace(s) {
		if quote := s[0]; quote == '\'' || quote == '"' {
			field, rest, ok := strings.Cut(s[1:], string(quote))
			if !ok {
				return nil, errors.New("GOFLAGS has a quote without its pair")
			}
			fields = append(fields, field)
			s = rest
			continue
		}
		end := strings.IndexAny(s, " \t\r\n")
		if end < 0 {
			end = len(s)
		}
		fields = append(fields, s[:end])
		s = s[end:]
	}
	return fields, nil
}
