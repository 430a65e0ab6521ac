package docs

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
)

// codeSection matches the start of a section that shows a function or method, "folder.Function", or a
// mapping template, "name.vtl".
var codeSection = regexp.MustCompile(`<!-- generated: (([\w/]+)\.(\w+)) -->`)

// A module is a module whose code a guide shows.
type module struct {
	dir      string
	comments map[string][]string // findings, by "file:line"
}

// finding matches a line that the command prints for a finding.
var finding = regexp.MustCompile(`(?m)^(.+:\d+):\d+: \w+: (.*) \((\w+)\)$`)

// showFunctions returns text with the functions that its sections show, from packages in folders
// below dir. wrong/findings.txt there has the findings in them.
func showFunctions(text []byte, dir string) ([]byte, error) {
	findings, err := os.ReadFile(filepath.Join(dir, "wrong", "findings.txt"))
	if err != nil {
		return nil, err
	}
	m := &module{dir, make(map[string][]string)}
	for _, f := range finding.FindAllStringSubmatch(string(findings), -1) {
		m.comments[f[1]] = append(m.comments[f[1]], "// "+f[3]+": "+f[2])
	}
	for _, section := range codeSection.FindAllStringSubmatch(string(text), -1) {
		language, code, err := m.code(section[2], section[3])
		if err != nil {
			return nil, err
		}
		if text, err = ReplaceSection(text, section[1], "```"+language+"\n"+code+"```\n"); err != nil {
			return nil, err
		}
	}
	return text, nil
}

// code returns what a section shows, and the language that it is in.
func (m *module) code(name, member string) (language, code string, err error) {
	if member == "vtl" {
		src, err := os.ReadFile(filepath.Join(m.dir, name+".vtl"))
		return "velocity", string(src), err
	}
	code, err = m.function(name, member)
	return "go", code, err
}

// function returns the source of the function or method called name in the package in folder,
// without its comment and with the findings in it as comments.
func (m *module) function(folder, name string) (string, error) {
	files, err := filepath.Glob(filepath.Join(m.dir, filepath.FromSlash(folder), "*.go"))
	if err != nil {
		return "", err
	}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			return "", err
		}
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, file, src, parser.SkipObjectResolution)
		if err != nil {
			return "", err
		}
		for _, decl := range f.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok && fn.Name.Name == name {
				first, last := fset.Position(fn.Pos()).Line, fset.Position(fn.End()).Line
				return m.lines(path.Join(folder, filepath.Base(file)), string(src), first, last), nil
			}
		}
	}
	return "", fmt.Errorf("no function %s in %s", name, folder)
}

// lines returns the lines first to last of src, each below the findings in it.
func (m *module) lines(file, src string, first, last int) string {
	var b strings.Builder
	n := 0
	for line := range strings.Lines(src) {
		if n++; n < first || n > last {
			continue
		}
		indent := line[:len(line)-len(strings.TrimLeft(line, "\t"))]
		for _, c := range m.comments[fmt.Sprintf("%s:%d", file, n)] {
			b.WriteString(indent + c + "\n")
		}
		b.WriteString(line)
	}
	return b.String()
}
