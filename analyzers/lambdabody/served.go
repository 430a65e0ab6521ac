package lambdabody

import (
	"cmp"
	"go/ast"
	"go/constant"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ssa"
	"honnef.co/go/tools/analysis/lint"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/httpstatus"
	"github.com/awserrlint/awserrlint/internal/lambdafix"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// served reports the texts of AWS errors that the package sends to clients of an HTTP server, be it one of
// net/http or of a framework, behind an adapter for Lambda or not.
func served(pass *rule.Pass) {
	if !pass.Responses.Sends() {
		return
	}
	s := &server{
		Pass: pass, program: pass.Responses.Program(), seen: make(map[ssa.Value]bool), reported: make(map[ast.Node]bool),
		asked: make(map[*ssa.Parameter]bool),
		kit: sync.OnceValue(func() *lambdafix.Kit {
			return lambdafix.ForServer(pass.Fixes, pass.Root, pass.Handlers, pass.Responses)
		}),
		severity: sync.OnceValue(func() lint.Severity { return severityOf(pass) }),
	}
	for _, sent := range pass.Responses.Sent() {
		if sent.Encoded {
			s.inside(sent, sent.Value)
		}
		s.text(sent, false)
	}
	if len(s.found) == 0 || s.Responses.TakesKeys() || s.severity() == lint.SeverityInfo && s.isForOperators() {
		return
	}
	for _, shown := range s.found {
		s.report(shown)
	}
}

// A server is a package that sends responses to HTTP clients.
type server struct {
	*rule.Pass
	program  *ssaflow.Program
	seen     map[ssa.Value]bool // what has been looked into
	reported map[ast.Node]bool
	found    []shown
	asked    map[*ssa.Parameter]bool // while their callers are looked at
	kit      func() *lambdafix.Kit
	severity func() lint.Severity
}

// severityOf returns info unless the module is made for Lambda, where strangers are the clients. Of other servers
// nothing tells whether they are: many are called by nobody but those who run them.
func severityOf(pass *rule.Pass) lint.Severity {
	dir := filepath.Dir(pass.Fset.File(pass.Files[0].FileStart).Name())
	if model.Requires(dir, awspath.LambdaLib) {
		return lint.SeverityNone
	}
	return lint.SeverityInfo
}

// A shown is what a client is shown: the texts of errs.
type shown struct {
	lambdaresp.Sent
	errs []ssa.Value
	all  errflow.Origins // of these
	aws  errflow.Origins // those of them that AWS has sent

	logged bool // as it is
}

// inside looks for texts in what v holds, which is encoded.
func (s *server) inside(sent lambdaresp.Sent, v ssa.Value) {
	for _, container := range s.Responses.Containers(v) {
		if s.seen[container] {
			continue
		}
		s.seen[container] = true
		for instr, stored := range ssaflow.Contents(container, lambdaresp.IsEncoded) {
			bare := ssaflow.Bare(stored)
			s.inside(sent, bare)
			if expr, ok := s.program.Syntax(instr); ok {
				s.text(lambdaresp.Sent{Value: bare, Block: instr.Block(), Expr: expr, Status: sent.Status, Encoded: true}, false)
			}
		}
	}
}

// text notes sent if it is the text of an error of AWS, or, where it is a parameter, what callers
// pass for that. If logged is set, what sends it logs it.
func (s *server) text(sent lambdaresp.Sent, logged bool) {
	v := ssaflow.Bare(sent.Value)
	if param, ok := v.(*ssa.Parameter); ok && lambdaresp.IsText(v.Type()) {
		s.passed(param, logged || errflow.LogsText(param))
		return
	}
	// have: the text of an error
	errs := s.Asked.TextOf(v)
	if awssdk.IsErrorType(v.Type()) && !sent.Encoded {
		errs = []ssa.Value{v}
	}
	if len(errs) == 0 || s.reported[sent.Expr.Node()] {
		return
	}
	// have: one that AWS has sent
	all := s.Responses.TextOrigins(errs...)
	aws := all
	aws.Ops = slices.DeleteFunc(slices.Clone(all.Ops), func(op errflow.Origin) bool { return !op.IsSent() })
	if !aws.AWS() || errmatch.Recognized(sent.Block) || !slices.ContainsFunc(errs, s.unrecognized) {
		return
	}
	s.reported[sent.Expr.Node()] = true
	s.found = append(s.found, shown{sent, errs, all, aws, logged || s.Flow.Logged(errs, sent.Block)})
}

func (s *server) report(shown shown) {
	at := shown.Expr.Node()
	s.Report(rule.Finding{
		Range:     at,
		Operation: shown.aws.String(),
		Message:   "response shows the client the text of " + errName(s.Pass, at) + ", which can come from " + shown.aws.String() + "; " + s.advice(shown),
		Severity:  s.severity(),
		Related:   shown.aws.Calls(),
		Fix:       "log the error and send the text of the status",
		Edit:      func() *fix.Editor { return s.hide(shown) },
	})
}

// hide returns the editor of the fix that sends what the status says in place of the text of an error, after a line
// that logs the error, unless it is logged already:
//
//	http.Error(w, err.Error(), 500) => log.Print(err); http.Error(w, http.StatusText(500), 500)
//
// It returns nil where the client may be to blame or may need the text, or the error may be one that the program makes
// for the client.
func (s *server) hide(shown shown) *fix.Editor {
	sent := shown.Sent
	err := ofError(sent.Expr.Node())
	stmt, ok := fix.StatementOf(sent.Expr)
	if s.severity() == lint.SeverityInfo || err == nil || !ok || shown.all.Unknown || shown.all.Other || s.Flow.AsksUser(shown.all) {
		return nil
	}
	// have: the error of AWS alone, and what the same function says has failed
	fn := fix.FunctionOf(s.TypesInfo, sent.Expr)
	if sent.Status == nil || fn == nil || sent.Status.Pos() < fn.Body.Pos() || sent.Status.Pos() >= fn.Body.End() || !isServerFault(s.TypesInfo.Types[sent.Status].Value) {
		return nil
	}
	e := s.kit().Editor(sent.Expr.Node())
	if e == nil {
		return nil
	}
	what := e.Source(err)
	if strings.Contains(what, "\n") {
		return nil
	}
	if !shown.logged && !lambdafix.Mentions(stmt, what) {
		e.InsertBefore(stmt.Node(), e.Log(what))
	}
	e.Replace(sent.Expr.Node(), e.Import("net/http", "http", sent.Expr.Node().Pos())+".StatusText("+e.Source(sent.Status)+")")
	return e.Editor
}

// ofError returns the error whose text the expression n is, nil if it is no err.Error().
func ofError(n ast.Node) ast.Expr {
	call, ok := n.(*ast.CallExpr)
	if !ok || len(call.Args) > 0 {
		return nil
	}
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != "Error" {
		return nil
	}
	return sel.X
}

// isServerFault reports whether status, nil where that is no constant, says that the server has failed.
func isServerFault(status constant.Value) bool {
	code, ok := constant.Int64Val(constant.ToInt(cmp.Or(status, constant.MakeUnknown())))
	return ok && code >= httpstatus.InternalServerError
}

// unrecognized reports whether the error err, if callers pass it, is one of AWS that one of them has not recognized.
func (s *server) unrecognized(err ssa.Value) bool {
	param, ok := err.(*ssa.Parameter)
	if !ok || s.asked[param] {
		return !ok
	}
	s.asked[param] = true
	defer delete(s.asked, param)
	i := ssaflow.Argument(param)
	callers := s.program.Callers(param.Parent())
	return len(callers) == 0 || slices.ContainsFunc(callers, func(caller ssa.CallInstruction) bool {
		args := ssaflow.Arguments(caller.Common())
		return i < len(args) && !errmatch.Recognized(caller.Block()) && s.Responses.TextOrigins(args[i]).AWS() && s.unrecognized(args[i])
	})
}

// passed looks at what callers pass for param, a text that is sent.
func (s *server) passed(param *ssa.Parameter, logged bool) {
	if s.seen[param] {
		return
	}
	s.seen[param] = true
	for _, caller := range s.program.Callers(param.Parent()) {
		args := caller.Common().Args
		i := ssaflow.Argument(param)
		cur, ok := s.program.Call(caller)
		if written := i - (len(args) - caller.Common().Signature().Params().Len()); ok && i < len(args) && written >= 0 {
			s.text(lambdaresp.Sent{Value: args[i], Block: caller.Block(), Expr: cur.ChildAt(edge.CallExpr_Args, written)}, logged)
		}
	}
}
