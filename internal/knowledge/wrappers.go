package knowledge

import (
	"go/types"
	"slices"

	"golang.org/x/mod/module"

	"github.com/awserrlint/awserrlint/internal/awspath"
)

// wrappers are functions that wrap an argument, an error or a slice of errors, by import path
// without the major version. argument is its index.
//
// Source: the documentation of each package.
var wrappers = []struct {
	path     string
	argument int
	names    []string
}{
	{"github.com/pkg/errors", 0, []string{"Wrap", "Wrapf", "WithMessage", "WithMessagef", "WithStack", "Cause"}},
	{"github.com/cockroachdb/errors", 0, []string{"Wrap", "Wrapf", "WithStack"}},
	{"github.com/go-errors/errors", 0, []string{"Wrap", "New"}},
	{"github.com/juju/errors", 0, []string{"Trace", "Annotate", "Annotatef"}},
	{"github.com/gruntwork-io/go-commons/errors", 0, []string{"WithStackTrace"}},
	{"github.com/gruntwork-io/gruntwork-cli/errors", 0, []string{"WithStackTrace"}},
	{"github.com/hashicorp/go-multierror", 1, []string{"Append"}},
	{"github.com/hashicorp/errwrap", 1, []string{"Wrapf"}},
	{"go.uber.org/multierr", 0, []string{"Combine"}},
	{"golang.org/x/xerrors", 1, []string{"Errorf"}},
	// These tell a retry loop to give up.
	{"github.com/cenkalti/backoff", 0, []string{"Permanent"}},
	{"github.com/avast/retry-go", 0, []string{"Unrecoverable"}},
}

// Wraps returns the index of the argument that fn wraps, an error or a slice of errors. It returns
// false if fn is not known to wrap. The functions of std are not in the table, since they need
// more than an index.
func Wraps(fn *types.Func) (argument int, ok bool) {
	path, _, _ := module.SplitPathVersion(fn.Pkg().Path())
	for _, w := range wrappers {
		if w.path == path && slices.Contains(w.names, fn.Name()) {
			return w.argument, true
		}
	}
	return 0, false
}

// WrapsWithText reports whether fn is Wrap or Wrapf of a package that has both: Wrap(err, text).
func WrapsWithText(fn *types.Func) bool {
	return HasWrap(fn.Pkg().Path()) && (fn.Name() == "Wrap" || fn.Name() == "Wrapf")
}

// HasWrap reports whether the package at path is called errors and has New, Errorf, Wrap and Wrapf.
//
// Source: the documentation of each package.
func HasWrap(path string) bool {
	return path == "github.com/pkg/errors" || path == "github.com/cockroachdb/errors"
}

// MakesError reports whether fn makes an error of a text, or a format and its arguments, as errors.New
// of the standard library does.
//
// Source: the documentation of each package.
func MakesError(fn *types.Func) bool {
	switch fn.Pkg().Path() {
	case "errors":
		return fn.Name() == "New"
	case "github.com/pkg/errors":
		return fn.Name() == "New" || fn.Name() == "Errorf"
	case "github.com/cockroachdb/errors", "golang.org/x/xerrors":
		return fn.Name() == "New"
	}
	return false
}

// OnlyMakesError reports whether fn does nothing but make an error, so that a call is in vain where nobody takes its result.
// Not all that wrap are so: Append of github.com/hashicorp/go-multierror changes its argument.
//
// Source: the documentation of each package.
func OnlyMakesError(fn *types.Func) bool {
	if fn.Pkg() == nil {
		return false
	}
	_, wraps := Wraps(fn)
	return fn.FullName() == "fmt.Errorf" || MakesError(fn) || wraps && HasWrap(fn.Pkg().Path())
}

// Unwraps reports whether fn, for which Wraps returns true, undoes what other functions wrapped.
//
// Source: Cause of github.com/pkg/errors.
func Unwraps(fn *types.Func) bool { return fn.Name() == "Cause" }

