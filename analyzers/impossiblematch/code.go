package impossiblematch

import (
	"go/ast"
	"strconv"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/remedy"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// checkCode reports check if no operation sends its code.
func checkCode(pass *rule.Pass, check *errmatch.CodeCheck) {
	typ := awssdk.TypeName(check.Match.Target)
	if typ == nil || typ.Pkg() == nil || typ.Pkg().Path() != awspath.Smithy {
		return
	}
	o := pass.Flow.Origins(check.Match.Err)
	if !o.AWS() || o.Unknown {
		return
	}
	ops := remedy.Of(pass.Flow, o)
	if !ops.Complete() {
		return
	}
	wrong, never := ops.NeverSend(check.Code)
	if !never || wrong.Instead != "" && alsoMatched(pass, check.Match, "", wrong.Instead) {
		return
	}
	message := o.String() + " never answers with the code " + strconv.Quote(check.Code)
	switch {
	case wrong.Guess != "":
		message += "; did you mean " + strconv.Quote(wrong.Guess) + "?"
	case wrong.Instead != "":
		message += ", but with " + strconv.Quote(wrong.Instead)
	case wrong.Advice != "":
		message += "; " + wrong.Advice
	}
	f := rule.Finding{Range: check.Literal, Operation: o.String(), Message: message, Related: o.Calls()}
	if wrong.Instead != "" {
		f.Fix = "compare with " + strconv.Quote(wrong.Instead)
		f.Edit = func() *fix.Editor { return compareWith(pass, check.Literal, wrong.Instead) }
	}
	pass.Report(f)
}

// reasons are the codes of the CancellationReasons of a DynamoDB transaction, by the
// exceptions that people take them for.
//
// Source: the documentation of types.TransactionCanceledException in the SDK.
var reasons = map[string]string{
	"ConditionalCheckFailedException":          "ConditionalCheckFailed",
	"ItemCollectionSizeLimitExceededException": "ItemCollectionSizeLimitExceeded",
	"TransactionConflictException":             "TransactionConflict",
	"ProvisionedThroughputExceededException":   "ProvisionedThroughputExceeded",
	"ThrottlingException":                      "ThrottlingError",
	"ValidationException":                      "ValidationError",
}

// checkReason reports the comparison of the code of a CancellationReason with the name
// of an exception.
func checkReason(pass *rule.Pass, check *errmatch.CancellationCheck) {
	instead, ok := reasons[check.Code]
	if !ok {
		return
	}
	pass.Report(rule.Finding{
		Range:     check.Literal,
		Operation: "dynamodb.TransactWriteItems",
		Message:   "a CancellationReason of dynamodb.TransactWriteItems never has the code " + strconv.Quote(check.Code) + ", but " + strconv.Quote(instead),
		Fix:       "compare with " + strconv.Quote(instead),
		Edit:      func() *fix.Editor { return compareWith(pass, check.Literal, instead) },
	})
}

// compareWith returns the editor of the fix that puts code in place of the literal that an error is compared with. A constant stays: others may use
// it, too.
//
//	apiErr.ErrorCode() == "NoSuchEntityException" => apiErr.ErrorCode() == "NoSuchEntity"
func compareWith(pass *rule.Pass, literal ast.Expr, code string) *fix.Editor {
	basic, ok := literal.(*ast.BasicLit)
	if !ok {
		return nil
	}
	e := pass.Fixes.Editor(basic.Pos())
	if e == nil {
		return nil
	}
	e.Replace(basic, strconv.Quote(code))
	return e
}
