package main

import (
	"cmp"
	"context"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/awserrlint/awserrlint/internal/tools/checkout"
)

// A report is what awserrlint says of a module.
type report struct {
	findings []finding
	problems []problem
}

// A finding is one of awserrlint, with the function that it stands in.
type finding struct {
	file, function string
	line           int
	rule, severity string
	message        string
	fixable        bool
}

// A problem is a reason why something could not be analyzed or fixed.
type problem struct {
	file, function string // "" if unknown
	pkg, text      string
}

// awserrlint runs awserrlint on the module.
func (t *trial) awserrlint(ctx context.Context, flags ...string) (checkout.Process, error) {
	args := append([]string{t.tool}, flags...)
	return checkout.Run(ctx, t.timeout, t.module.Dir(), t.env, append(args, "./...")...)
}

// lint returns what awserrlint says of the module.
func (t *trial) lint(ctx context.Context, flags ...string) (*report, error) {
	p, err := t.awserrlint(ctx, append(flags, "-format", "json")...)
	if err != nil {
		return nil, err
	}
	r := new(report)
	decoded, err := checkout.DecodeJSON(p.Stdout)
	if err != nil || p.Failure != "" {
		why := strings.Join(p.Complaints(), "\n")
		r.problems = append(r.problems, problem{text: cmp.Or(why, "no findings and no reason are printed")})
	}
	places := placer{t.module.Dir(), token.NewFileSet(), make(map[string]*ast.File)}
	for _, f := range decoded.Findings {
		file := checkout.FileName(f.File, t.module.Dir())
		r.findings = append(r.findings, finding{
			file: file, function: places.function(file, f.Position.Line), line: f.Position.Line,
			rule: f.Rule, severity: f.Severity, message: f.Message, fixable: len(f.Fixes) > 0,
		})
	}
	for _, p := range decoded.Problems {
		at := problem{pkg: p.Package, text: p.Message}
		if fields := strings.Split(p.Position, ":"); len(fields) >= 3 {
			n := len(fields) - 2
			line, _ := strconv.Atoi(fields[n])
			at.file = checkout.FileName(strings.Join(fields[:n], ":"), t.module.Dir())
			at.function = places.function(at.file, line)
		}
		r.problems = append(r.problems, at)
	}
	return r, nil
}

// reports reports whether one of the rules that should find m finds something in its function.
func (r *report) reports(m *mutant) bool {
	for _, rule := range m.operator.rules {
		for _, f := range r.findings {
			if f.rule == rule && f.file == m.file && f.function == m.function {
				return true
			}
		}
	}
	return false
}

// since returns the findings of rules in functions that have more of them than in old. Messages do not count: they name
// what else an error may come from.
func (r *report) since(old *report) []finding {
	type key struct{ file, function, rule string }
	known := make(map[key]int)
	for _, f := range old.findings {
		known[key{f.file, f.function, f.rule}]++
	}
	var fresh []finding
	for _, f := range r.findings {
		k := key{f.file, f.function, f.rule}
		if known[k]--; known[k] < 0 {
			fresh = append(fresh, f)
		}
	}
	return fresh
}

// A placer knows the functions of the files in a folder.
type placer struct {
	dir   string
	fset  *token.FileSet
	files map[string]*ast.File // by name relative to dir
}

// function returns the key of the function at a line of a file, "" if there is none.
func (p placer) function(file string, line int) string {
	f, ok := p.files[file]
	if !ok {
		f, _ = parser.ParseFile(p.fset, filepath.Join(p.dir, filepath.FromSlash(file)), nil, parser.SkipObjectResolution)
		p.files[file] = f
	}
	if decl := declAt(f, func(decl *ast.FuncDecl) bool {
		return p.fset.Position(decl.Pos()).Line <= line && line <= p.fset.Position(decl.End()).Line
	}); decl != nil {
		return functionKey(decl)
	}
	return ""
}

// declAt returns the first function of file that is wanted, nil if there is none.
func declAt(file *ast.File, wanted func(*ast.FuncDecl) bool) *ast.FuncDecl {
	if file == nil {
		return nil
	}
	for _, decl := range file.Decls {
		if decl, ok := decl.(*ast.FuncDecl); ok && wanted(decl) {
			return decl
		}
	}
	return nil
}

// functionText returns the text of the function with the key in a file, "" if there is none.
func functionText(text, key string) string {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "", text, parser.ParseComments)
	if err != nil {
		return ""
	}
	decl := declAt(file, func(decl *ast.FuncDecl) bool { return functionKey(decl) == key })
	if decl == nil {
		return ""
	}
	return text[fset.Position(decl.Pos()).Offset:fset.Position(decl.End()).Offset]
}
