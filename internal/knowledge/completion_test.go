package knowledge_test

import (
	"testing"

	"github.com/awserrlint/awserrlint/internal/knowledge"
)

func TestCompletes(t *testing.T) {
	for name, want := range map[string]bool{
		"getBashCompleteFn": true, "BucketCompletion": true, "completionBuckets": true, "newCompleter": true, "autocomplete": true,
		"CompleteMultipartUpload": false, "complete": false, "completed": false, "completeOrder": false, "isCompletionDone": false,
	} {
		if got := knowledge.Completes(name); got != want {
			t.Errorf("Completes(%q) = %t", name, got)
		}
	}
	for name, want := range map[string]bool{
		"auto_complete.go": true, "autocomplete.go": true, "completion.go": true, "bash_completion.go": true, "completer.go": true,
		"complete.go": false, "complete_upload.go": false, "completed.go": false,
	} {
		if got := knowledge.CompletesFile(name); got != want {
			t.Errorf("CompletesFile(%q) = %t", name, got)
		}
	}
}

func TestExpectsFailure(t *testing.T) {
	for text, want := range map[string]bool{
		"GetPasswordData should have returned an error (access denied)": true,
		"expected an error": true, "expected access to be denied": true, "the call did not fail": true, "unexpected success": true,
		"bucket exists already": false, "user should not exist": false, "expected one role": false,
	} {
		if got := knowledge.ExpectsFailure(text); got != want {
			t.Errorf("ExpectsFailure(%q) = %t", text, got)
		}
	}
}
