package load

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/awserrlint/awserrlint/internal/load/topdecl"
)

// A ReadFile reads the source of a Go file.
type ReadFile func(name string) ([]byte, error)

// ErrorFuncs returns the names of the exported functions and methods in files that take a
// context and return an error last. In a package that uses AWS, these may return an error
// of AWS. Most others, such as constructors, call no operation; loading their callers
// too would cost more than everything else in a large module. It also returns those that
// make a number of an error, where files ask errors of AWS for their HTTP status.
//
// Like CallsAny, it looks only at the text, so it works before anything is loaded, and
// gives the same result for every driver.
func ErrorFuncs(files []string, read ReadFile) []string {
	var names, numbers []string
	asksStatus := false
	for _, file := range files {
		src, header, ok := readHeader(file, read)
		if !ok {
			continue
		}
		context := contextType(header.Imports)
		asksStatus = asksStatus || strings.Contains(src, "HTTPStatusCode") || strings.Contains(src, "ResponseError")
		for _, d := range topdecl.Split(src, header.End) {
			if d.Keyword != token.FUNC || !ast.IsExported(d.Names[0]) {
				continue
			}
			switch signature := squeeze(src[d.Start:d.End]); {
			case passesErrors(signature, context):
				names = append(names, d.Names[0])
			case numbersErrors(signature):
				numbers = append(numbers, d.Names[0])
			}
		}
	}
	if asksStatus {
		names = append(names, numbers...)
	}
	return names
}

// contextType returns how a file with these imports writes context.Context.
func contextType(imports []topdecl.Import) string {
	for _, imp := range imports {
		if imp.Path == "context" && imp.Name != "" {
			return strings.TrimPrefix(imp.Name+".Context", "..")
		}
	}
	return "context.Context"
}

// squeeze returns a signature without space that gofmt would not write.
func squeeze(signature string) string {
	signature = strings.Join(strings.Fields(signature), " ")
	return strings.ReplaceAll(strings.ReplaceAll(signature, " .", "."), ". ", ".")
}

// passesErrors reports whether a function with the signature takes a context, written like that, and returns
// an error. It also reports true for func(context.Context, error), which does no harm.
func passesErrors(signature, context string) bool {
	rest, ok := strings.CutSuffix(strings.TrimRight(signature, " \t\r\n,)"), "error")
	return ok && rest != "" && !isWord(rest[len(rest)-1]) && rest[len(rest)-1] != '.' && strings.Contains(rest, context)
}

// numbersErrors reports whether a function with the signature takes an error, and mentions an int
// behind it, as func(error) int does.
func numbersErrors(signature string) bool {
	_, rest, ok := strings.Cut(signature, " error")
	return ok && slices.Contains(strings.FieldsFunc(rest, func(r rune) bool { return r >= utf8.RuneSelf || !isWord(byte(r)) }), "int")
}

func isWord(c byte) bool {
	return c == '_' || c >= utf8.RuneSelf || unicode.IsLetter(rune(c)) || unicode.IsDigit(rune(c))
}

// CallsAny reports whether a package with these files calls x.Name(...) for any x, where Name
// is one of the names that funcs returns for the path of an import.
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

// calls reports whether src has ".name(" or ".name[" for one of names.
func calls(src string, names map[string]bool) bool {
	for {
		_, rest, ok := strings.Cut(src, ".")
		if !ok {
			return false
		}
		rest = strings.TrimLeft(rest, " \t\r\n")
		n := 0
		for n < len(rest) && isWord(rest[n]) {
			n++
		}
		if names[rest[:n]] {
			if after := strings.TrimLeft(rest[n:], " \t\r\n"); after != "" && (after[0] == '(' || after[0] == '[') {
				return true
			}
		}
		src = rest[n:]
	}
}

// readHeader returns the source of a file and its header. If it is not ok, the load of
// the file will report what is wrong.
func readHeader(file string, read ReadFile) (src string, header topdecl.Header, ok bool) {
	data, err := read(file)
	if err != nil {
		return "", header, false
	}
	header, _, err = topdecl.ParseHeader(string(data))
	return string(data), header, err == nil
}
