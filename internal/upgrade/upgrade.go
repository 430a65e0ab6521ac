package upgrade

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strconv"

	"golang.org/x/tools/go/ssa"
	"honnef.co/go/tools/analysis/lint"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/remedy"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// Name is that of the rule, which is no linter rule: only the command of that name runs it.
const Name = "upgrade"

// New returns the rule. newer returns the version of a service package to compare with, nil if there is
// none. It is called concurrently.
func New(newer func(*model.Service) *model.Service) *rule.Rule {
	r := rule.New(rule.Spec{Name: Name, Doc: Doc, Run: func(pass *rule.Pass) { run(pass, newer) }})
	r.URL = "https://github.com/awserrlint/awserrlint/blob/main/docs/running.md#what-does-an-upgrade-of-the-sdk-change"
	return r
}

func run(pass *rule.Pass, newer func(*model.Service) *model.Service) {
	// versions returns the operations that err comes from, in the version in use and in the newer one.
	versions := func(err ssa.Value, n ast.Node) (before, after remedy.Operations, ok bool) {
		o := pass.Flow.Origins(err)
		if !o.AWS() || !pass.Reportable(n.Pos()) {
			return before, after, false
		}
		before = remedy.Of(pass.Flow, o, pass.Fixes.NamesAt(n.Pos()))
		after, ok = before.Upgraded(newer)
		return before, after, ok
	}
	for _, m := range pass.Asked.Matches() {
		typ := awssdk.TypeName(m.Type)
		if typ == nil || typ.Pkg() == nil || !m.Unwraps() { // an assertion finds nothing, now and then
			continue
		}
		service, modelled := awspath.ServiceOfTypes(typ.Pkg().Path())
		if generic := isGeneric(typ); !modelled && !generic {
			continue
		}
		// have: a match with a type of a service, or with *smithy.GenericAPIError
		before, after, ok := versions(m.Err, m.Syntax.Node())
		if !ok {
			continue
		}
		// have: another version of its operations
		if modelled {
			checkType(pass, m, service, before, after)
		} else {
			checkGeneric(pass, m, before, after)
		}
	}
	for _, check := range pass.Asked.Codes() {
		typ := awssdk.TypeName(check.Type)
		if typ == nil || isGeneric(typ) {
			continue
		}
		if before, after, ok := versions(check.Err, check.Literal); ok {
			// have: a comparison with a code, and another version of the operations
			checkCode(pass, check, before, after)
		}
	}
}

// isGeneric reports whether typ is smithy.GenericAPIError, which is what comes where there is no type.
func isGeneric(typ *types.TypeName) bool {
	return typ.Pkg() != nil && typ.Pkg().Path() == awspath.Smithy && typ.Name() == "GenericAPIError"
}

// report reports what happens to the match or the comparison n of the error err with the newer version.
func report(pass *rule.Pass, err ssa.Value, n ast.Node, after remedy.Operations, severity lint.Severity, message string) {
	o := pass.Flow.Origins(err)
	pass.Report(rule.Finding{
		Range: n, Operation: o.String(), Related: o.Calls(), Severity: severity,
		Message: "with " + after.Versions() + ", " + message,
	})
}

// checkType reports that a match finds its type, of the service package at servicePath, only before or only
// after the upgrade.
func checkType(pass *rule.Pass, m *errmatch.Match, servicePath string, before, after remedy.Operations) {
	n, name := m.Syntax.Node(), awssdk.TypeName(m.Type).Name()
	operation, written := pass.Flow.Origins(m.Err).String(), types.TypeString(m.Type, pass.Fixes.NamesAt(m.Syntax.Node().Pos()).Of)
	_, never := before.NeverReturn(servicePath, name)
	verdict, neverAgain := after.NeverReturn(servicePath, name)
	switch {
	case after.Lack(servicePath, name):
		report(pass, m.Err, n, after, lint.SeverityError, "there is no "+written+", so this does not compile")
	case !never && neverAgain:
		report(pass, m.Err, n, after, lint.SeverityError, operation+" never returns "+written+verdict.Reason)
	case never && !neverAgain:
		report(pass, m.Err, n, after, lint.SeverityWarning, operation+" can return "+written+", so this match begins to work")
	}
}

// checkGeneric reports that a match of *smithy.GenericAPIError no longer finds what has a type after the
// upgrade: the codes that the program compares with or, if it compares with none, any.
func checkGeneric(pass *rule.Pass, m *errmatch.Match, before, after remedy.Operations) {
	n, operation, compared := m.Syntax.Node(), pass.Flow.Origins(m.Err).String(), comparesCode(pass, m)
	for _, check := range pass.Asked.Codes() {
		if check.Match != m {
			continue
		}
		compared = true
		if typ := before.TypeGained(after, check.Code); typ != "" {
			report(pass, m.Err, check.Literal, after, lint.SeverityError, operation+" has a type for the code "+strconv.Quote(check.Code)+
				", so *smithy.GenericAPIError no longer has it; match smithy.APIError")
		}
	}
	if gained := before.TypesGained(after); !compared && gained > 0 {
		more := strconv.Itoa(gained) + " more errors"
		if gained == 1 {
			more = "1 more error"
		}
		report(pass, m.Err, n, after, lint.SeverityWarning, fmt.Sprintf(
			"%s has types for %s, which *smithy.GenericAPIError no longer matches; match smithy.APIError", operation, more))
	}
}

// comparesCode reports whether the program compares the code of the error that m finds, perhaps with a code
// that is not known, or where m may not have found it.
func comparesCode(pass *rule.Pass, m *errmatch.Match) bool {
	_, v := pass.Asked.TypeOf(m)
	if v == nil {
		return false
	}
	for cur := range pass.Flow.Uses(v) {
		code, ok := cur.Parent().Node().(*ast.SelectorExpr)
		if !ok || code.Sel.Name != "Code" && code.Sel.Name != "ErrorCode" {
			continue
		}
		cur = cur.Parent()
		if _, method := cur.Parent().Node().(*ast.CallExpr); method && code.Sel.Name == "ErrorCode" {
			cur = cur.Parent()
		}
		switch parent := cur.Parent().Node().(type) {
		case *ast.BinaryExpr:
			if parent.Op == token.EQL || parent.Op == token.NEQ {
				return true
			}
		case *ast.SwitchStmt:
			return true
		}
	}
	return false
}

// checkCode reports that the error which a comparison with a code finds has another code after the upgrade.
func checkCode(pass *rule.Pass, check *errmatch.CodeCheck, before, after remedy.Operations) {
	code := strconv.Quote(check.Code)
	now, typ, changed := before.CodeChanged(after, check.Code)
	switch {
	case changed && typ != "":
		report(pass, check.Err, check.Literal, after, lint.SeverityError, fmt.Sprintf("the code of *types.%s is %q, not %s; match the type", typ, now, code))
	case changed:
		report(pass, check.Err, check.Literal, after, lint.SeverityWarning, fmt.Sprintf("access denied has the code %q, not %s; compare with both", now, code))
	}
}
