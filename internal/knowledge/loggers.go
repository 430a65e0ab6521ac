package knowledge

import (
	"go/types"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/lazyregexp"
)

// What logs is asked in four ways, since each answer is wrong in another direction where
// nothing is known of a function:
//
//   - MayLog is generous: what may have logged an error keeps the error from being lost;
//   - PreparesLog, too, but knows packages and takes what only makes the text to be logged,
//     since a branch that does more than these is no branch that only logs;
//   - ReturnsByName takes even more names, those of metrics among them: all it has to know
//     is that the function is none that exits;
//   - IsStdLog is narrow: whatever gets an error and is no logger may show it to a client.

// printed are what the names of functions begin with that log, and return nothing.
var printed = []string{"Print", "Log", "Trace", "Debug", "Info", "Notice", "Warn", "Error", "Msg", "Send"}

// MayLog reports whether fn, of which only the name is known, could log its arguments: it
// prints them, or is called as loggers are and returns nothing.
//
// Source: the names of log, log/slog, fmt, zap, logrus, zerolog, logr and klog.
func MayLog(fn *types.Func) bool {
	if fn.Pkg() == nil {
		return false
	}
	return fn.Pkg().Path() == "fmt" && strings.Contains(fn.Name(), "rint") && !strings.HasPrefix(fn.Name(), "S") ||
		fn.Signature().Results().Len() == 0 && hasPrefix(fn.Name(), printed)
}

// returning are what the names of functions begin with that log, that make errors, or that
// count something.
var returning = []string{
	"Print", "Sprint", "Log", "Trace", "Debug", "Info", "Notice", "Warn", "Error", "Err", "Msg", "Send", "With", "Wrap", "New",
	"Add", "Inc", "Set", "Record", "Observe", "Event",
}

// ReturnsByName reports whether a function called name, of which nothing else is known, is
// one of those that certainly return.
func ReturnsByName(name string) bool { return hasPrefix(name, returning) }

func hasPrefix(name string, prefixes []string) bool {
	return slices.ContainsFunc(prefixes, func(prefix string) bool { return strings.HasPrefix(name, prefix) })
}

// logging are the packages, with those below them, whose functions and methods log, or only
// make what is logged.
//
// Source: the documentation of each package.
var logging = []string{
	"errors", "github.com/pkg/errors", "strconv", "strings", "time", "encoding/json",
	"log", "log/slog", "fmt", "go.uber.org/zap", "github.com/sirupsen/logrus", "github.com/rs/zerolog", "github.com/go-kit/log",
	"github.com/apex/log", "github.com/charmbracelet/log", "github.com/go-logr/logr", "github.com/golang/glog", "k8s.io/klog",
}

// loggingName matches the names of other functions that log, or that prepare what is logged.
var loggingName = lazyregexp.New(`^((?i:log|print|debug|info|warn|trace).*|Error(f|w|ln|Context)?|Msgf?|Send|With.*|String)$`)

// PreparesLog reports whether fn does nothing but log, or make what is logged.
func PreparesLog(fn *types.Func) bool {
	if fn.Pkg() == nil {
		return true // Error of an error
	}
	path := fn.Pkg().Path()
	return !awspath.IsSDK(path) && loggingName().MatchString(fn.Name()) ||
		slices.ContainsFunc(logging, func(lib string) bool { return awspath.Within(path, lib) })
}

// IsStdLog reports whether path is a package of the standard library that logs.
func IsStdLog(path string) bool { return path == "log" || path == "log/slog" }