// HasStdAs reports whether functions As and Is of the package at path do the same as those of
// package errors.
//
// Source: the documentation of each package.
func HasStdAs(path string) bool {
	switch path {
	case "errors", "github.com/pkg/errors", "golang.org/x/xerrors", "github.com/cockroachdb/errors", "github.com/go-errors/errors":
		return true
	}
	return false
}

// callBacks are functions and methods that call the functions they are given until they return, and
// return the error of these, by import path without the major version.
//
// Source: the documentation of each package.
var callBacks = []struct {
	path  string
	names []string
}{
	{"github.com/cenkalti/backoff", []string{"Retry", "RetryNotify", "RetryNotifyWithTimer", "RetryWithData", "RetryNotifyWithData"}},
	{"github.com/avast/retry-go", []string{"Do", "DoWithData"}},
	{"github.com/sethvargo/go-retry", []string{"Do", "DoValue", "Constant", "Exponential", "Fibonacci"}},
	{"github.com/matryer/try", []string{"Do"}},
	{"github.com/eapache/go-resiliency/retrier", []string{"Run", "RunCtx"}},
	{"github.com/eapache/go-resiliency/breaker", []string{"Run"}},
	{"github.com/sony/gobreaker", []string{"Execute"}},
	{"k8s.io/client-go/util/retry", []string{"OnError", "RetryOnConflict"}},
	{"k8s.io/apimachinery/pkg/util/wait", []string{
		"Poll", "PollImmediate", "PollInfinite", "PollImmediateInfinite", "PollUntil", "PollImmediateUntil", "PollWithContext",
		"PollImmediateWithContext", "PollUntilWithContext", "PollImmediateUntilWithContext", "PollUntilContextCancel", "PollUntilContextTimeout",
		"ExponentialBackoff", "ExponentialBackoffWithContext",
	}},
	{"golang.org/x/sync/singleflight", []string{"Do"}},
	{"path/filepath", []string{"Walk", "WalkDir"}},
	{"io/fs", []string{"WalkDir"}},
}

// CallsBack reports whether fn calls a function that it is given before it returns, and returns the error of that.
func CallsBack(fn *types.Func) bool {
	if fn.Pkg() == nil {
		return false
	}
	path, _, _ := module.SplitPathVersion(fn.Pkg().Path())
	for _, c := range callBacks {
		if c.path == path && slices.Contains(c.names, fn.Name()) {
			return true
		}
	}
	return false
}

// UnwrapsCalled reports whether errors.As finds the error of the function that fn has called in the error
// that fn returns, for a function for which CallsBack returns true.
//
// Source: the type Error of github.com/avast/retry-go, which has no method Unwrap before version 4.
func UnwrapsCalled(fn *types.Func) bool {
	path, major, _ := module.SplitPathVersion(fn.Pkg().Path())
	return CallsBack(fn) && (path != "github.com/avast/retry-go" || major == "/v4" || major == "/v5")
}

// ClassifiesError reports whether fn is a method of SDK v2 that says what a retryer makes of its last argument, an error:
// it looks for types in the chain.
//
// Source: aws/retryer.go, and retryable_error.go, throttle_error.go and timeout_error.go in aws/retry.
func ClassifiesError(fn *types.Func) bool {
	if path := fn.Pkg().Path(); path != awspath.AWS && path != awspath.AWS+"/retry" {
		return false
	}
	switch fn.Name() {
	case "IsErrorRetryable", "IsErrorThrottle", "IsErrorTimeout":
		return true
	}
	return false
}

const errgroup = "golang.org/x/sync/errgroup"

// RunsInGroup reports whether fn is a method that runs a function in an errgroup.
func RunsInGroup(fn *types.Func) bool {
	return fn.Pkg() != nil && fn.Pkg().Path() == errgroup && (fn.Name() == "Go" || fn.Name() == "TryGo")
}

// WaitsForGroup reports whether fn is the method that returns the first error of the
// functions that run in an errgroup.
func WaitsForGroup(fn *types.Func) bool {
	return fn.Pkg() != nil && fn.Pkg().Path() == errgroup && fn.Name() == "Wait"
}
