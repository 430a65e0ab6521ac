package impossiblematch

import (
	"go/ast"
	"slices"
	"strconv"

	"honnef.co/go/tools/analysis/lint"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/remedy"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// checkCode returns the finding that no operation sends the code of check, false where one may.
func checkCode(pass *rule.Pass, check *errmatch.CodeCheck) (rule.Finding, bool) {
	typ, o := awssdk.TypeName(check.Type), pass.Flow.Origins(check.Err)
	if typ == nil || typ.Pkg() == nil || typ.Pkg().Path() != awspath.Smithy || len(o.Cuts) > 0 {
		return rule.Finding{}, false
	}
	if !o.AWS() {
		return checkV1Code(pass, check)
	}
	ops := remedy.Of(pass.Flow, o, pass.Fixes.NamesAt(check.Literal.Pos()))
	if check.Match != nil && isGeneric(typ) && ops.ModelCode(check.Code) {
		return checkModelledCode(pass, check, o.String(), ops)
	}
	if refusal, ok := ops.RefusedWith(check.Code); ok {
		return checkRefusal(pass, check, o.String(), refusal)
	}
	verdict, never := ops.NeverSend(check.Code)
	subject := o.String() + " never returns the code " + strconv.Quote(check.Code)
	f := rule.Finding{Message: subject + verdict.Reason}
	switch {
	case never && (hasLiveArm(pass, check.Err, check.Code, verdict, ops) || ops.Model(check.Code) && asksForType(pass, check.Err, check.Code)):
		return deadArm(subject), true
	case verdict.Code != "":
		f = compareWith(pass, f, check.Literal, verdict.Code)
	}
	return f, never
}

// checkModelledCode returns the finding that *smithy.GenericAPIError never has the code of check, since the
// operations, called operation in messages, have a type for it. It may have others.
func checkModelledCode(pass *rule.Pass, check *errmatch.CodeCheck, operation string, ops remedy.Operations) (rule.Finding, bool) {
	subject := operation + " has a type for the code " + strconv.Quote(check.Code)
	if typ := ops.TypeOfCode(check.Code); asksForType(pass, check.Err, typ) {
		return deadArm(subject), true
	}
	return rule.Finding{
		Message: subject + ", so *smithy.GenericAPIError never has it; match smithy.APIError",
		Fix:     "match smithy.APIError",
		Edit:    func() *fix.Editor { return matchOther(pass, check.Match, apiError) },
	}, true
}

// checkRefusal returns the finding that the operation, refused as refusal says, does not send the code of check,
// but other services do. The program may compare with all codes that mean the same.
func checkRefusal(pass *rule.Pass, check *errmatch.CodeCheck, operation string, refusal knowledge.Refusal) (rule.Finding, bool) {
	alone := !slices.ContainsFunc(pass.Asked.Codes(), func(other *errmatch.CodeCheck) bool {
		return other.Err == check.Err && other.Code == refusal.Code
	})
	return rule.Finding{
		Severity: lint.SeverityWarning,
		Message: operation + " is " + refusal.How + " with the code " + strconv.Quote(refusal.Code) + ", not " + strconv.Quote(check.Code) +
			"; compare with it",
	}, alone
}

// checkV1Code returns the finding that SDK v2 never makes the code of check, whatever the operation is.
func checkV1Code(pass *rule.Pass, check *errmatch.CodeCheck) (rule.Finding, bool) {
	reason, ok := remedy.OnlyInSDKv1(check.Code, pass.Flow.ImportedServices())
	return rule.Finding{Message: "smithy.APIError never has the code " + strconv.Quote(check.Code) + reason}, ok
}

// checkReason returns the finding that check compares the code of a CancellationReason with the name of an exception.
func checkReason(pass *rule.Pass, check *errmatch.CancellationCheck) (rule.Finding, bool) {
	const operation = "dynamodb.TransactWriteItems"
	code, ok := remedy.Cancellation(check.Code)
	return compareWith(pass, rule.Finding{
		Range:     check.Literal,
		Operation: operation,
		Message:   "a CancellationReason of " + operation + " never has the code " + strconv.Quote(check.Code) + "; compare with " + strconv.Quote(code),
	}, check.Literal, code), ok
}

// compareWith adds to f the fix that puts code in place of the literal that an error is compared
// with. A constant stays: others may use it, too.
//
//	apiErr.ErrorCode() == "NoSuchEntityException" => apiErr.ErrorCode() == "NoSuchEntity"
func compareWith(pass *rule.Pass, f rule.Finding, literal ast.Expr, code string) rule.Finding {
	f.Fix = "compare with " + strconv.Quote(code)
	f.Edit = func() *fix.Editor {
		e := pass.Fixes.Editor(literal.Pos())
		if _, ok := literal.(*ast.BasicLit); !ok || e == nil {
			return nil
		}
		e.Replace(literal, strconv.Quote(code))
		return e
	}
	return f
}
