package impossiblematch

import (
	"strconv"

	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/rule"
)

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
func (c *checker) checkReason(r *errmatch.CancellationCheck) {
	instead, ok := reasons[r.Code]
	if !ok {
		return
	}
	c.pass.Report(rule.Finding{
		Range:     r.Literal,
		Operation: "dynamodb.TransactWriteItems",
		Message:   "a CancellationReason of dynamodb.TransactWriteItems never has the code " + strconv.Quote(r.Code) + ", but " + strconv.Quote(instead),
		Fix:       "compare with " + strconv.Quote(instead),
		Edit:      func() *fix.Editor { return c.replaceLiteral(r.Literal, instead) },
	})
}
