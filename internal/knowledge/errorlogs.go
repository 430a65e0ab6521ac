package knowledge

import (
	"go/types"
	"strings"
)

// An ErrorLog is how a library logs an error.
type ErrorLog struct {
	path, recv string // recv is the type of the receiver, "" for functions of the package
	err, text  string // what follows the receiver, or the package, with % for the error or the text, and $ for the package
	format     string // the name of what formats a text

	// chained says that what logs are methods of what the functions, such as Error, return.
	chained bool
}

// errorLogs are the libraries whose loggers fixes can call.
//
// Source: the documentation of each package.
var errorLogs = []ErrorLog{
	{"log", "", ".Print(%)", ".Print(%)", "Printf", false},
	{"log", "Logger", ".Print(%)", ".Print(%)", "Printf", false},
	{"log/slog", "", `.Error("request failed", "error", %)`, ".Error(%)", "", false},
	{"log/slog", "Logger", `.Error("request failed", "error", %)`, ".Error(%)", "", false},
	{"go.uber.org/zap", "Logger", `.Error("request failed", $.Error(%))`, ".Error(%)", "", false},
	{"go.uber.org/zap", "SugaredLogger", `.Errorw("request failed", "error", %)`, ".Error(%)", "Errorf", false},
	{"github.com/sirupsen/logrus", "", `.WithError(%).Error("request failed")`, ".Error(%)", "Errorf", true},
	{"github.com/sirupsen/logrus", "Logger", `.WithError(%).Error("request failed")`, ".Error(%)", "Errorf", true},
	{"github.com/sirupsen/logrus", "Entry", `.WithError(%).Error("request failed")`, ".Error(%)", "Errorf", true},
	{"github.com/sirupsen/logrus", "FieldLogger", `.WithError(%).Error("request failed")`, ".Error(%)", "Errorf", true},
	{"github.com/apex/log", "", `.WithError(%).Error("request failed")`, ".Error(%)", "Errorf", true},
	{"github.com/rs/zerolog/log", "", `.Error().Err(%).Msg("request failed")`, ".Error().Msg(%)", "", true},
	{"github.com/rs/zerolog", "Logger", `.Error().Err(%).Msg("request failed")`, ".Error().Msg(%)", "", true},
	{"github.com/go-logr/logr", "Logger", `.Error(%, "request failed")`, ".Error(nil, %)", "", false},
	{"k8s.io/klog", "", ".Error(%)", ".Error(%)", "Errorf", false},
	{"k8s.io/klog/v2", "", ".Error(%)", ".Error(%)", "Errorf", false},
}

// ErrorLogOf returns how errors are logged by the library or the type that fn belongs to, and
// whether fn logs at all, or may do so. It returns nil for loggers that are not known: of others, only
// the signature of a function that logs errors tells how it is called.
func ErrorLogOf(fn *types.Func) (l *ErrorLog, logs bool) {
	if fn.Pkg() == nil || fn.Pkg().Path() == "fmt" {
		return nil, false
	}
	name, _ := qualified(fn)
	recv, _, isMethod := strings.Cut(name, ".")
	if !isMethod {
		recv = ""
	}
	for i, l := range errorLogs {
		if l.path == fn.Pkg().Path() && l.recv == recv && (MayLog(fn) || l.chained && (hasPrefix(fn.Name(), printed) || strings.HasPrefix(fn.Name(), "With"))) {
			return &errorLogs[i], true
		}
	}
	if !MayLog(fn) || !strings.Contains(strings.ToLower(fn.Pkg().Name()+name), "log") {
		return nil, false
	}
	return bySignature(fn), true
}

// bySignature returns how fn, which logs errors, is called, nil if that is not certain.
func bySignature(fn *types.Func) *ErrorLog {
	var params []string
	for param := range fn.Signature().Params().Variables() {
		params = append(params, types.TypeString(types.Unalias(param.Type()), nil))
	}
	name := fn.Name()
	isError := name == "Error" || strings.EqualFold(name, "logError")
	switch list := strings.Join(params, ", "); {
	case list == "string, []interface{}" && (strings.HasSuffix(name, "Errorf") || name == "Printf"):
		return &ErrorLog{err: "." + name + `("request failed: %%v", %)`}
	case list == "error" && isError:
		return &ErrorLog{err: "." + name + "(%)"}
	case list == "string, error" && isError:
		return &ErrorLog{err: "." + name + `("request failed", %)`}
	}
	return nil
}

// StdLog returns how package log logs an error.
func StdLog() *ErrorLog { return &errorLogs[0] }

// Library returns the import path of the library, "" for a logger of the program.
func (l *ErrorLog) Library() string { return l.path }

// Package returns the import path of the package that a call needs besides the logger, "" if it needs none.
func (l *ErrorLog) Package() string {
	if strings.Contains(l.err, "$") {
		return l.path
	}
	return ""
}

// Error returns what follows a logger in a call that logs the error err. pkg is the name of Package.
func (l *ErrorLog) Error(err, pkg string) string { return fill(l.err, err, pkg) }

// Text returns the same for the text that the expression text is, "" if texts are logged in ways that are not known.
func (l *ErrorLog) Text(text string) string { return fill(l.text, text, "") }

// Format returns the same for the arguments of a format, "" if the logger has none.
func (l *ErrorLog) Format(args string) string {
	if l.format == "" {
		return ""
	}
	return "." + l.format + "(" + args + ")"
}

func fill(call, value, pkg string) string {
	const percent = "\x00"
	call = strings.ReplaceAll(call, "%%", percent)
	call = strings.NewReplacer("%", value, "$", pkg).Replace(call)
	return strings.ReplaceAll(call, percent, "%")
}
