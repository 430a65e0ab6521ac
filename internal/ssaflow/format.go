package ssaflow

import (
	"strings"
	"unicode/utf8"
)

// A Verb is a verb of a format of package fmt.
type Verb struct {
	Start, End int  // where it stands in the format: "%+v", "%[1]s"
	Char       rune // its last character: 'v' of %+v
	Arg        int  // which argument after the format it takes, from 0
	Plain      bool // it is nothing but the percent sign and the character
}

// Verbs returns the verbs of the format that take an argument, in order, and false where the format
// is broken.
//
// Source: the documentation of package fmt.
func Verbs(format string) (verbs []Verb, ok bool) {
	next := 0
	for i := 0; i < len(format); i++ {
		if format[i] != '%' {
			continue
		}
		v := Verb{Start: i}
		i++
		for i < len(format) && strings.IndexByte("+-# 0", format[i]) >= 0 {
			i++
		}
		for _, dot := range []bool{false, true} { // width, precision
			if dot {
				if i >= len(format) || format[i] != '.' {
					break
				}
				i++
			}
			if i, next, ok = argumentIndex(format, i, next); !ok {
				return nil, false
			}
			if i < len(format) && format[i] == '*' {
				i, next = i+1, next+1
			}
			for i < len(format) && '0' <= format[i] && format[i] <= '9' {
				i++
			}
		}
		if i, next, ok = argumentIndex(format, i, next); !ok || i >= len(format) {
			return nil, false
		}
		char, size := utf8.DecodeRuneInString(format[i:])
		v.End, v.Char, v.Arg, v.Plain = i+size, char, next, i == v.Start+1
		i += size - 1
		if char == '%' {
			continue
		}
		next++
		verbs = append(verbs, v)
	}
	return verbs, true
}

// maxArguments is more than any format has.
const maxArguments = 1000

// argumentIndex reads an explicit index of an argument, such as [2], at i, where next would be the next argument.
func argumentIndex(format string, i, next int) (after, arg int, ok bool) {
	if i >= len(format) || format[i] != '[' {
		return i, next, true
	}
	n := 0
	for i++; i < len(format) && '0' <= format[i] && format[i] <= '9' && n < maxArguments; i++ {
		n = 10*n + int(format[i]-'0')
	}
	if i >= len(format) || format[i] != ']' || n == 0 || n >= maxArguments {
		return i, next, false
	}
	return i + 1, n - 1, true
}
