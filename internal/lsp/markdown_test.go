package lsp_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/errorscmd"
	"github.com/awserrlint/awserrlint/internal/lsp"
)

// Terminals show the text as it is: columns are aligned, and nothing looks like markup that is none.
func TestMarkdown(t *testing.T) {
	op := &errorscmd.Operation{
		Service: "sqs", Name: "ReceiveMessage", Package: "example.com/sqs", Version: "v1.2.3",
		Errors: []errorscmd.Error{
			{Type: "OverLimit", Code: "OverLimit", Status: 403},
			{Type: "KmsThrottled", Code: "KMS.ThrottlingException", CodeOpen: true, Status: 400, Retryable: true},
			{Type: "QueueDoesNotExist", Code: "AWS.SimpleQueueService.NonExistentQueue", DefaultCode: "QueueDoesNotExist", Means: []model.Meaning{model.Missing}},
			{Code: "ValidationError", Message: "does not exist", Means: []model.Meaning{model.Missing, model.Conflict}},
		},
		Partial: []string{"Failed"},
		Notes:   []string{"* or another code.", "Every other code is a *smithy.GenericAPIError; smithy.APIError matches all of them."},
	}
	const want = "**sqs.ReceiveMessage** in `example.com/sqs` v1.2.3\n\n" +
		"| error                      | means               | status | retried | code |\n" +
		"| -------------------------- | ------------------- | ------ | ------- | --- |\n" +
		"| `*types.QueueDoesNotExist` | not found           | -      | no      | AWS.SimpleQueueService.NonExistentQueue or QueueDoesNotExist |\n" +
		"| `smithy.APIError`          | not found, conflict | -      | no      | ValidationError, message \"does not exist\" |\n" +
		"| `*types.OverLimit`         | -                   | 403    | no      | same |\n" +
		"| `*types.KmsThrottled`      | -                   | 400    | yes     | KMS.ThrottlingException \\* |\n\n" +
		"It can fail in part with a nil error: look at `Failed` of the output.\n\n" +
		"\\* or another code.\n\n" +
		"Every other code is a `*smithy.GenericAPIError`; `smithy.APIError` matches all of them.\n\n" +
		"`awserrlint errors sqs.ReceiveMessage`\n"
	if got := lsp.Markdown(op); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// A hover that does not fit on a screen hides its beginning or its end.
func TestMarkdownOfManyErrors(t *testing.T) {
	op := &errorscmd.Operation{Service: "dynamodb", Name: "PutItem"}
	for i := range 22 {
		name := fmt.Sprintf("E%d", i)
		op.Errors = append(op.Errors, errorscmd.Error{Type: name, Code: name})
	}
	got := lsp.Markdown(op)
	if rows := strings.Count(got, "| same |"); rows != 20 {
		t.Errorf("%d rows", rows)
	}
	if want := "| same |\n\nand `*types.E20`, `*types.E21`.\n"; !strings.Contains(got, want) {
		t.Errorf("no %q in\n%s", want, got)
	}
}
