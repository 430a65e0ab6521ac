package errflow

import (
	"go/types"
	"strings"

	"golang.org/x/mod/module"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// wrapper returns what is known of the functions that make errors of others.
func (t *tracer) wrapper(fn *types.Func, common *ssa.CallCommon) (flow, bool) {
	path, name := fn.Pkg().Path(), fn.Name()
	switch path {
	case "errors":
		switch name {
		case "New":
			return flow{}, true
		case "Unwrap":
			return bare(t.errs.From(common.Args[0])), true
		case "Join":
			return t.wrapped(t.errs.Elements(common.Args[0])), true
		}
	case "fmt":
		if name == "Errorf" {
			if format, ok := ssaflow.String(common.Args[0]); ok && !strings.Contains(format, "%w") {
				return flow{}, true
			}
			return t.wrapped(t.errorsOf(common.Args[1])), true
		}
	case errgroup:
		if name == "Wait" {
			return t.ran(common.Args[0]), true
		}
	}
	if argument, ok := wrappers[withoutMajor(path)+"."+name]; ok && argument < len(common.Args) {
		arg := common.Args[argument]
		if isErrorType(arg.Type()) {
			f := t.wrapped(t.errs.From(arg))
			f.Bare = name == "Cause"
			return f, true
		}
		return t.wrapped(t.errorsOf(arg)), true
	}
	return flow{}, false
}

// wrappers are functions that wrap the error, or the errors in the slice, that is
// their argument with this index.
var wrappers = map[string]int{
	"github.com/pkg/errors.Wrap": 0, "github.com/pkg/errors.Wrapf": 0, "github.com/pkg/errors.WithMessage": 0,
	"github.com/pkg/errors.WithMessagef": 0, "github.com/pkg/errors.WithStack": 0, "github.com/pkg/errors.Cause": 0,
	"github.com/cockroachdb/errors.Wrap": 0, "github.com/cockroachdb/errors.Wrapf": 0, "github.com/cockroachdb/errors.WithStack": 0,
	"github.com/go-errors/errors.Wrap": 0, "github.com/go-errors/errors.New": 0,
	"github.com/juju/errors.Trace": 0, "github.com/juju/errors.Annotate": 0, "github.com/juju/errors.Annotatef": 0,
	"github.com/gruntwork-io/go-commons/errors.WithStackTrace": 0, "github.com/gruntwork-io/gruntwork-cli/errors.WithStackTrace": 0,
	"github.com/hashicorp/go-multierror.Append": 1, "github.com/hashicorp/errwrap.Wrapf": 1,
	"go.uber.org/multierr.Combine": 0, "golang.org/x/xerrors.Errorf": 1,
	"github.com/cenkalti/backoff.Permanent": 0, "github.com/avast/retry-go.Unrecoverable": 0,
}

// withoutMajor returns path without the element that names a major version.
func withoutMajor(path string) string {
	prefix, _, _ := module.SplitPathVersion(path)
	return prefix
}

func (t *tracer) wrapped(f flow) flow {
	f.Wrapped, f.Bare = true, false
	return f
}

// errorsOf returns the origins of the errors among the elements of a slice of
// arguments, such as those of fmt.Errorf.
func (t *tracer) errorsOf(args ssa.Value) flow {
	var f flow
	for v := range ssaflow.Variadic(args) {
		switch v := v.(type) {
		case *ssa.ChangeInterface:
			if isErrorType(v.X.Type()) {
				f = f.union(t.errs.From(v.X))
			}
		case *ssa.MakeInterface:
			if isErrorType(v.X.Type()) {
				f = f.union(t.errs.From(v))
			}
		default:
			if isErrorType(v.Type()) {
				f = f.union(t.errs.From(v))
			}
		}
	}
	return f
}
