package knowledge

import "testing"

// TestAcceptsFailure has comments beside calls, most of them from real programs.
func TestAcceptsFailure(t *testing.T) {
	for comment, want := range map[string]bool{
		"best effort": true,
		"Best-effort: the object expires anyway.":             true,
		"clean up, best effort":                               true,
		"This is a best-effort operation.":                    true,
		"ignore error":                                        true,
		"ignoring err":                                        true,
		"ignore any secondary errors":                         true,
		"Ignore the error as the bucket may be gone already.": true,
		"ignore a failure here.":                              true,
		"We ignore errors here, because we cannot do anything about them.": true,
		"errors are ignored":                                           true,
		"error intentionally ignored":                                  true,
		"fresh writer, so we intentionally ignore the error.":          true,
		"Swallow errors inside of a template.":                         true,
		"Safe to ignore this error, as reading from memory can't fail": true,
		"ignored":                       true,
		"ignored on purpose":            true,
		"on purpose":                    true,
		"Deliberately not checked.":     true,
		"Do not care about failure":     true,
		"we don't care if this fails":   true,
		"Non-fatal: metrics only":       true,
		"not fatal":                     true,
		"fire and forget":               true,
		"it doesn't matter if it fails": true,
		"doesn't matter":                true,
		"ok to fail":                    true,
		"it's fine if this fails":       true,
		"This may fail, the queue is created elsewhere.":        true,
		"We will just not show the address if an error occurs.": true,
		"just skip it on error":                                 true,
		"just return it if an error occurs":                     false,

		"Building without a filter returns an error\nthis error can be ignored\nhttps://example.com/issue": true,
		"this error may safely be ignored":                                           true,
		"this error can be ignored if the bucket is empty":                           false,
		"this error should not be ignored":                                           false,
		"this error can not be ignored":                                              false,
		"do not check DeleteMessageBatchOutput because SQS message max retry only 1": true,
		"We don't need to check the output, since the queue is drained anyway":       true,
		"no need to check the error":                                                 true,
		"don't check errors here":                                                    true,
		"do not check the name because it is generated":                              false,
		"do not check the output yet":                                                false,
		"no need to check the error code":                                            false,
		"check the output because entries can fail":                                  false,
		"TODO: we do not check the output because it is slow":                        false,
		"Skip tasks with log filtering errors":                                       true,
		"skipping tables due to errors":                                              true,
		"skip items with NotFound errors":                                            false,
		"Skip tasks with invalid ARNs":                                               false,
		"skip this if it has no errors to report":                                    false,
		"Don't fail the Lambda on EventBridge errors":                                true,
		"we should not fail the whole batch":                                         true,
		"don't fail the Lambda if the item exists":                                   false,
		"the Lambda fails on EventBridge errors":                                     false,
		"the client gets 502(Bad Gateway) error returned but the error returned will be logged to cloudwatch": true,
		"the client gets a 502 for the error": false,

		"Can't check - don't warn":                     true,
		"don't warn about a bucket that is gone":       false,
		"Errors are returned on the ec2Errors channel": true,
		"the error is already logged by the callee":    true,
		"errors are sent to Sentry inside":             true,
		"errors are returned":                          false,
		"The error is logged":                          false,
		"the first message is sent to the queue":       false,
		"returns errors in a slice":                    false,
		"the error must be reported to the controller": false,

		"Log the error but don't fail the overall operation": true,
		"Don't fail - allow local-only operation":            false,
		"Don't fail": true,
		"this shouldn't return the error, but just stop the pagination": true,
		"One table failing must not drop the rest of the region.":       true,
		"Any error, such as NotFound, means that it is deleted":         true,
		"Any error is returned":                     false,
		"a transient error is treated as a failure": false,
		"Since we don't want one bad notification to lose us the rest, we log failures and continue.": true,
		"log the error and continue with the next message":                                            true,
		"log the errors, but go on":                                        true,
		"TODO: log the error and continue":                                 false,
		"log the name and continue":                                        false,
		"log errors and return the first":                                  false,
		"Non-fatal: continue anyway":                                       true,
		"don't fail the request if the bucket does not exist":              false, // only then
		"don't return the error when the stack is missing":                 false,
		"continue with the next page":                                      false,
		"delete the object":                                                false,
		"we must not ignore errors":                                        false,
		"TODO: don't ignore the error":                                     false,
		"TODO: ignoring errors for now":                                    false,
		"FIXME: error ignored":                                             false,
		"never ignore the error of a write":                                false,
		"errors must not be ignored":                                       false,
		"this is not best effort":                                          false,
		"This can not be safely ignored. It is NOT safe to ignore errors.": false,
		"a best-effort guess of the region":                                false,
		"best effort ordering":                                             false,
		"ignore hidden files":                                              false,
		"Ignore ErrNotFound errors.":                                       false, // only these
		"ignore error if the bucket does not exist":                        false, // only then
		`ignore "no match" errors, but any other error percolates back up`: false,
		"Deliberately not encrypted.":                                      false,
		"it doesn't matter which region":                                   false,
		"we don't care about the order":                                    false,
		"may fail with ConditionalCheckFailedException":                    false,
		"only ignoring an error when the file does not exist.":             false,
		"nothing to do on purpose of the caller":                           false,
		"returns the errors that were dropped by the queue":                false,
	} {
		if got := AcceptsFailure(comment); got != want {
			t.Errorf("%q: have %t", comment, got)
		}
	}
}

func TestDocAcceptsFailure(t *testing.T) {
	for doc, want := range map[string]bool{
		"cleanup deletes the stack. It is best effort.":                                                       true,
		"tag tags the instance on a best-effort basis.":                                                       true,
		"deleteQuietly deletes the object and ignores errors.":                                                true,
		"remove removes the bucket; any errors are ignored.":                                                  true,
		"publish sends a metric. Failures are non-fatal.":                                                     true,
		"present reports whether the key exists. Any error (a missing one, throttling) is treated as absent.": true,
		"notify is fire-and-forget.":                                                                          true,
		"touch makes a best effort attempt to update the row.":                                                true,
		"sweep deletes what is left. Deletion errors are deliberately swallowed.":                             true,
		"load reads the file; parse errors are ignored.":                                                      false, // of something else
		"plan makes a best-effort estimate of the cost and stores it.":                                        false,
		"reset deletes the rows. Errors must not be ignored by the caller.":                                   false,
		"move moves the object. It is intentionally not recursive.":                                           false,
		"store saves the item. The write may fail.":                                                           false,
		"store saves the item, and doesn't ignore errors. Reading is best effort.":                            false,
		"list returns the files, ignoring hidden ones.":                                                       false,
	} {
		if got := DocAcceptsFailure(doc); got != want {
			t.Errorf("%q: have %t", doc, got)
		}
	}
}
