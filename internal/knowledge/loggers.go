package knowledge

import (
	"go/types"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/lazyregexp"
)

// Four functions tell what logs. For an unknown function each errs on the side that is safe for
// its callers:
//
//   - MayLog is generous: an error that may have been logged is not lost;
//   - PreparesLog is generous, too, but knows packages, and includes functions that only make the
//     text to log: its callers look for branches that do nothing but log;
//   - returnsByName is the most generous and includes metrics: it only has to exclude functions
//     that exit;
//   - IsStdLog is narrow: every other function that gets an error may show it to a client.

// printed are prefixes of the names of functions that log and have no result.
var printed = []string{"Print", "Log", "Trace", "Debug", "Info", "Notice", "Warn", "Error", "Msg", "Send"}

// MayLog reports whether fn may log its arguments, by its name: it prints, or is named like a
// logger and has no result.
//
// Source: the names of log, log/slog, fmt, zap, logrus, zerolog, logr and klog.
func MayLog(fn *types.Func) bool {
	if fn.Pkg() == nil {
		return false
	}
	return fn.Pkg().Path() == "fmt" && strings.Contains(fn.Name(), "rint") && !strings.HasPrefix(fn.Name(), "S") ||
		fn.Signature().Results().Len() == 0 && hasPrefix(fn.Name(), printed)
}

// returning are prefixes of the names of functions that log, make errors or count.
var returning = []string{
	"Print", "Sprint", "Log", "Trace", "Debug", "Info", "Notice", "Warn", "Error", "Err", "Msg", "Send", "With", "Wrap", "New",
	"Add", "Inc", "Set", "Record", "Observe", "Event",
}

// returnsByName reports whether a function called name certainly returns, if nothing but the name
// is known.
func returnsByName(name string) bool { return hasPrefix(name, returning) }

func hasPrefix(name string, prefixes []string) bool {
	return slices.ContainsFunc(prefixes, func(prefix string) bool { return strings.HasPrefix(name, prefix) })
}

// logging are the packages, including those below them, whose functions and methods all log or
// make what is logged.
//
// Source: the documentation of each package.
var logging = []string{
	"errors", "github.com/pkg/errors", "strconv", "strings", "time", "encoding/json",
	"log", "log/slog", "fmt", "go.uber.org/zap", "github.com/sirupsen/logrus", "github.com/rs/zerolog", "github.com/go-kit/log",
	"github.com/apex/log", "github.com/charmbracelet/log", "github.com/go-logr/logr", "github.com/golang/glog", "k8s.io/klog",
}

// loggingName matches names of functions in other packages that log or make what is logged.
var loggingName = lazyregexp.New(`^((?i:log|print|debug|info|warn|trace).*|Error(f|w|ln|Context)?|Msgf?|With.*|String)$`)

// LogsWhatItMakes reports whether fn makes an error and logs it, by its name.
//
// Source: NewLoggedError of github.com/awslabs/aws-lambda-go-api-proxy/core, which other adapters have copied.
func LogsWhatItMakes(fn *types.Func) bool { return strings.HasSuffix(fn.Name(), "LoggedError") }

// exiting are prefixes of the names of functions in packages for logging that do not return.
var exiting = []string{"Fatal", "Panic", "Exit"}

// PreparesLog reports whether fn only logs, or only makes what is logged.
func PreparesLog(fn *types.Func) bool {
	if fn.Pkg() == nil {
		return true // error.Error
	}
	path := fn.Pkg().Path()
	return !awspath.IsSDK(path) && loggingName().MatchString(fn.Name()) ||
		fn.Pkg().Name() == "log" && !hasPrefix(fn.Name(), exiting) ||
		slices.ContainsFunc(logging, func(lib string) bool { return awspath.Within(path, lib) })
}

// tracing are names of functions that note a failure in a trace, or for people who watch errors.
//
// Source: go.opentelemetry.io/otel/trace, aws-xray-sdk-go, dd-trace-go, newrelic, sentry-go.
var tracing = []string{
	"RecordError", "SetStatus", "SetTag", "SetAttributes", "AddError", "NoticeError", "CaptureException", "CaptureMessage", "AddMetadata", "AddAnnotation",
}

// Traces reports whether fn notes a failure in a trace, by its name.
func Traces(fn *types.Func) bool { return slices.Contains(tracing, fn.Name()) }

// KeepsForLog reports whether fn keeps an error for a logger that runs after the handler.
//
// Source: Context.Error in context.go of gin, whose logger prints these errors.
func KeepsForLog(fn *types.Func) bool {
	return fn.FullName() == "(*github.com/gin-gonic/gin.Context).Error"
}

// IsStdLog reports whether path is a package of the standard library that logs.
func IsStdLog(path string) bool { return path == "log" || path == "log/slog" }
