package load

import (
	"cmp"
	"errors"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"go/types"
	"io/fs"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/load/source"
)

// doubts are reasons why types of a package, or of what it imports, may be unknown or wrong.
type doubts uint8

const (
	lacks   doubts = 1 << iota // a package is missing, or a file cannot be read
	cgo                        // cgo has not run
	reduced                    // declarations with errors have been removed
	flawed                     // a package of a main module has errors that may be the loader's fault
	foreign                    // another package has errors
	touched                    // a package to analyze uses what is unknown through errors elsewhere
)

// A complaint is something wrong in a program.
type complaint struct {
	pkg  *pkg
	at   token.Position
	msg  string
	sure bool // the loader cannot be at fault

	syntax bool   // of a file that cannot be parsed
	module string // cannot be had
}

func (c complaint) String() string { return c.at.String() + ": " + c.msg }

// inMain reports whether the error is in a main module, so that the user can correct it.
func (c complaint) inMain() bool { return c.pkg.analyzed != nil || c.pkg.loc.Main }

// note adds complaints.
func (l *loader) note(complaints ...complaint) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.complaints = append(l.complaints, complaints...)
}

// inherit adds the doubts about the packages that p imports.
func (p *pkg) inherit() {
	for _, imp := range p.imports {
		d := imp.doubts &^ touched
		if imp.analyzed != nil {
			d &^= flawed // if the errors concern p, declarations have been removed
		}
		p.doubts |= d
	}
}

// doubt adds to the doubts about p.
func (l *loader) doubt(p *pkg, d doubts) {
	if l.whole && p.analyzed == nil {
		return // nothing needs it, else the doubt would have arisen in the load before
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	p.doubts |= d
}

// noteAnalyzed adds complaints about the type errors of a package to analyze, but for those that
// may follow from other problems.
func (l *loader) noteAnalyzed(p *pkg, errs []types.Error) {
	if p.doubts&(lacks|reduced) != 0 {
		return
	}
	for _, err := range errs {
		if strings.Contains(err.Msg, "invalid type") || p.doubts&cgo != 0 && strings.Contains(err.Msg, "has no field or method") {
			continue // follows from something unknown: an embedded type of C, for instance
		}
		// All that can be wrong through the fault of the loader is what files import.
		name, undefined := strings.CutPrefix(err.Msg, "undefined: ")
		undefined = undefined && !strings.Contains(name, ".") && !p.analyzed.dotImports.Load()
		c := complaint{pkg: p, at: l.fset.Position(err.Pos), msg: err.Msg, sure: err.Soft || undefined}
		if l.note(c); !c.sure {
			p.doubts |= flawed
		}
	}
}

// noteImported adds complaints about the type errors of a package that is read on demand.
func (l *loader) noteImported(p *pkg, errs []types.Error) {
	if p.doubts&(lacks|cgo|reduced) != 0 {
		return
	}
	for _, err := range errs {
		c := complaint{pkg: p, at: l.fset.Position(err.Pos), msg: err.Msg}
		switch {
		case err.Soft: // imports that are not used, for instance
			continue
		case c.inMain():
			p.doubts |= flawed
		default:
			p.doubts |= foreign
		}
		l.note(c)
	}
}

// noteSyntax adds a complaint if err is what the parser says of a file of p, and reports whether
// it is.
func (l *loader) noteSyntax(p *pkg, err error) bool {
	list, ok := errors.AsType[scanner.ErrorList](err)
	if ok = ok && len(list) > 0; ok {
		c := complaint{pkg: p, at: list[0].Pos, msg: list[0].Msg, syntax: true}
		c.sure = c.inMain()
		l.note(c)
	}
	return ok
}

// noteUnparsed records the syntax errors of a file of a package to analyze.
func (l *loader) noteUnparsed(c *analyzed, f *ast.File, err error) {
	l.noteSyntax(c.pkg, err)
	list, _ := errors.AsType[scanner.ErrorList](err)
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, err := range list {
		c.unparsed = append(c.unparsed, f.FileStart+token.Pos(err.Pos.Offset))
	}
}

// noteUnreadable records that the file called name, of p, cannot be read.
func (l *loader) noteUnreadable(p *pkg, name string, err error) {
	at, msg := explain(l.tree, name, err)
	l.note(complaint{pkg: p, at: at, msg: msg, sure: true, syntax: true})
	l.doubt(p, lacks)
}

// explain returns where and why the header of a file cannot be read, which err says in short.
func explain(tree *source.Tree, name string, err error) (at token.Position, msg string) {
	at.Filename = name
	src, readErr := tree.ReadFile(name)
	if pathErr, ok := errors.AsType[*fs.PathError](readErr); ok {
		return at, pathErr.Err.Error()
	}
	_, parseErr := parser.ParseFile(token.NewFileSet(), name, src, parser.ImportsOnly)
	if list, ok := errors.AsType[scanner.ErrorList](parseErr); ok && len(list) > 0 {
		return list[0].Pos, list[0].Msg
	}
	return at, strings.TrimPrefix(err.Error(), "file "+name+" ")
}

// missing is a package that cannot be had.
type missing struct {
	*source.MissingError
	by *pkg // one that imports it
	at token.Position
}

// noteMissing records that p imports what cannot be had.
func (l *loader) noteMissing(p, imp *pkg, at token.Position) {
	l.doubt(p, lacks)
	if l.whole && p.analyzed == nil {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.missing = append(l.missing, missing{imp.missing, p, at})
}

// problems returns what is wrong, by position.
func (l *loader) problems() []finding.Problem {
	all := slices.DeleteFunc(slices.Clone(l.complaints), func(c complaint) bool { return c.pkg.analyzed != nil && c.pkg.analyzed.FactsOnly })
	unparsed := make(map[string]bool) // files
	for _, c := range all {
		unparsed[c.at.Filename] = unparsed[c.at.Filename] || c.syntax
	}
	all = slices.DeleteFunc(all, func(c complaint) bool {
		return !c.sure && !c.inMain() || // does no harm
			!c.syntax && unparsed[c.at.Filename] // follows from the syntax error
	})
	for _, m := range l.missing {
		all = append(all, complaint{pkg: m.by, at: m.at, msg: m.Error(), module: cmp.Or(m.Module, m.Path)})
	}
	slices.SortFunc(all, func(a, b complaint) int {
		return cmp.Or(strings.Compare(a.at.Filename, b.at.Filename), cmp.Compare(a.at.Line, b.at.Line),
			cmp.Compare(a.at.Column, b.at.Column), strings.Compare(a.msg, b.msg))
	})
	var out []finding.Problem
	said := make(map[string]bool) // missing modules
	for _, c := range all {
		if c.module != "" && said[c.module] {
			continue
		}
		said[c.module] = true
		out = append(out, finding.Problem{Package: c.pkg.loc.Path, Pos: c.at.String(), Message: oneLine(c.msg)})
	}
	return out
}
