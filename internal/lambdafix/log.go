package lambdafix

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// A logging is a call in the package that logs something.
type logging struct {
	pos token.Pos
	fun ast.Expr
	log *knowledge.ErrorLog // nil if it is not known how to log an error in that way
}

// Log returns a statement that logs the error that the expression err is, as the code around does it. The
// fix is refused where it is not known how.
func (e *Editor) Log(err string) string {
	return e.logs(
		func(log *knowledge.ErrorLog, pkg string) string { return log.Error(err, pkg) },
		`.Error("request failed", "error", `+err+")",
	)
}

// LogText is Log for the expression of a text. The error err has the same text: loggers may only take errors.
func (e *Editor) LogText(text, err string) string {
	return e.logs(
		func(log *knowledge.ErrorLog, pkg string) string { return cmp.Or(log.Text(text), log.Error(err, pkg)) },
		".Error("+text+")",
	)
}

// LogFormat is Log for the arguments of a format. The error err has the same text.
func (e *Editor) LogFormat(args, err string) string {
	return e.logs(
		func(log *knowledge.ErrorLog, pkg string) string { return cmp.Or(log.Format(args), log.Error(err, pkg)) },
		`.Error("request failed", "error", `+err+")",
	)
}

// logs returns what call makes of a logger, or slog called so if users want that.
func (e *Editor) logs(call func(log *knowledge.ErrorLog, pkg string) string, slog string) string {
	pos := e.at.Pos()
	if e.kit.opts.Slog {
		return e.Import("log/slog", "slog", pos) + slog
	}
	c := e.caller()
	l, ok := e.nearest(c)
	switch {
	case !ok:
		e.Refuse()
		return ""
	case l == nil:
		return e.Import("log", "log", pos) + call(knowledge.StdLog(), "")
	}
	pkg := ""
	if path := l.log.Package(); path != "" {
		pkg = e.Import(path, packageName(path), pos)
	}
	return strings.TrimPrefix(c.logger(l.fun)+call(l.log, pkg), ".")
}

// nearest returns a logging of the function around the fix, or else of its file, or else of the package,
// that can be repeated at c. It returns false if the nearest cannot, and nil if nothing logs.
func (e *Editor) nearest(c *caller) (*logging, bool) {
	pos := e.at.Pos()
	fn := e.kit.function(pos)
	file := e.kit.pass.Fset.File(pos)
	for _, near := range []func(*logging) bool{
		func(l *logging) bool { return fn != nil && fn.Pos() <= l.pos && l.pos < fn.End() },
		func(l *logging) bool { return e.kit.pass.Fset.File(l.pos) == file },
		func(l *logging) bool { return true },
	} {
		found := false
		for _, l := range e.kit.loggings() {
			if !near(l) {
				continue
			}
			if l.log != nil && c.reaches(l.fun) {
				return l, true
			}
			found = true
		}
		if found {
			return nil, false
		}
	}
	return nil, true
}

// declaredLog returns the statement with which a function that a fix adds to the package logs err and,
// if possible, status. The fix is refused if the package has loggers, but none that the function reaches.
func (k *Kit) declaredLog(d *fix.Declaration) string {
	const printf, attrs = `.Printf("responding with status %d: %v", status, err)`, `.Error("responding with an error", "status", status, "error", err)`
	if k.opts.Slog {
		return d.Import("log/slog", "slog") + attrs
	}
	c := k.declared(d)
	for _, l := range k.loggings() {
		if l.log == nil || !c.reaches(l.fun) {
			continue
		}
		logger := c.logger(l.fun)
		switch l.log.Library() {
		case "log":
			return logger + printf
		case "log/slog":
			return logger + attrs
		}
		pkg := ""
		if path := l.log.Package(); path != "" {
			pkg = d.Import(path, packageName(path))
		}
		return strings.TrimPrefix(logger+l.log.Error("err", pkg), ".")
	}
	if len(k.loggings()) > 0 {
		d.Refuse()
	}
	return d.Import("log", "log") + printf
}

// loggings returns the calls in the package that log, in source order, tests aside.
func (k *Kit) loggings() []*logging {
	if k.logged != nil {
		return k.logged
	}
	k.logged = []*logging{}
	for _, call := range k.calls() {
		if fn, ok := typeutil.Callee(k.pass.TypesInfo, call).(*types.Func); ok {
			if log, logs := knowledge.ErrorLogOf(fn); logs {
				k.logged = append(k.logged, &logging{call.Pos(), call.Fun, log})
			}
		}
	}
	slices.SortStableFunc(k.logged, func(a, b *logging) int { // files that are read at the same time have no order
		return cmp.Compare(k.pass.Fset.File(a.pos).Name(), k.pass.Fset.File(b.pos).Name())
	})
	return k.logged
}

// function returns the declaration of the function around pos, nil if there is none.
func (k *Kit) function(pos token.Pos) *ast.FuncDecl {
	for _, f := range k.pass.Files {
		for _, decl := range f.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok && fn.Pos() <= pos && pos < fn.End() {
				return fn
			}
		}
	}
	return nil
}
