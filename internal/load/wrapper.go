package load

import (
	"go/ast"
	"go/token"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/awserrlint/awserrlint/internal/load/topdecl"
)

// A ReadFile reads the source of a Go file.
type ReadFile func(name string) ([]byte, error)

// ErrorFuncs returns the names of the exported functions and methods, declared in files,
// that take a context and return an error last: what a package that uses AWS may pass its
// errors on by. Most others, such as constructors, call no operation; to load whoever
// calls them would cost more than everything else in a large module.
//
// It looks at the text alone, as CallsAny does, so that it can be asked before anything
// is loaded, and every way to load comes to the same answer.
func ErrorFuncs(files []string, read ReadFile) []string {
	var names []string
	for _, file := range files {
		src, header, ok := readHeader(file, read)
		if !ok {
			continue
		}
		for _, d := range topdecl.Split(src, header.End) {
			if d.Keyword == token.FUNC && ast.IsExported(d.Names[0]) && passesErrors(src[d.Start:d.End]) {
				names = append(names, d.Names[0])
			}
		}
	}
	return names
}

// passesErrors reports whether a function of that signature takes a context and returns
// an error. Where the error is the last parameter, it is taken for a result: then there
// is nothing to find, and no harm done.
func passesErrors(signature string) bool {
	rest, ok := strings.CutSuffix(strings.TrimRight(signature, " \t\r\n,)"), "error")
	return ok && rest != "" && !isWord(rest[len(rest)-1]) && rest[len(rest)-1] != '.' && strings.Contains(rest, "context.Context")
}

func isWord(c byte) bool {
	return c == '_' || c >= utf8.RuneSelf || unicode.IsLetter(rune(c)) || unicode.IsDigit(rune(c))
}

// CallsAny reports whether a package of these files imports another and has a call
// x.Name(...), for a name that funcs returns for the path of that import.
func CallsAny(files []string, read ReadFile, funcs func(path string) []string) bool {
	var sources []string
	names := make(map[string]bool)
	for _, file := range files {
		src, header, ok := readHeader(file, read)
		if !ok {
			continue
		}
		sources = append(sources, src[header.End:])
		for _, imp := range header.Imports {
			for _, name := range funcs(imp.Path) {
				names[name] = true
			}
		}
	}
	for _, src := range sources {
		if len(names) > 0 && calls(src, names) {
			return true
		}
	}
	return false
}

// calls reports whether one of names stands in src between a period and a parenthesis.
func calls(src string, names map[string]bool) bool {
	for {
		_, rest, ok := strings.Cut(src, ".")
		if !ok {
			return false
		}
		n := 0
		for n < len(rest) && isWord(rest[n]) {
			n++
		}
		if n < len(rest) && rest[n] == '(' && names[rest[:n]] {
			return true
		}
		src = rest[n:]
	}
}

// readHeader returns the source of a file and its header. It is not ok where loading the
// file will say what is wrong.
func readHeader(file string, read ReadFile) (src string, header topdecl.Header, ok bool) {
	data, err := read(file)
	if err != nil {
		return "", header, false
	}
	header, _, err = topdecl.ParseHeader(string(data))
	return string(data), header, err == nil
}
